package org.handrail.client.language;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;

/** The list of words that advice goes by, one version of it ({@code language/terms.yaml}). */
@ConfigurationProperties("handrail.language")
record LanguageTerms(
    String version, @DefaultValue List<Words> words, @DefaultValue List<Sign> signs) {

  /** Words that mean one thing, and what can be said instead of each. */
  record Words(String say, @Name("for") List<String> terms) {}

  /** What is no word but looks like something that is not a peer's to write. */
  record Sign(String say, String pattern) {}
}
