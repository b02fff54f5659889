package org.handrail.platform.act;

import java.time.Duration;
import java.time.Instant;

/**
 * When something can have been that somebody writes down. The clocks of phones are not ours: five
 * minutes more or less say nothing.
 */
public final class ActTimes {
  private static final Duration CLOCKS_DIFFER_BY = Duration.ofMinutes(5);
  // Older papers exist, but nobody begins to write them down here: it was a slip.
  private static final Duration LONGEST_AGO = Duration.ofDays(3653);

  // Nobody arranges to meet further ahead: it was a slip.
  private static final Duration LONGEST_AHEAD = Duration.ofDays(366);

  private ActTimes() {}

  /** Whether that is still to come. */
  public static boolean isToCome(Instant at, Instant now) {
    return at.isAfter(now.plus(CLOCKS_DIFFER_BY));
  }

  /** Whether one was before what it can only follow. */
  public static boolean isBefore(Instant at, Instant other) {
    return at.isBefore(other.minus(CLOCKS_DIFFER_BY));
  }

  /** Whether it lies more than ten years back. */
  public static boolean isTooLongAgo(Instant at, Instant now) {
    return at.isBefore(now.minus(LONGEST_AGO));
  }

  /** Whether it lies more than a year ahead. */
  public static boolean isTooFarAhead(Instant at, Instant now) {
    return at.isAfter(now.plus(LONGEST_AHEAD));
  }

  /** By our clock: what a phone that is a little ahead does is done now. */
  public static Instant byOurClock(Instant at, Instant now) {
    return at.isAfter(now) && !isToCome(at, now) ? now : at;
  }
}
