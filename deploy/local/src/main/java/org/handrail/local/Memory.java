package org.handrail.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;

/** Resident memory of a server and of the processes that it has started. */
final class Memory {

  private Memory() {}

  static long mebibytes(ServerProcess server) {
    return server.family().mapToLong(Memory::kibibytes).sum() / 1024;
  }

  /** Memory that processes share counts once among them; where that is not told, once for each. */
  private static long kibibytes(long pid) {
    var shares = Path.of("/proc", Long.toString(pid), "smaps_rollup");
    try (var lines = Files.lines(shares, UTF_8)) {
      return lines
          .filter(line -> line.startsWith("Pss:"))
          .flatMapToLong(line -> LongStream.of(Long.parseLong(line.replaceAll("\\D", ""))))
          .sum();
    } catch (IOException | UncheckedIOException e) {
      return resident(pid);
    }
  }

  private static long resident(long pid) {
    var said = Commands.run(List.of("sh", "-c", "ps -o rss= -p " + pid + " || true"), Path.of("/"));
    return said.isBlank() ? 0 : Long.parseLong(said.strip());
  }
}
