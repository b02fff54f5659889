package org.handrail.referral.handoff;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.handrail.platform.caller.Person;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.Problems;
import org.handrail.platform.problem.Refusal;
import org.handrail.referral.referral.OwnReferrals;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes down how the two sides met with the person there, that they did not, and what then. */
@Component
class MeetingPeople {
  // The clocks of phones are not ours.
  private static final Duration CLOCKS_DIFFER_BY = Duration.ofMinutes(2);

  private final Handoffs handoffs;
  private final HandoffMeetings meetings;
  private final OwnReferrals referrals;
  private final HandoffClock waiting;
  private final Clock clock;

  MeetingPeople(
      Handoffs handoffs,
      HandoffMeetings meetings,
      OwnReferrals referrals,
      HandoffClock waiting,
      Clock clock) {
    this.handoffs = handoffs;
    this.meetings = meetings;
    this.referrals = referrals;
    this.waiting = waiting;
    this.clock = clock;
  }

  /** What is told of a meeting. */
  record Told(
      Instant at,
      HandoffMeeting.Mode mode,
      HandoffMeeting.Place place,
      HandoffMeeting.@Nullable Incoming incoming,
      boolean clientPresent) {}

  UUID met(Person by, Handoff handoff, Told told) {
    Instant now = past(told.at());
    if (!told.clientPresent()) {
      throw deficient(
          "/clientPresent", "not-warm", "A warm handoff has the person there: with them, or not.");
    }
    requireUnderWay(handoff);
    requireDelivered(handoff);
    meetings.add(by.agency(), handoff.id(), meeting(by, told, true, now));
    handoffs.met(handoff.id());
    waiting.noReoffer(by.agency(), handoff.id());
    return handoff.id();
  }

  UUID missed(Person by, Handoff handoff, Told told) {
    Instant now = past(told.at());
    requireUnderWay(handoff);
    meetings.add(by.agency(), handoff.id(), meeting(by, told, false, now));
    Instant known = handoff.reofferBy();
    // The new place may have told of it first.
    handoffs.missed(
        handoff.id(),
        known == null ? waiting.reoffer(by.agency(), handoff.id(), told.at()) : known);
    return handoff.id();
  }

  UUID offer(Person by, Handoff handoff, Instant plannedAt) {
    if (plannedAt.isBefore(clock.instant().minus(CLOCKS_DIFFER_BY))) {
      throw deficient("/plannedAt", "in-past", "What is offered is still to come.");
    }
    if (handoff.state() != Handoff.State.MISSED && handoff.state() != Handoff.State.OPEN) {
      throw Refusal.of(HandoffProblems.NOT_FROM_HERE);
    }
    handoffs.offered(handoff.id(), plannedAt);
    waiting.noReoffer(by.agency(), handoff.id());
    return handoff.id();
  }

  /** Who the person is, the new place learns through the door first. */
  private void requireDelivered(Handoff handoff) {
    if (referrals.find(handoff.referralId()).filter(OwnReferrals.Own::delivered).isEmpty()) {
      throw Refusal.of(HandoffProblems.NOT_DELIVERED);
    }
  }

  private static void requireUnderWay(Handoff handoff) {
    if (!handoff.underWay()) {
      throw Refusal.of(HandoffProblems.NOT_FROM_HERE);
    }
  }

  private static HandoffMeeting meeting(Person by, Told told, boolean held, Instant now) {
    return new HandoffMeeting(
        held,
        told.at(),
        told.mode(),
        told.place(),
        by.subject(),
        held ? told.incoming() : null,
        now);
  }

  private Instant past(Instant at) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    if (at.isAfter(now.plus(CLOCKS_DIFFER_BY))) {
      throw Refusal.of(
          Problem.of(Problems.INVALID).error("/at", "in-future", "It has not happened yet."));
    }
    return now;
  }

  private static Refusal deficient(String pointer, String code, String detail) {
    return Refusal.of(Problem.of(HandoffProblems.DEFICIENT).error(pointer, code, detail));
  }
}
