package org.handrail.referral.referral;

/** What can be disclosed of a client, as consents name it. */
public enum Category {
  CONTACT,
  DEMOGRAPHICS,
  REFERRAL,
  REFERRAL_STATUS,
  PLAN,
  ENCOUNTERS,
  ATTENDANCE,
  RECOVERY_CAPITAL,
  TREATMENT_RECORD,
  EMERGENCY_SET,
  COUNSELING_NOTES,
  LEGAL_PROCEEDINGS,
  ENTIRE_RECORD
}
