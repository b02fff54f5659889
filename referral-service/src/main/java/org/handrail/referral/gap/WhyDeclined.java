package org.handrail.referral.gap;

/** Why something is not taken up. */
enum WhyDeclined {
  OUTSIDE_THE_REGION,
  NOT_OFFERED,
  CANNOT_BE_VERIFIED,
  AGAINST_THE_COALITIONS_RULES,
  OTHER
}
