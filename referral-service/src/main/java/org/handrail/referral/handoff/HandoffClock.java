package org.handrail.referral.handoff;

import java.time.Instant;
import java.util.UUID;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.deadline.Deadlines;
import org.handrail.referral.referral.Clocks;
import org.springframework.stereotype.Component;

/** What a handoff waits for, by the agency's calendar. */
@Component
class HandoffClock {
  static final String REOFFER = "handoff-reoffer";
  static final String FOLLOW_UP = "handoff-follow-up";

  private final Deadlines deadlines;
  private final FollowUpTasks tasks;
  private final Clocks clocks;

  HandoffClock(Deadlines deadlines, FollowUpTasks tasks, Clocks clocks) {
    this.deadlines = deadlines;
    this.tasks = tasks;
    this.clocks = clocks;
  }

  /** Until when a missed meeting is offered again; the specialist is reminded before that. */
  Instant reoffer(AgencyId agency, UUID handoffId, Instant missed) {
    var within = clocks.reoffering(agency, missed);
    deadlines.set(agency, REOFFER, handoffId, within.reminder());
    return within.end();
  }

  /** When that time is over, somebody else looks. */
  void reofferLate(AgencyId agency, UUID handoffId, Instant by) {
    deadlines.set(agency, REOFFER, handoffId, by);
  }

  void noReoffer(AgencyId agency, UUID handoffId) {
    deadlines.drop(agency, REOFFER, handoffId);
  }

  /** Makes the tasks of asking how it goes. */
  void followUps(AgencyId agency, UUID handoffId, Instant arrived) {
    for (int day : clocks.followUps()) {
      tasks.add(agency, handoffId, day, clocks.followUp(agency, arrived, day));
    }
    nextFollowUp(agency, handoffId);
  }

  void nextFollowUp(AgencyId agency, UUID handoffId) {
    tasks
        .next(handoffId)
        .ifPresentOrElse(
            at -> deadlines.set(agency, FOLLOW_UP, handoffId, at),
            () -> deadlines.drop(agency, FOLLOW_UP, handoffId));
  }

  void stop(AgencyId agency, UUID handoffId) {
    noReoffer(agency, handoffId);
    deadlines.drop(agency, FOLLOW_UP, handoffId);
  }
}
