package org.handrail.referral.choice;

import java.util.UUID;

/**
 * Whether an option is what the client asked for, in one respect; of the client it says nothing.
 */
record OptionMatch(UUID serviceId, Criterion criterion, Fit fit) {

  /** In which respect. */
  enum Criterion {
    /** It is for the need. */
    NEED,
    /** It takes people of the client's age. */
    AGE,
    /** The client's language is spoken there. */
    LANGUAGE,
    /** Somebody said within ninety days that its entry is right. */
    CONFIRMED_LATELY,
    /** It can be referred to; otherwise the client can go there by themselves. */
    TAKES_REFERRALS
  }

  /** What the directory says. */
  enum Fit {
    YES,
    NO,
    UNKNOWN
  }
}
