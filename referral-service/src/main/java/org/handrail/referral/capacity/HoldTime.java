package org.handrail.referral.capacity;

import java.time.Duration;
import org.handrail.platform.problem.Problem;

/** For how long a place can be kept: a minute at least, and never longer than a week. */
final class HoldTime {
  static final Duration LONGEST = Duration.ofDays(7);

  /** As the description of the API says it. */
  static final String STATED =
      "From PT1M to PT168H, the longest that a place is kept; PT24H when left out";

  /** As the description of the API says it of one place. */
  static final String OF_ONE =
      "From PT1M to the holdFor of these places, from now on; a place that is kept already stays so"
          + " as long as it was, and another as long as that, when left out";

  private static final Duration SHORTEST = Duration.ofMinutes(1);

  private HoldTime() {}

  /** Adds an error that names the limits, unless the time is within them. */
  static Problem check(Problem problem, Duration time, Duration longest) {
    return time.compareTo(SHORTEST) < 0 || time.compareTo(longest) > 0
        ? problem.error("/holdFor", "out-of-range", "from %s to %s".formatted(SHORTEST, longest))
        : problem;
  }
}
