package org.handrail.referral.choice;

import java.util.UUID;
import org.handrail.referral.directory.Fit;

/**
 * Whether an option is what the client asked for, in one respect. Beside what the directory says of
 * the option it can tell what was asked.
 */
record OptionMatch(UUID serviceId, Criterion criterion, Fit fit) {

  /** In which respect. */
  enum Criterion {
    /** It is for the need. */
    NEED,
    /** It takes people of the client's age. */
    AGE,
    /** It takes people with what else was said of the client, whatever that was. */
    ELIGIBLE,
    /** The client's language is spoken there. */
    LANGUAGE,
    /** Somebody said so lately that its entry is right that it may be believed. */
    CONFIRMED_LATELY,
    /** It can be referred to; otherwise the client can go there by themselves. */
    TAKES_REFERRALS
  }
}
