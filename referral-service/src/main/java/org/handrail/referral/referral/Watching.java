package org.handrail.referral.referral;

import java.time.Instant;
import java.util.UUID;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.deadline.Deadlines;
import org.handrail.referral.referral.clock.Rung;
import org.handrail.referral.referral.clock.Term;
import org.springframework.stereotype.Component;

/**
 * Winds a referral's clocks up. Each side has its own, since neither may learn from a clock what
 * the door kept back.
 */
@Component
class Watching {
  private final Deadlines deadlines;
  private final Clocks clocks;

  Watching(Deadlines deadlines, Clocks clocks) {
    this.deadlines = deadlines;
    this.clocks = clocks;
  }

  /** As the receiver, who was just sent it. */
  void delivered(Referral referral, Instant at) {
    for (Term term : new Term[] {Term.ACKNOWLEDGE, Term.FIRST_CONTACT}) {
      deadlines.set(
          referral.receiver(),
          DeskReminder.kind(term),
          referral.id(),
          at(referral, term, Rung.HALF_TIME, at));
    }
  }

  /** As the requester, whose sending was just released. */
  void sent(Referral referral, Instant at) {
    again(referral, at);
    followUp(referral, 0, at);
  }

  /** As the requester, who may hear again of what was sent. */
  void again(Referral referral, Instant at) {
    for (Term term : new Term[] {Term.ACKNOWLEDGE, Term.FIRST_CONTACT}) {
      deadlines.set(
          referral.requester(),
          Escalation.kind(term),
          referral.id(),
          at(referral, term, Rung.ESCALATION, at));
    }
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

  /** Waits for the next follow-up, if there is one after so many. */
  void followUp(Referral referral, int reached, Instant delivered) {
    if (reached < clocks.followUps().size()) {
      deadlines.set(
          referral.requester(),
          FollowUp.KIND,
          referral.id(),
          followUpAt(referral, clocks.followUps().get(reached), delivered));
    }
  }

  /** How many follow-ups it was time for by then. */
  int followUpsReached(Referral referral, Instant now) {
    return (int)
        clocks.followUps().stream()
            .filter(day -> !followUpAt(referral, day, referral.arrival()).isAfter(now))
            .count();
  }

  boolean isLastFollowUp(int reached) {
    return reached >= clocks.followUps().size();
  }

  private Instant followUpAt(Referral referral, int day, Instant delivered) {
    return clocks.followUp(referral.requester(), delivered, day);
  }

  Instant at(Referral referral, Term term, Rung rung, Instant delivered) {
    return clocks.at(
        referral.receiver(), referral.urgency() == Urgency.URGENT, term, rung, delivered);
  }
}
