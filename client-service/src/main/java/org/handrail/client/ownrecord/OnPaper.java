package org.handrail.client.ownrecord;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.handrail.client.paper.PlainPdf;

/** A copy on paper: the same rows, each with its names and values. */
final class OnPaper {
  private OnPaper() {}

  static byte[] write(CopyOfRecord copy) {
    return PlainPdf.of(lines(copy));
  }

  private static List<String> lines(CopyOfRecord copy) {
    var lines = new ArrayList<String>();
    lines.add("Copy of a record, " + copy.basis());
    lines.add("Made %s. It costs nothing.".formatted(copy.madeAt()));
    copy.sections()
        .forEach(
            (section, rows) -> {
              lines.add("");
              lines.add(words(section));
              for (var row : rows) {
                lines.add("");
                row.forEach(
                    (name, value) -> {
                      if (value != null) {
                        String.valueOf(value)
                            .lines()
                            .forEach(line -> lines.add("    " + words(name) + ": " + line));
                      }
                    });
              }
            });
    lines.add("");
    lines.add("Not in this copy");
    copy.notHere()
        .forEach(
            left -> lines.add("    %s: %s".formatted(words(left.section()), words(left.why()))));
    return lines;
  }

  private static String words(String code) {
    return code.replace('-', ' ').replaceAll("(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
  }
}
