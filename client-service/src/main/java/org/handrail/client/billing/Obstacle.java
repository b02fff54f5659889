package org.handrail.client.billing;

/** Why a payer does not pay for some time, or not for all of it. */
enum Obstacle {
  KIND_NOT_PAID,
  MODE_NOT_PAID,
  GOAL_MISSING,
  ACTIVITY_MISSING,
  /** The specialist held no certificate on the day, as far as the roster knows (CERT-2). */
  CREDENTIAL_NOT_VALID,
  SIGN_OFF_MISSING,
  /** Other time of the same day on record is at the same time. */
  OVERLAPS,
  /** The specialist is a companion at that time, which nobody pays by units. */
  COMPANION_SHIFT,
  GROUP_TOO_LARGE,
  /** Shorter than the payer's first unit. */
  TOO_SHORT,
  /** The day's units are used up, by this or before it. */
  DAY_CAP
}
