package org.handrail.client.encounter;

/** Where it was: anywhere that the client is (R13). */
public enum Place {
  RECOVERY_COMMUNITY_CENTER,
  /** Outside the center, around something that people do: a walk, a game, an errand. */
  AROUND_ACTIVITIES,
  TELEPHONE,
  ONLINE,
  HOME,
  STREET,
  SHELTER,
  RECOVERY_RESIDENCE,
  TREATMENT_PROVIDER,
  EMERGENCY_DEPARTMENT,
  HOSPITAL,
  COURT,
  JAIL,
  WORKPLACE,
  SCHOOL,
  ELSEWHERE;

  /** Whether people can meet there in that way. */
  boolean fits(Mode mode) {
    return switch (mode) {
      case IN_PERSON -> this != TELEPHONE && this != ONLINE;
      case PHONE -> this == TELEPHONE;
      case VIDEO -> this == ONLINE;
      case TEXT -> this == TELEPHONE || this == ONLINE;
    };
  }
}
