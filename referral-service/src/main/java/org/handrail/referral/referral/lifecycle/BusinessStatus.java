package org.handrail.referral.referral.lifecycle;

import com.fasterxml.jackson.annotation.JsonValue;

/** What this field calls the step that a referral has reached. */
public enum BusinessStatus {
  AWAITING_DISCLOSURE,
  DELIVERED,
  ACKNOWLEDGED,
  WAITLISTED,
  INTAKE_SCHEDULED,
  HOLD_GRANTED,
  ATTENDED,
  MISSED,
  ENGAGED,
  EXPIRED,
  REROUTED,
  CLIENT_DECLINED,
  NO_CAPACITY,
  ADDITIONAL_ASSESSMENT_REQUIRED;

  @JsonValue
  public String code() {
    return Codes.of(this);
  }
}
