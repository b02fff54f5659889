package org.handrail.client.client;

import java.time.Instant;
import java.util.List;
import org.handrail.client.paper.Languages;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * One version of a paper that clients are given.
 *
 * @param from since when it is in force, until the next one is
 * @param languages in which there is a text of it (BCP 47, without a region)
 */
public record Edition(String version, Instant from, @DefaultValue List<String> languages) {

  boolean isIn(String language) {
    return Languages.among(languages, List.of(language)).isPresent();
  }
}
