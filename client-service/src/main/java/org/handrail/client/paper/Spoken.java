package org.handrail.client.paper;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * The words of a paper in the language in which it is written.
 *
 * @param locale in which days and hours are told
 */
public record Spoken<W>(Locale locale, W words) {
  private static final String ENGLISH = "en";

  /**
   * In the first of these languages that there are words in, else in English.
   *
   * @param all by language (BCP 47, without a region), English among them
   * @param languages BCP 47, the best first
   */
  public static <W> Spoken<W> in(Map<String, W> all, List<String> languages) {
    var language = Languages.among(all.keySet(), languages).orElse(ENGLISH);
    return new Spoken<>(
        language.equals(ENGLISH) ? Locale.US : Locale.forLanguageTag(language),
        Objects.requireNonNull(all.get(language)));
  }
}
