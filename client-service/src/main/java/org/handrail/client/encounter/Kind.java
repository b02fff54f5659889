package org.handrail.client.encounter;

/** What sort of time together it was. */
public enum Kind {
  ONE_TO_ONE,
  OUTREACH,
  TRAVEL,
  MEETING_ATTENDANCE,
  SOBER_COMPANION,
  /** Part of a group's session; made when somebody signs in and wants it on their record. */
  GROUP
}
