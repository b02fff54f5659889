package org.handrail.referral.referral.lifecycle;

import com.fasterxml.jackson.annotation.JsonValue;

/** Who takes a step: the agency that refers, the agency that is asked, or Handrail itself. */
public enum Party {
  REQUESTER,
  RECEIVER,
  SYSTEM;

  @JsonValue
  public String code() {
    return Codes.of(this);
  }
}
