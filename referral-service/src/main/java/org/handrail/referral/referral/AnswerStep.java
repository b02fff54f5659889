package org.handrail.referral.referral;

import org.handrail.referral.referral.lifecycle.Step;

/** The steps by which a receiver answers. */
enum AnswerStep {
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
  CANCELLED;

  Step step() {
    return Step.valueOf(name());
  }
}
