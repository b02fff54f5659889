package org.handrail.referral.referral.lifecycle;

import com.fasterxml.jackson.annotation.JsonValue;

/** One thing that a party does to a referral. */
public enum Step {
  SENDING,
  DELIVERED,
  REFUSED,
  ACKNOWLEDGED,
  ACCEPTED,
  WAITLISTED,
  INTAKE_SCHEDULED,
  HOLD_GRANTED,
  MISSED,
  ATTENDED,
  ENGAGED,
  COMPLETED,
  REJECTED,
  ON_HOLD,
  RESUMED,
  FAILED,
  RETURNED,
  TRANSFER_PROPOSED,
  CANCELLED,
  EXPIRED,
  REROUTED,
  ENTERED_IN_ERROR;

  @JsonValue
  public String code() {
    return Codes.of(this);
  }
}
