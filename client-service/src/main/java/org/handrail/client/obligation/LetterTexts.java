package org.handrail.client.obligation;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.handrail.client.paper.Languages;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.ProblemType;
import org.handrail.platform.problem.Refusal;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** The letter of contact in each language that it can be had in. */
@ConfigurationProperties("handrail")
record LetterTexts(Map<String, LetterWords> contactLetter) {
  static final ProblemType NO_SUCH_TEXT =
      ProblemType.of("letter-language", 422, "There is no letter in this language");

  /** The words in a language, and which one they are really in. */
  record Text(String language, LetterWords words) {}

  /**
   * Where a region has no words of its own, those of its language: {@code es} for {@code es-MX}.
   */
  Text in(String language) {
    return Languages.among(contactLetter.keySet(), List.of(language))
        .map(one -> new Text(one, Objects.requireNonNull(contactLetter.get(one))))
        .orElseThrow(
            () ->
                Refusal.of(
                    Problem.of(NO_SUCH_TEXT)
                        .with("languages", new TreeSet<>(contactLetter.keySet()))));
  }
}
