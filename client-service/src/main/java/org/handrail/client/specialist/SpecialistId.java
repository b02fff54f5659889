package org.handrail.client.specialist;

import java.util.UUID;

/** Names somebody's entry on an agency's roster. */
public record SpecialistId(UUID value) {
  static SpecialistId random() {
    return new SpecialistId(UUID.randomUUID());
  }

  /** Stands in for the specialist of what there is not, so that nothing is found of it either. */
  public static SpecialistId ofNobody() {
    return random();
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
