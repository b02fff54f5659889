package org.handrail.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/** What a server said last. */
final class Logs {

  private static final int LINES = 3;
  private static final int LINE_LENGTH = 400;
  private static final int TAIL = 16_384;

  private Logs() {}

  static String last(Path log) {
    try (var file = new RandomAccessFile(log.toFile(), "r")) {
      file.seek(Math.max(0, file.length() - TAIL));
      var bytes = new byte[(int) (file.length() - file.getFilePointer())];
      file.readFully(bytes);
      var lines =
          new String(bytes, UTF_8).lines().filter(line -> !line.isBlank()).map(Logs::cut).toList();
      return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
    } catch (IOException e) {
      return "no log at " + log;
    }
  }

  private static String cut(String line) {
    return line.length() <= LINE_LENGTH ? line : line.substring(0, LINE_LENGTH) + "…";
  }
}
