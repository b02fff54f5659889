package org.handrail.referral.handoff;

import java.time.Instant;
import java.util.UUID;
import org.handrail.platform.caller.Person;
import org.handrail.platform.problem.Refusal;
import org.handrail.referral.referral.OwnReferrals;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes down how the two sides met with the person there, that they did not, and what then. What
 * is told late is kept, and undoes nothing that came after it.
 */
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
    if (note(by, handoff, meeting(by, told, true))) {
      handoffs.met(handoff.id());
      waiting.noReoffer(by.agency(), handoff.id());
    }
    return handoff.id();
  }

  UUID missed(Person by, Handoff handoff, Told told) {
    times.requirePast(told.at());
    if (note(by, handoff, meeting(by, told, false))) {
      Instant known = handoff.reofferBy();
      // The new place may have told of it first.
      handoffs.missed(
          handoff.id(),
          known == null || !handoff.isReofferedAfter(times.now())
              ? waiting.reoffer(by.agency(), handoff.id())
              : known);
    }
    return handoff.id();
  }

  UUID offer(Person by, Handoff handoff, Instant plannedAt) {
    times.requirePlannable(plannedAt);
    if (handoff.state() != Handoff.State.MISSED && handoff.state() != Handoff.State.OPEN) {
      throw Refusal.of(HandoffProblems.NOT_FROM_HERE);
    }
    handoffs.offered(handoff.id(), plannedAt, times.now());
    waiting.noReoffer(by.agency(), handoff.id());
    return handoff.id();
  }

  /**
   * Keeps it, whenever it is told.
   *
   * @return whether the handoff stands where it led: nothing that is known came after it
   */
  private boolean note(Person by, Handoff handoff, HandoffMeeting meeting) {
    if (!handoff.underWay()) {
      throw Refusal.of(HandoffProblems.NOT_FROM_HERE);
    }
    OwnReferrals.Own referral = referrals.find(handoff.referralId()).orElseThrow();
    times.requireSinceDelivery(HandoffTimes.requireDelivered(referral), meeting.at());
    boolean latest = isLatest(handoff, referral, meeting);
    meetings.add(by.agency(), handoff.id(), meeting);
    if (!latest) {
      handoffs.noted(handoff.id());
    }
    return latest;
  }

  /** What was missed is no more to be made up for once the person came. */
  private boolean isLatest(Handoff handoff, OwnReferrals.Own referral, HandoffMeeting meeting) {
    Instant missed = referral.missedAt();
    return (meeting.held() || handoff.arrivedAt() == null)
        && (missed == null || !missed.isAfter(meeting.at()))
        && !meetings.isAnyAfter(handoff, meeting.at());
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
