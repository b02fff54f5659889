package org.handrail.referral.handoff;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.handrail.platform.caller.AgencyId;
import org.handrail.referral.referral.WhoAsks;
import org.springframework.stereotype.Component;

/** Follows a handoff no longer: kindly, and with the outgoing specialist staying where needed. */
@Component
class ClosingHandoff {
  private final Handoffs handoffs;
  private final HandoffClock waiting;
  private final WhoAsks asking;
  private final HandoffEvents events;
  private final Clock clock;

  ClosingHandoff(
      Handoffs handoffs, HandoffClock waiting, WhoAsks asking, HandoffEvents events, Clock clock) {
    this.handoffs = handoffs;
    this.waiting = waiting;
    this.asking = asking;
    this.events = events;
    this.clock = clock;
  }

  void close(AgencyId agency, Handoff handoff, Handoff.ClosingReason reason) {
    var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
    handoffs.close(handoff.id(), new Handoff.Closing(reason, at));
    waiting.stop(agency, handoff.id());
    if (reason == Handoff.ClosingReason.ENTERED_IN_ERROR) {
      giveBack(handoff);
    }
    events.closed(agency, handoffs.find(handoff.id()).orElseThrow(), reason);
  }

  /** There was no handoff: its referral asks again. */
  private void giveBack(Handoff handoff) {
    if (handoff.arrivedAt() != null) {
      asking.giveBackFollowUps(handoff.referralId());
    }
    if (handoff.state() == Handoff.State.MISSED) {
      asking.giveBackReoffer(handoff.referralId());
    }
  }
}
