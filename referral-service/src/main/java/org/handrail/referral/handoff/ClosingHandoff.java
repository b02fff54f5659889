package org.handrail.referral.handoff;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.handrail.platform.caller.AgencyId;
import org.springframework.stereotype.Component;

/** Follows a handoff no longer: kindly, and with the outgoing specialist staying where needed. */
@Component
class ClosingHandoff {
  private final Handoffs handoffs;
  private final HandoffClock waiting;
  private final HandoffEvents events;
  private final Clock clock;

  ClosingHandoff(Handoffs handoffs, HandoffClock waiting, HandoffEvents events, Clock clock) {
    this.handoffs = handoffs;
    this.waiting = waiting;
    this.events = events;
    this.clock = clock;
  }

  void close(AgencyId agency, Handoff handoff, Handoff.ClosingReason reason) {
    var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
    handoffs.close(handoff.id(), new Handoff.Closing(reason, at));
    waiting.stop(agency, handoff.id());
    if (reason == Handoff.ClosingReason.ENTERED_IN_ERROR) {
      waiting.giveBack(agency, handoff);
    }
    events.closed(agency, handoffs.find(handoff.id()).orElseThrow(), reason);
  }
}
