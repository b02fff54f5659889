package org.handrail.e2e;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How a promised line is held against one that came. */
final class Promise {

  /** Stands for whatever differs each time: an id, an instant. */
  private static final String ANYTHING = "…";

  private Promise() {}

  /** Indentation and a comma at the end say nothing: what stands next to it may be left out. */
  static boolean keeps(String promise, String line) {
    var expected =
        Stream.of(bare(promise).split(ANYTHING, -1))
            .map(Pattern::quote)
            .collect(Collectors.joining(".*"));
    return bare(line).matches(expected);
  }

  private static String bare(String line) {
    var stripped = line.strip();
    return stripped.endsWith(",") ? stripped.substring(0, stripped.length() - 1) : stripped;
  }
}
