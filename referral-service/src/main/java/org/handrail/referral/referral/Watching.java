package org.handrail.referral.referral;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.deadline.Deadlines;
import org.handrail.referral.referral.clock.Clocks;
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
    for (Term term : new Term[] {Term.ACKNOWLEDGE, Term.FIRST_CONTACT}) {
      deadlines.set(
          referral.requester(),
          Escalation.kind(term),
          referral.id(),
          at(referral, term, Rung.ESCALATION, at));
    }
    followUp(referral, 0, at);
  }

  /** As the requester, who just learnt that the person did not come. */
  void missed(Referral referral, Instant at) {
    deadlines.set(
        referral.requester(),
        Reoffer.KIND,
        referral.id(),
        clocks.wall(referral.requester()).afterWorkingDays(at, clocks.reofferWithin()));
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
  void followUp(Referral referral, int done, Instant delivered) {
    if (done < clocks.followUps().size()) {
      Duration after = clocks.followUps().get(done);
      deadlines.set(
          referral.requester(),
          FollowUp.KIND,
          referral.id(),
          clocks.wall(referral.requester()).after(delivered, after));
    }
  }

  boolean isLastFollowUp(int done) {
    return done >= clocks.followUps().size();
  }

  Instant at(Referral referral, Term term, Rung rung, Instant delivered) {
    return clocks.at(
        referral.receiver(), referral.urgency() == Urgency.URGENT, term, rung, delivered);
  }
}
