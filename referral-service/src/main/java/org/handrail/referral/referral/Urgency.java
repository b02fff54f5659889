package org.handrail.referral.referral;

/** How soon an answer is hoped for. */
enum Urgency {
  ROUTINE,
  URGENT
}
