package org.handrail.referral.handoff;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.deadline.Deadlines;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** What a handoff waits for, by the agency's calendar. */
@Component
@EnableConfigurationProperties(HandoffDays.class)
class HandoffClock {
  static final String REOFFER = "handoff-reoffer";
  static final String FOLLOW_UP = "handoff-follow-up";

  // At eight in the morning of the last day there is still time to call.
  private static final Duration BEFORE_THE_END = Duration.ofHours(16);

  private final Deadlines deadlines;
  private final FollowUpTasks tasks;
  private final HandoffDays days;

  HandoffClock(Deadlines deadlines, FollowUpTasks tasks, HandoffDays days) {
    this.deadlines = deadlines;
    this.tasks = tasks;
    this.days = days;
  }

  /** Until when a missed meeting is offered again; the specialist is reminded before that. */
  Instant reoffer(AgencyId agency, UUID handoffId, Instant missed) {
    Instant by = days.of(agency).endOf(missed, days.reofferWithin());
    deadlines.set(agency, REOFFER, handoffId, by.minus(BEFORE_THE_END));
    return by;
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
    for (int day : days.followUps()) {
      tasks.add(agency, handoffId, day, days.of(agency).sameHour(arrived, day));
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
