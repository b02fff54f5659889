package org.handrail.client.handout;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.handrail.client.paper.Languages;

/**
 * One version of a handout.
 *
 * @param from since when it is in force, until the next one is
 * @param texts by language (BCP 47, without a region); there is at least one
 */
record Edition(String version, Instant from, Map<String, Text> texts) {

  /**
   * @param title with gaps in braces, as the parts
   */
  record Text(String title, List<Part> parts) {}

  /**
   * @param heading empty where the part goes on
   */
  record Part(String heading, String text) {}

  Edition {
    if (texts.isEmpty()) {
      throw new IllegalStateException("version " + version + " of a handout has no text");
    }
    texts = Map.copyOf(texts);
  }

  /**
   * @param language one of its {@link #languages()}
   */
  Text in(String language) {
    return Objects.requireNonNull(texts.get(language), language);
  }

  List<String> languages() {
    return texts.keySet().stream().sorted().toList();
  }

  /** In which of its languages somebody reads it who reads that one. */
  Optional<String> languageFor(String language) {
    return Languages.among(texts.keySet(), List.of(language));
  }
}
