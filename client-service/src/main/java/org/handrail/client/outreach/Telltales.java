package org.handrail.client.outreach;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Looks for what would tell who somebody was. It only advises: words may look like a name that are
 * none.
 */
final class Telltales {
  private static final Map<String, Pattern> SIGNS =
      new TreeMap<>(
          Map.of(
              "e-mail-address", Pattern.compile("[\\w.+-]+@[\\w-]+\\.\\w+"),
              "telephone-number",
                  Pattern.compile(
                      "(?<!\\d)(?!\\d{1,4}[./-]\\d{1,2}[./-]\\d{1,4}(?!\\d))(\\+?\\d["
                          + " ()./-]?){7,}(?!\\d)"),
              "date", Pattern.compile("\\b\\d{1,4}[./-]\\d{1,2}[./-]\\d{1,4}\\b"),
              "address",
                  Pattern.compile(
                      "(?i)\\b\\d+\\s+\\w+(\\s+\\w+)?\\s+(street|st|avenue|ave|road|rd|lane|drive|blvd)\\b"),
              "name",
                  Pattern.compile(
                      "\\b(?:[Nn]amed?|[Cc]alled|[Mm]et|[Mm]rs?\\.?|[Mm]s\\.?)\\s+\\p{Lu}\\p{Ll}+|\\p{Lu}\\p{Ll}+\\s+\\p{Lu}\\p{Ll}+")));

  private Telltales() {}

  /** The kinds of what was found, in order. */
  static List<String> in(@Nullable String words) {
    return words == null
        ? List.of()
        : SIGNS.entrySet().stream()
            .filter(sign -> sign.getValue().matcher(words).find())
            .map(Map.Entry::getKey)
            .toList();
  }
}
