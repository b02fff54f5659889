package org.handrail.client.handout;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The versions of each handout, and whom an agency's clients may ask about them.
 *
 * @param contacts by agency; the notice of 42 CFR 2.22 must name somebody
 */
@ConfigurationProperties("handrail.handouts")
record HandoutEditions(
    Map<HandoutKind, List<Edition>> editions, @DefaultValue Map<String, Contact> contacts) {

  /**
   * Somebody who answers questions.
   *
   * @param title what they are, or their name
   */
  record Contact(String title, String phone, String email) {
    String inWords() {
      return title + ", " + phone + ", " + email;
    }
  }

  HandoutEditions {
    editions = Map.copyOf(editions);
    contacts = Map.copyOf(contacts);
    if (!editions.keySet().containsAll(Arrays.asList(HandoutKind.values()))) {
      throw new IllegalStateException("a handout has no version");
    }
  }

  Editions of(HandoutKind kind) {
    return new Editions(Objects.requireNonNull(editions.get(kind)));
  }
}
