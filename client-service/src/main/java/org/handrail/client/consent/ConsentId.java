package org.handrail.client.consent;

import java.util.UUID;

/** Names a consent. */
public record ConsentId(UUID value) {
  public static ConsentId random() {
    return new ConsentId(UUID.randomUUID());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
