package org.handrail.referral.handoff;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.deadline.Deadlines;
import org.handrail.referral.referral.Clocks;
import org.handrail.referral.referral.FollowUps;
import org.handrail.referral.referral.WhoAsks;
import org.springframework.stereotype.Component;

/** What a handoff waits for, by the agency's calendar. */
@Component
class HandoffClock {
  static final String REOFFER = "handoff-reoffer";
  static final String FOLLOW_UP = "handoff-follow-up";

  private final Deadlines deadlines;
  private final FollowUps tasks;
  private final Clocks clocks;
  private final WhoAsks asking;
  private final Clock clock;

  HandoffClock(Deadlines deadlines, FollowUps tasks, Clocks clocks, WhoAsks asking, Clock clock) {
    this.deadlines = deadlines;
    this.tasks = tasks;
    this.clocks = clocks;
    this.asking = asking;
    this.clock = clock;
  }

  /**
   * Until when a missed meeting is offered again, which is known only now; the specialist is
   * reminded before that.
   */
  Instant reoffer(AgencyId agency, UUID handoffId) {
    var within = clocks.reoffering(agency, clock.instant());
    deadlines.set(agency, REOFFER, handoffId, within.reminder());
    return within.end();
  }

  /** Whether the people have another time already that is as soon as one has to be offered. */
  boolean isOffered(AgencyId agency, Handoff handoff, Instant missed) {
    Instant planned = handoff.plannedAt();
    return planned != null
        && planned.isAfter(missed)
        && planned.isBefore(clocks.reoffering(agency, clock.instant()).end());
  }

  /** Asks in the referral's place that another time is offered; false if that was asked already. */
  boolean takesReoffer(AgencyId agency, Handoff handoff) {
    return asking.takeReoffer(agency, handoff.referralId());
  }

  /** When that time is over, somebody else looks. */
  void reofferLate(AgencyId agency, UUID handoffId, Instant by) {
    deadlines.set(agency, REOFFER, handoffId, by);
  }

  void noReoffer(AgencyId agency, UUID handoffId) {
    deadlines.drop(agency, REOFFER, handoffId);
  }

  /** Asks how it goes in the referral's place. */
  void followUps(AgencyId agency, Handoff handoff) {
    asking.takeFollowUps(agency, handoff.referralId());
    nextFollowUp(agency, handoff);
  }

  void nextFollowUp(AgencyId agency, Handoff handoff) {
    tasks
        .next(handoff.referralId())
        .ifPresentOrElse(
            at -> deadlines.set(agency, FOLLOW_UP, handoff.id(), at),
            () -> deadlines.drop(agency, FOLLOW_UP, handoff.id()));
  }

  /** There was no handoff: its referral asks again. */
  void giveBack(AgencyId agency, Handoff handoff) {
    if (handoff.arrivedAt() != null) {
      asking.giveBackFollowUps(agency, handoff.referralId());
    }
    asking.giveBackReoffer(handoff.referralId());
  }

  void stop(AgencyId agency, UUID handoffId) {
    noReoffer(agency, handoffId);
    deadlines.drop(agency, FOLLOW_UP, handoffId);
  }
}
