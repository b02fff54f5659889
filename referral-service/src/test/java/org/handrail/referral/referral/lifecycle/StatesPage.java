package org.handrail.referral.referral.lifecycle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code docs/referral-states.md} as an oracle: read by itself, without the code that it judges.
 */
record StatesPage(Map<String, Set<String>> together, List<Row> rows) {
  /** One line of "Who may do what": states are written {@code status/business}. */
  record Row(String by, String step, Set<String> from, String to, Set<String> reasons) {
    String leadsTo(String here) {
      return to.endsWith("/=") ? to.substring(0, to.length() - 1) + business(here) : to;
    }
  }

  static StatesPage read() {
    try {
      List<String> lines = Files.readAllLines(repository().resolve("docs/referral-states.md"));
      Map<String, Set<String>> together = new HashMap<>();
      cells(lines, "## Which words", 2).forEach(c -> together.put(c.get(0), words(c.get(1))));
      List<Row> rows = cells(lines, "## Who may", 5).map(c -> row(c, together)).toList();
      return new StatesPage(together, rows);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Set<String> states() {
    return together.entrySet().stream()
        .flatMap(e -> e.getValue().stream().map(b -> e.getKey() + "/" + b))
        .collect(Collectors.toSet());
  }

  static String business(String state) {
    return state.substring(state.indexOf('/') + 1);
  }

  private static Row row(List<String> cells, Map<String, Set<String>> together) {
    var from = new LinkedHashSet<String>();
    for (String group : cells.get(2).split(";", -1)) {
      String[] parts = group.strip().split(":", -1);
      Set<String> all = Objects.requireNonNull(together.get(parts[0].strip()), group);
      Set<String> at = parts[1].strip().equals("*") ? all : words(parts[1]);
      at.forEach(business -> from.add(parts[0].strip() + "/" + business));
    }
    return new Row(cells.get(0), cells.get(1), from, cells.get(3), words(cells.get(4)));
  }

  private static Stream<List<String>> cells(List<String> lines, String heading, int columns) {
    return lines.stream()
        .dropWhile(line -> !line.startsWith(heading))
        .skip(1)
        .takeWhile(line -> !line.startsWith("## "))
        .filter(line -> line.startsWith("| "))
        .skip(1)
        .map(line -> Arrays.stream(line.split("\\|", -1)).skip(1).limit(columns))
        .map(cells -> cells.map(String::strip).toList());
  }

  private static Set<String> words(String cell) {
    return Arrays.stream(cell.split(",", -1))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static Path repository() {
    Path here = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(here.resolve("docs"))) {
      here = Objects.requireNonNull(here.getParent());
    }
    return here;
  }
}
