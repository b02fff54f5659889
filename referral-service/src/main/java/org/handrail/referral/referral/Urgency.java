package org.handrail.referral.referral;

/** How soon an answer is hoped for. */
public enum Urgency {
  ROUTINE,
  URGENT
}
