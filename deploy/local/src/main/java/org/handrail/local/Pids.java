package org.handrail.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** Which process is which part: one file per part, with the process's id and start time. */
final class Pids {

  private final Path directory;

  Pids(Installation at) {
    this.directory = at.home().resolve("run");
  }

  /** The part's process, if it is alive; a file that a dead process left behind means nothing. */
  Optional<ServerProcess> find(String part) {
    try {
      var file = file(part);
      if (!Files.exists(file)) {
        return Optional.empty();
      }
      var words = Files.readString(file, UTF_8).strip().split(" ", -1);
      return words.length == 2
          ? ServerProcess.find(Long.parseLong(words[0]), Instant.parse(words[1]))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void keep(String part, ServerProcess process) {
    try {
      Files.createDirectories(directory);
      Files.writeString(file(part), line(process), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void forget(String part) {
    try {
      Files.deleteIfExists(file(part));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether the part's file names this process, dead or alive. */
  boolean isOf(String part, ServerProcess process) {
    try {
      return Files.exists(file(part)) && Files.readString(file(part), UTF_8).equals(line(process));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String line(ServerProcess process) {
    return process.pid() + " " + process.startedAt();
  }

  private Path file(String part) {
    return directory.resolve(part + ".pid");
  }
}
