package org.handrail.referral.referral.clock;

import java.time.Duration;
import java.util.Locale;

/** A step of the ladder that is climbed while nobody answers. */
public enum Rung {
  /** The receiver's intake is reminded. */
  HALF_TIME(50),
  /** The receiver's intake is reminded once more. */
  AT_TIME(100),
  /** The requester's supervisor is asked. */
  ESCALATION(125),
  /** It is over here: the next option, if the client chose one. */
  OVER(200);

  private final int percent;

  Rung(int percent) {
    this.percent = percent;
  }

  /** How long after the delivery, for a clock of that length. */
  public Duration of(Duration length) {
    return length.multipliedBy(percent).dividedBy(100);
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
