package org.handrail.referral.referral;

/** Where a step stands on its way to the other party. */
enum Crossing {
  /** Stays with who took it, or was shared from the beginning. */
  NONE,
  /** The door is to be asked. */
  AWAITING,
  /** Released; the other side has not told its own people yet. */
  ARRIVED,
  RELEASED,
  /** The door refused. */
  WITHHELD,
  /** Overtaken before the door was asked. */
  VOID
}
