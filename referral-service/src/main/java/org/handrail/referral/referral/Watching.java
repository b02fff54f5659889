package org.handrail.referral.referral;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.deadline.Deadlines;
import org.handrail.referral.referral.clock.Rung;
import org.handrail.referral.referral.clock.Term;
import org.handrail.referral.referral.lifecycle.Party;
import org.handrail.referral.referral.lifecycle.Reason;
import org.handrail.referral.referral.lifecycle.Taken;
import org.springframework.stereotype.Component;

/**
 * Winds a referral's clocks up. Each side has its own, since neither may learn from a clock what
 * the door kept back.
 */
@Component
class Watching {
  private final Deadlines deadlines;
  private final FollowUps tasks;
  private final Clocks clocks;

  Watching(Deadlines deadlines, FollowUps tasks, Clocks clocks) {
    this.deadlines = deadlines;
    this.tasks = tasks;
    this.clocks = clocks;
  }

  /** As the receiver, who was just sent it. */
  void delivered(Referral referral, Instant at) {
    remind(referral, Term.ACKNOWLEDGE, at);
    remind(referral, Term.FIRST_CONTACT, at);
  }

  /** As the receiver, who just took a step. */
  void answered(Referral referral, Taken taken) {
    switch (taken.step()) {
      case ON_HOLD -> onHold(referral, Party.RECEIVER, taken.at());
      case RESUMED -> remind(referral, Term.FIRST_CONTACT, taken.at());
      default -> {}
    }
  }

  /**
   * As the requester, who just learnt of a step of the receiver's.
   *
   * @param at when they did
   */
  void heard(Referral referral, Taken taken, Instant at) {
    switch (taken.step()) {
      case MISSED -> missed(referral, at);
      case ON_HOLD -> onHold(referral, Party.REQUESTER, at);
      case RESUMED -> escalate(referral, Term.FIRST_CONTACT, at);
      case ATTENDED, ENGAGED -> planFollowUps(referral);
      case CANCELLED -> cancelled(referral, taken);
      default -> {}
    }
  }

  // Of who did not come after all nobody asks what is asked of who came.
  private void cancelled(Referral referral, Taken taken) {
    if (taken.reason() == Reason.DID_NOT_ARRIVE) {
      tasks.dropThoseSince(FollowUpTask.Since.ARRIVAL, referral.id());
    }
  }

  /** As that side, on which it stands still: it is looked at now and then. */
  void onHold(Referral referral, Party side, Instant at) {
    AgencyId agency = referral.agencyOf(side);
    deadlines.set(agency, HoldReminder.kind(side), referral.id(), clocks.onHold(agency, at));
  }

  /** As the requester, whose sending was just released. */
  void sent(Referral referral, Instant at) {
    again(referral, at);
    planFollowUps(referral, FollowUpTask.Since.DELIVERY, at);
  }

  /** As the requester, who may hear again of what was sent. */
  void again(Referral referral, Instant at) {
    escalate(referral, Term.ACKNOWLEDGE, at);
    escalate(referral, Term.FIRST_CONTACT, at);
  }

  private void remind(Referral referral, Term term, Instant from) {
    Instant first = at(referral, Party.RECEIVER, term, Rung.HALF_TIME, from);
    deadlines.set(referral.receiver(), DeskReminder.kind(term), referral.id(), first);
  }

  private void escalate(Referral referral, Term term, Instant from) {
    Instant first = at(referral, Party.REQUESTER, term, Rung.ESCALATION, from);
    deadlines.set(referral.requester(), Escalation.kind(term), referral.id(), first);
  }

  /** As the requester, who just learnt that the person did not come. */
  void missed(Referral referral, Instant at) {
    deadlines.set(
        referral.requester(),
        Reoffer.KIND,
        referral.id(),
        clocks.reoffering(referral.requester(), at).reminder());
  }

  /** As the requester, who has nothing more to hear. */
  void stop(AgencyId requester, UUID referralId) {
    deadlines.drop(requester, Escalation.kind(Term.ACKNOWLEDGE), referralId);
    deadlines.drop(requester, Escalation.kind(Term.FIRST_CONTACT), referralId);
  }

  /** Waits for the next rung of the same clock. */
  void next(AgencyId agency, String kind, UUID referralId, Instant at) {
    deadlines.set(agency, kind, referralId, at);
  }

  /**
   * As the requester, who has the person asked how it goes: from when they came, if they are known
   * to have come, else from the delivery.
   */
  void planFollowUps(Referral referral) {
    Optional<Instant> came = referral.seenBy(Party.REQUESTER).arrivedAt();
    if (came.isEmpty()) {
      planFollowUps(referral, FollowUpTask.Since.DELIVERY, referral.arrival());
    } else {
      tasks.dropThoseSince(FollowUpTask.Since.DELIVERY, referral.id());
      planFollowUps(referral, FollowUpTask.Since.ARRIVAL, came.get());
    }
  }

  private void planFollowUps(Referral referral, FollowUpTask.Since since, Instant from) {
    boolean isNew = false;
    for (int day : clocks.followUps()) {
      Instant due = clocks.followUp(referral.requester(), from, day);
      isNew |= tasks.add(referral.requester(), referral.id(), since, day, due);
    }
    if (isNew) {
      nextFollowUp(referral.requester(), referral.id());
    }
  }

  /** Waits for the next follow-up, if there is one. */
  void nextFollowUp(AgencyId requester, UUID referralId) {
    tasks.next(referralId).ifPresent(at -> deadlines.set(requester, FollowUp.KIND, referralId, at));
  }

  /** By the side's own clock: whoever was not told how urgent it is does not learn it from that. */
  Instant at(Referral referral, Party side, Term term, Rung rung, Instant delivered) {
    boolean urgent = referral.urgency() == Urgency.URGENT && referral.tellsWhatFor(side);
    return clocks.at(referral.receiver(), urgent, term, rung, delivered);
  }
}
