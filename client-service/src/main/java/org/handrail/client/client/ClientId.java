package org.handrail.client.client;

import java.util.UUID;

/** Names one agency's record of a person. Random: it tells nothing about when somebody came. */
public record ClientId(UUID value) {
  public static ClientId random() {
    return new ClientId(UUID.randomUUID());
  }

  /** An id that nobody has: what is absent is asked about like what is forbidden. */
  public static ClientId ofNobody() {
    return random();
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
