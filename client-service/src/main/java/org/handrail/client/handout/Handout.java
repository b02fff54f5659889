package org.handrail.client.handout;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.handrail.client.paper.Hash;

/**
 * A handout as an agency's clients read it.
 *
 * @param version as whoever gives it names it
 * @param from since when this version is in force
 * @param inForce whether it is now
 * @param language BCP 47, without a region
 * @param languages in which there is a text of this version
 */
record Handout(
    HandoutKind kind,
    String version,
    Instant from,
    boolean inForce,
    String language,
    List<String> languages,
    String title,
    List<Edition.Part> parts) {

  /** The whole of it, a paragraph after the other with an empty line between. */
  String text() {
    return Stream.concat(
            Stream.of(title),
            parts.stream().flatMap(part -> Stream.of(part.heading(), part.text())))
        .filter(paragraph -> !paragraph.isEmpty())
        .collect(joining("\n\n"));
  }

  /** Kept with what a client was given; the text is read by it afterwards. */
  Hash hash() {
    return Hash.of(text());
  }
}
