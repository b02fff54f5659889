package org.handrail.client.obligation;

import java.util.Map;
import java.util.Objects;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** The letter of contact in each language that it can be had in. */
@ConfigurationProperties("handrail")
record LetterTexts(Map<String, LetterWords> contactLetter) {

  /** English where the language is not known. */
  LetterWords in(String language) {
    var words = contactLetter.get(language);
    return words == null ? Objects.requireNonNull(contactLetter.get("en")) : words;
  }
}
