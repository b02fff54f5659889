package org.handrail.referral.handoff;

import java.time.Instant;
import java.util.UUID;
import org.handrail.platform.assignment.MergedRecords;
import org.handrail.platform.caller.Person;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.problem.Refusal;
import org.handrail.referral.referral.OwnReferrals;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Begins to hand a client over to the place of a referral. */
@Component
class OpeningHandoff {
  private final Handoffs handoffs;
  private final OwnReferrals referrals;
  private final Contact contact;
  private final HandoffEvents events;
  private final HandoffTimes times;
  private final MergedRecords merged;

  OpeningHandoff(
      Handoffs handoffs,
      OwnReferrals referrals,
      Contact contact,
      HandoffEvents events,
      HandoffTimes times,
      MergedRecords merged) {
    this.handoffs = handoffs;
    this.referrals = referrals;
    this.contact = contact;
    this.events = events;
    this.times = times;
    this.merged = merged;
  }

  /** What the specialist plans with the client. */
  record OpenHandoff(
      @Nullable UUID fromReferralId,
      @Nullable ContinuumStep from,
      ContinuumStep to,
      @Nullable Instant plannedAt) {}

  UUID open(Person by, OwnReferrals.Own referral, OpenHandoff wanted) {
    UUID earlier = wanted.fromReferralId();
    if (earlier != null) {
      check(by, referral, earlier);
    }
    if (referral.ended()) {
      throw HandoffProblems.deficient("/referralId", "referral-ended", "The referral has ended.");
    }
    Instant planned = wanted.plannedAt();
    if (planned != null) {
      times.requirePlannable(planned);
    }
    if (handoffs.lockTo(by.agency(), referral.id()).isPresent()) {
      throw Refusal.of(HandoffProblems.EXISTS);
    }
    var handoff =
        new Handoff(
            UUID.randomUUID(),
            referral.clientId(),
            referral.id(),
            earlier,
            wanted.from(),
            wanted.to(),
            by.subject(),
            Handoff.State.OPEN,
            wanted.plannedAt(),
            times.now(),
            null,
            null,
            null,
            null,
            null,
            0);
    handoffs.add(by.agency(), handoff);
    events.opened(by.agency(), handoff);
    contact.heard(by.agency(), handoffs.lock(handoff.id()).orElseThrow(), referral);
    return handoff.id();
  }

  /** Two referrals are joined only for the one person, whichever record of theirs they are of. */
  private void check(Person by, OwnReferrals.Own referral, UUID earlier) {
    var other = referrals.find(earlier).orElseThrow(NotFound::new);
    if (!merged.ofPerson(by, referral.clientId()).contains(other.clientId())) {
      throw new NotFound();
    }
    if (earlier.equals(referral.id())) {
      throw HandoffProblems.deficient(
          "/fromReferralId", "same-referral", "It goes from one place to another.");
    }
    if (handoffs.ledFrom(by.agency(), referral.id(), earlier)) {
      throw HandoffProblems.deficient(
          "/fromReferralId",
          "came-from-there",
          "The person went there from this place; for a return they are referred anew.");
    }
  }
}
