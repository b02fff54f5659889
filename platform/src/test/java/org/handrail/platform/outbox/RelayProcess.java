package org.handrail.platform.outbox;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A relay in a virtual machine of its own, which can be killed and stopped as one. */
final class RelayProcess implements AutoCloseable {

  private final Process process;

  private RelayProcess(Process process) {
    this.process = process;
  }

  static RelayProcess start(RelaySettings settings) {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var command =
        List.of(
            java,
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xmx192m",
            "-cp",
            System.getProperty("java.class.path"),
            RelayProcess.class.getName(),
            settings.service(),
            settings.url(),
            settings.user(),
            String.valueOf(settings.kafka().get("bootstrap.servers")),
            settings.lease().toString(),
            settings.patience().toString());
    var builder = new ProcessBuilder(command).inheritIO();
    builder.environment().put("RELAY_PASSWORD", settings.password());
    try {
      return new RelayProcess(builder.start());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Arguments as {@link #start} gives them. */
  public static void main(String[] args) {
    QuietLogs.keep();
    // Does not outlive the test that started it.
    ProcessHandle.current().parent().ifPresent(RelayProcess::endWith);
    var settings =
        new RelaySettings(
            args[0],
            args[1],
            args[2],
            System.getenv().getOrDefault("RELAY_PASSWORD", ""),
            Map.of("bootstrap.servers", args[3]),
            Duration.parse(args[4]),
            Duration.parse(args[5]));
    new Relay(settings, new RelayGauges(new SimpleMeterRegistry())).run();
  }

  private static void endWith(ProcessHandle test) {
    Thread.ofVirtual()
        .start(
            () -> {
              test.onExit().join();
              Runtime.getRuntime().halt(1);
            });
  }

  long pid() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** {@code kill -9}. */
  void kill() {
    process.destroyForcibly();
  }

  /** Stops it in its tracks; it does not know. */
  void pause() {
    signal("STOP");
  }

  void resume() {
    signal("CONT");
  }

  private void signal(String name) {
    try {
      var kill = new ProcessBuilder("kill", "-" + name, Long.toString(pid())).start();
      if (!kill.waitFor(10, TimeUnit.SECONDS) || kill.exitValue() != 0) {
        throw new IllegalStateException("kill -" + name + " failed");
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    kill();
  }
}
