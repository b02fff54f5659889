package org.handrail.referral.handoff;

import java.time.Instant;
import java.util.UUID;
import org.handrail.platform.act.RecordedAct;
import org.handrail.platform.caller.AgencyId;
import org.handrail.referral.referral.AnswerReleased;
import org.handrail.referral.referral.OwnReferrals;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Knows when contact with the new place is confirmed: by the new place, through the door, and by
 * the client. Only then may the outgoing specialist go. What there is to ask on the way is asked
 * for the handoff, and no more for its referral.
 */
@Component
class Contact {
  private final Handoffs handoffs;
  private final HandoffMeetings meetings;
  private final OwnReferrals referrals;
  private final HandoffClock clock;
  private final HandoffTimes times;
  private final ClosingHandoff closing;
  private final HandoffEvents events;

  Contact(
      Handoffs handoffs,
      HandoffMeetings meetings,
      OwnReferrals referrals,
      HandoffClock clock,
      HandoffTimes times,
      ClosingHandoff closing,
      HandoffEvents events) {
    this.handoffs = handoffs;
    this.meetings = meetings;
    this.referrals = referrals;
    this.clock = clock;
    this.times = times;
    this.closing = closing;
    this.events = events;
  }

  /** In the transaction in which the answer is told to the requester's people. */
  @EventListener
  void on(AnswerReleased answer) {
    handoffs
        .lockTo(answer.requester(), answer.referralId())
        .ifPresent(
            handoff ->
                referrals
                    .find(answer.referralId())
                    .ifPresent(referral -> heard(answer.requester(), handoff, referral)));
  }

  /** What the incoming side said of the person so far. */
  void heard(AgencyId agency, Handoff handoff, OwnReferrals.Own referral) {
    Instant arrived = referral.arrivedAt();
    Instant missed = referral.missedAt();
    Instant before = referral.missedBefore();
    if (arrived != null) {
      arrived(agency, handoff, arrived);
      return;
    }
    if (handoff.arrivedAt() != null && handoff.underWay()) {
      // That they came was a slip, and nobody has gone by it yet.
      handoffs.didNotArrive(handoff.id());
    }
    if (missed != null) {
      missed(agency, handoff, missed);
    } else if (before != null) {
      hasAnotherTime(agency, handoff, before);
    }
  }

  private void arrived(AgencyId agency, Handoff handoff, Instant at) {
    if (handoff.arrivedAt() != null) {
      return;
    }
    handoffs.arrived(handoff.id(), at);
    clock.noReoffer(agency, handoff.id());
    clock.followUps(agency, handoff);
    settle(agency, handoff.id());
  }

  /** The client said that they are in contact: since the new place knows of them. */
  void confirmed(AgencyId agency, Handoff handoff, RecordedAct act) {
    Instant known =
        HandoffTimes.requireDelivered(referrals.find(handoff.referralId()).orElseThrow());
    handoffs.confirmed(
        handoff.id(),
        act.notBefore(known, "before-delivery", "The new place knew nothing of the person then."));
    settle(agency, handoff.id());
  }

  private void missed(AgencyId agency, Handoff handoff, Instant at) {
    if (!handoff.underWay() || !clock.takesReoffer(agency, handoff)) {
      return;
    }
    if (!handoff.isReofferedAfter(times.now())
        && !meetings.isAnyAfter(handoff, at)
        && !clock.isOffered(agency, handoff, at)) {
      handoffs.missed(handoff.id(), clock.reoffer(agency, handoff.id()));
    }
  }

  /** What the handoff's own people missed since is theirs to offer again. */
  private void hasAnotherTime(AgencyId agency, Handoff handoff, Instant missed) {
    if (handoff.state() == Handoff.State.MISSED && !meetings.isAnyAfter(handoff, missed)) {
      handoffs.hasAnotherTime(handoff.id());
      clock.noReoffer(agency, handoff.id());
    }
  }

  private void settle(AgencyId agency, UUID id) {
    Handoff now = handoffs.find(id).orElseThrow();
    if (!now.underWay() || now.outgoingStays()) {
      return;
    }
    handoffs.settle(id);
    events.confirmed(agency, handoffs.find(id).orElseThrow());
    UUID earlier = now.fromReferralId();
    if (earlier != null) {
      handoffs
          .lockTo(agency, earlier)
          .ifPresent(it -> closing.close(agency, it, Handoff.ClosingReason.MOVED_ON));
    }
  }
}
