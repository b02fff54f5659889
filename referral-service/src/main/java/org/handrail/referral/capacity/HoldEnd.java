package org.handrail.referral.capacity;

/** How a kept place stops being kept. */
public enum HoldEnd {
  /** The person came: the place is theirs. */
  ARRIVED,
  /** They did not. */
  NO_SHOW,
  /** The referral ended otherwise, or the provider let the place go. */
  RELEASED,
  /** Its time was over. */
  EXPIRED
}
