package org.handrail.client.outreach;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A meeting with somebody of whom nothing is kept but that it was (C1).
 *
 * @param metOn the day and no time: a time could be matched with a client's registration
 * @param words what is worth knowing of the meeting, without who it was
 */
record OutreachContact(
    UUID id, LocalDate metOn, Place place, Supplies supplies, @Nullable String words) {

  /** The kind of place, never its address. */
  enum Place {
    STREET,
    ENCAMPMENT,
    SHELTER,
    DROP_IN,
    EMERGENCY_DEPARTMENT,
    COMMUNITY_EVENT,
    TRANSIT,
    LIBRARY,
    OTHER
  }

  /**
   * What was given (R2).
   *
   * @param naloxone kits of two doses
   * @param testStrips fentanyl or xylazine test strips
   * @param other safer-use, wound-care and hygiene kits
   */
  record Supplies(
      @Min(0) @Max(100) int naloxone,
      @Min(0) @Max(1000) int testStrips,
      @Min(0) @Max(1000) int other) {
    static final Supplies NONE = new Supplies(0, 0, 0);
  }
}
