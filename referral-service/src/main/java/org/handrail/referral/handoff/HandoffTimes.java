package org.handrail.referral.handoff;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.Problems;
import org.handrail.platform.problem.Refusal;
import org.springframework.stereotype.Component;

/** Which times can be told of a handoff. */
@Component
class HandoffTimes {
  // The clocks of phones are not ours.
  private static final Duration CLOCKS_DIFFER_BY = Duration.ofMinutes(2);

  private final Clock clock;

  HandoffTimes(Clock clock) {
    this.clock = clock;
  }

  /** As precise as it is kept. */
  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /** What is planned is still to come. */
  void requirePlannable(Instant plannedAt) {
    if (plannedAt.isBefore(clock.instant().minus(CLOCKS_DIFFER_BY))) {
      throw HandoffProblems.deficient("/plannedAt", "in-past", "What is planned is still to come.");
    }
  }

  /** What is told of a meeting has happened. */
  void requirePast(Instant at) {
    if (at.isAfter(clock.instant().plus(CLOCKS_DIFFER_BY))) {
      throw Refusal.of(
          Problem.of(Problems.INVALID).error("/at", "in-future", "It has not happened yet."));
    }
  }

  /** Who the person is, the new place learns through the door first. */
  void requireSinceDelivery(Instant deliveredAt, Instant at) {
    if (at.isBefore(deliveredAt.minus(CLOCKS_DIFFER_BY))) {
      throw HandoffProblems.deficient(
          "/at", "before-delivery", "The new place knew nothing of the person then.");
    }
  }
}
