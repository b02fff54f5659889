package org.handrail.client.ownrecord;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** The words of a copy on paper, by language. */
@ConfigurationProperties("handrail")
record RecordWords(Map<String, PaperWords> recordWords) {

  /** The words in a language. */
  record Spoken(Locale locale, PaperWords words) {}

  /** In the first of these languages that there are words in, else in English. */
  Spoken in(List<String> languages) {
    var language =
        languages.stream()
            .map(one -> Locale.forLanguageTag(one).getLanguage())
            .filter(recordWords::containsKey)
            .findFirst()
            .orElse("en");
    return new Spoken(
        language.equals("en") ? Locale.US : Locale.forLanguageTag(language),
        Objects.requireNonNull(recordWords.get(language)));
  }
}
