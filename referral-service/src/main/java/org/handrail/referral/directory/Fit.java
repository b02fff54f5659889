package org.handrail.referral.directory;

/** Whether a service is what somebody looks for, in one respect, by what the directory says. */
public enum Fit {
  YES,
  NO,
  UNKNOWN
}
