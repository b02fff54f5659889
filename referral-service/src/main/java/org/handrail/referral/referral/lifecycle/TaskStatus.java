package org.handrail.referral.referral.lifecycle;

import com.fasterxml.jackson.annotation.JsonValue;

/** The status of a referral as FHIR's {@code Task} names it (HL7 Gravity SDOH Clinical Care). */
public enum TaskStatus {
  DRAFT,
  REQUESTED,
  ACCEPTED,
  REJECTED,
  ON_HOLD,
  IN_PROGRESS,
  COMPLETED,
  FAILED,
  CANCELLED,
  ENTERED_IN_ERROR;

  @JsonValue
  public String code() {
    return Codes.of(this);
  }

  /** Nothing but a correction follows. */
  public boolean ended() {
    return switch (this) {
      case REJECTED, COMPLETED, FAILED, CANCELLED, ENTERED_IN_ERROR -> true;
      case DRAFT, REQUESTED, ACCEPTED, ON_HOLD, IN_PROGRESS -> false;
    };
  }
}
