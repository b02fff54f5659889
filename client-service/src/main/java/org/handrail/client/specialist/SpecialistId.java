package org.handrail.client.specialist;

import java.util.UUID;

/** Names somebody's entry on an agency's roster. */
public record SpecialistId(UUID value) {
  static SpecialistId random() {
    return new SpecialistId(UUID.randomUUID());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
