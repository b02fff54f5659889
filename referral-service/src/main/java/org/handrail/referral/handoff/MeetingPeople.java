package org.handrail.referral.handoff;

import java.time.Instant;
import java.util.UUID;
import org.handrail.platform.caller.Person;
import org.handrail.platform.problem.Refusal;
import org.handrail.referral.referral.OwnReferrals;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes down how the two sides met with the person there, that they did not, and what then. */
@Component
class MeetingPeople {
  private final Handoffs handoffs;
  private final HandoffMeetings meetings;
  private final OwnReferrals referrals;
  private final HandoffClock waiting;
  private final HandoffTimes times;

  MeetingPeople(
      Handoffs handoffs,
      HandoffMeetings meetings,
      OwnReferrals referrals,
      HandoffClock waiting,
      HandoffTimes times) {
    this.handoffs = handoffs;
    this.meetings = meetings;
    this.referrals = referrals;
    this.waiting = waiting;
    this.times = times;
  }

  /** What is told of a meeting. */
  record Told(
      Instant at,
      HandoffMeeting.Mode mode,
      HandoffMeeting.Place place,
      HandoffMeeting.@Nullable Incoming incoming,
      boolean clientPresent) {}

  UUID met(Person by, Handoff handoff, Told told) {
    times.requirePast(told.at());
    if (!told.clientPresent()) {
      throw HandoffProblems.deficient(
          "/clientPresent", "not-warm", "A warm handoff has the person there: with them, or not.");
    }
    requireUnderWay(handoff);
    times.requireSinceDelivery(deliveredAt(handoff), told.at());
    meetings.add(by.agency(), handoff.id(), meeting(by, told, true));
    handoffs.met(handoff.id());
    waiting.noReoffer(by.agency(), handoff.id());
    return handoff.id();
  }

  UUID missed(Person by, Handoff handoff, Told told) {
    times.requirePast(told.at());
    requireUnderWay(handoff);
    times.requireSinceDelivery(deliveredAt(handoff), told.at());
    meetings.add(by.agency(), handoff.id(), meeting(by, told, false));
    Instant known = handoff.reofferBy();
    // The new place may have told of it first.
    handoffs.missed(
        handoff.id(),
        known == null ? waiting.reoffer(by.agency(), handoff.id(), told.at()) : known);
    return handoff.id();
  }

  UUID offer(Person by, Handoff handoff, Instant plannedAt) {
    times.requirePlannable(plannedAt);
    if (handoff.state() != Handoff.State.MISSED && handoff.state() != Handoff.State.OPEN) {
      throw Refusal.of(HandoffProblems.NOT_FROM_HERE);
    }
    handoffs.offered(handoff.id(), plannedAt);
    waiting.noReoffer(by.agency(), handoff.id());
    return handoff.id();
  }

  private Instant deliveredAt(Handoff handoff) {
    return referrals
        .find(handoff.referralId())
        .map(OwnReferrals.Own::deliveredAt)
        .orElseThrow(() -> Refusal.of(HandoffProblems.NOT_DELIVERED));
  }

  private static void requireUnderWay(Handoff handoff) {
    if (!handoff.underWay()) {
      throw Refusal.of(HandoffProblems.NOT_FROM_HERE);
    }
  }

  private HandoffMeeting meeting(Person by, Told told, boolean held) {
    return new HandoffMeeting(
        held,
        told.at(),
        told.mode(),
        told.place(),
        by.subject(),
        held ? told.incoming() : null,
        times.now());
  }
}
