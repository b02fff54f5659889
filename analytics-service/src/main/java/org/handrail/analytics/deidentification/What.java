package org.handrail.analytics.deidentification;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What analysts may know to have happened to somebody: one of few, and nothing about it. */
public enum What {
  CLIENT_ENROLLED,
  OPTION_CHOSEN,
  REFERRAL_SENT,
  REFERRAL_REFUSED,
  REFERRAL_ACKNOWLEDGED,
  REFERRAL_ACCEPTED,
  REFERRAL_WAITLISTED,
  REFERRAL_INTAKE_SCHEDULED,
  REFERRAL_ATTENDED,
  REFERRAL_MISSED,
  REFERRAL_ENGAGED,
  REFERRAL_COMPLETED,
  REFERRAL_REJECTED,
  REFERRAL_CANCELLED,
  PLAN_ACTIVATED,
  MILESTONE_REACHED;

  /** Such as {@code referral-attended}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Such as {@code org.handrail.analytics.referral-attended.v1}. */
  String eventType() {
    return "org.handrail.analytics." + code() + ".v1";
  }

  static Optional<What> of(String code) {
    return Arrays.stream(values()).filter(what -> what.code().equals(code)).findFirst();
  }
}
