package org.handrail.referral.handoff;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.handrail.platform.act.ActTimes;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.Problems;
import org.handrail.platform.problem.Refusal;
import org.handrail.referral.referral.OwnReferrals;
import org.springframework.stereotype.Component;

/** Which times can be told of a handoff. */
@Component
class HandoffTimes {
  private final Clock clock;

  HandoffTimes(Clock clock) {
    this.clock = clock;
  }

  /** As precise as it is kept. */
  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /** What is planned is still to come, and within a year. */
  void requirePlannable(Instant plannedAt) {
    Instant now = clock.instant();
    if (ActTimes.isBefore(plannedAt, now)) {
      throw HandoffProblems.deficient("/plannedAt", "in-past", "What is planned is still to come.");
    }
    if (ActTimes.isTooFarAhead(plannedAt, now)) {
      throw HandoffProblems.deficient(
          "/plannedAt", "too-far-ahead", "What is planned is within a year.");
    }
  }

  /** What is told of a meeting has happened. */
  void requirePast(Instant at) {
    if (ActTimes.isToCome(at, clock.instant())) {
      throw Refusal.of(
          Problem.of(Problems.INVALID).error("/at", "in-future", "It has not happened yet."));
    }
  }

  /** When the new place first learnt who the person is; nothing can be between them before. */
  static Instant requireDelivered(OwnReferrals.Own referral) {
    Instant delivered = referral.deliveredAt();
    if (delivered == null) {
      throw Refusal.of(HandoffProblems.NOT_DELIVERED);
    }
    return delivered;
  }

  /** Who the person is, the new place learns through the door first. */
  void requireSinceDelivery(Instant deliveredAt, Instant at) {
    if (ActTimes.isBefore(at, deliveredAt)) {
      throw HandoffProblems.deficient(
          "/at", "before-delivery", "The new place knew nothing of the person then.");
    }
  }
}
