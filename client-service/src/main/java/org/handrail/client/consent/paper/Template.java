package org.handrail.client.consent.paper;

import java.util.Locale;
import java.util.Map;

/**
 * A text that clients sign, with gaps in braces.
 *
 * @param id {@code consent-}, the language, a hyphen and the version; kept with each signature
 *     (P2-CON-4)
 * @param language BCP 47, the part before the first hyphen
 * @param words what the codes of categories and purposes are called, by their code in lower case
 */
record Template(
    String id,
    String language,
    String text,
    String nobody,
    String throughMembers,
    String throughTreating,
    String throughClass,
    String endsAt,
    String endsWithDay,
    String endsOnEvent,
    String endsNever,
    String bindsUntil,
    String hipaaRedisclosure,
    String redisclosureRisk,
    String refusalConsequences,
    String fundraisingOptOut,
    Map<String, String> words) {

  Template {
    if (!id.matches("consent-" + language + "-\\d+")) {
      throw new IllegalArgumentException(id + " does not say that it is written in " + language);
    }
    words = Map.copyOf(words);
  }

  Locale locale() {
    return Locale.forLanguageTag(language);
  }

  String word(String code) {
    var word = words.get(code.toLowerCase(Locale.ROOT));
    if (word == null) {
      throw new IllegalStateException("%s has no word for %s".formatted(id, code));
    }
    return word;
  }
}
