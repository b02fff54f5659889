package org.handrail.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A server in a process and process group of its own, so that a Ctrl-C meant for whoever started it
 * does not reach it. It is known by its id and its start time together: ids are used again.
 */
final class ServerProcess {

  /** The clock behind a process's start time may be corrected by this much while it runs. */
  private static final Duration CLOCK_SLACK = Duration.ofSeconds(2);

  private final ProcessHandle handle;
  private final Instant startedAt;

  private ServerProcess(ProcessHandle handle, Instant startedAt) {
    this.handle = handle;
    this.startedAt = startedAt;
  }

  /** What to run: the command line, what its environment has besides ours, and where it logs. */
  record Launch(List<String> command, Map<String, String> environment, Path directory, Path log) {}

  static ServerProcess start(Launch launch) {
    // Job control gives the server a process group of its own; setsid is not to be had on macOS.
    var command = new ArrayList<>(List.of("bash", "-c"));
    command.add("set -m; \"$@\" </dev/null >>\"$0\" 2>&1 & echo $!");
    command.add(launch.log().toAbsolutePath().toString());
    command.addAll(launch.command());
    try {
      Files.createDirectories(launch.log().toAbsolutePath().getParent());
      var builder = new ProcessBuilder(command).directory(launch.directory().toFile());
      builder.environment().putAll(launch.environment());
      var shell = builder.redirectErrorStream(true).start();
      var said = new String(shell.getInputStream().readAllBytes(), UTF_8).strip();
      if (shell.waitFor() != 0) {
        throw new IllegalStateException("cannot run " + launch.command().getFirst() + ": " + said);
      }
      var pid = Long.parseLong(said);
      return ProcessHandle.of(pid)
          .flatMap(ServerProcess::of)
          .orElseThrow(() -> Trouble.dead(launch.command().getFirst(), launch.log()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw Waiting.interrupted(e);
    }
  }

  /** The process with this id, if it is alive and still the one that started then. */
  static Optional<ServerProcess> find(long pid, Instant startedAt) {
    return ProcessHandle.of(pid)
        .flatMap(ServerProcess::of)
        .filter(
            found -> Duration.between(found.startedAt, startedAt).abs().compareTo(CLOCK_SLACK) <= 0)
        .filter(ServerProcess::isAlive);
  }

  private static Optional<ServerProcess> of(ProcessHandle handle) {
    return handle.info().startInstant().map(at -> new ServerProcess(handle, at));
  }

  long pid() {
    return handle.pid();
  }

  /** Its own id and those of the processes that it has started. */
  Stream<Long> family() {
    return Stream.concat(Stream.of(handle), handle.descendants()).map(ProcessHandle::pid);
  }

  Instant startedAt() {
    return startedAt;
  }

  boolean isAlive() {
    return handle.isAlive() && !isZombie();
  }

  /** An ended process that nobody has waited for still has an id, in a container often for ever. */
  private boolean isZombie() {
    var stat = Path.of("/proc", Long.toString(pid()), "stat");
    try {
      var line = Files.isReadable(stat) ? Files.readString(stat) : "";
      return line.startsWith("Z", line.lastIndexOf(')') + 2);
    } catch (IOException e) {
      return !handle.isAlive();
    }
  }

  /** Asks it to end; whoever has not ended by then is killed. */
  void stop(String signal, Duration patience) {
    if (!isAlive()) {
      return;
    }
    signal(signal);
    if (!Waiting.reached(() -> !isAlive(), patience)) {
      kill();
    }
  }

  void kill() {
    if (isAlive()) {
      signal("KILL");
      Waiting.reached(() -> !isAlive(), Duration.ofSeconds(10));
    }
  }

  void signal(String name) {
    try {
      new ProcessBuilder("bash", "-c", "kill -s \"$0\" \"$1\" 2>/dev/null", name, "" + pid())
          .start()
          .waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw Waiting.interrupted(e);
    }
  }
}
