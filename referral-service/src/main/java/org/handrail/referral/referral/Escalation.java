package org.handrail.referral.referral;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.handrail.platform.attention.Attention;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.Role;
import org.handrail.platform.deadline.WhenDue;
import org.handrail.referral.referral.clock.Rung;
import org.handrail.referral.referral.clock.Term;
import org.handrail.referral.referral.lifecycle.Judgement;
import org.handrail.referral.referral.lifecycle.Lifecycle;
import org.handrail.referral.referral.lifecycle.Party;
import org.handrail.referral.referral.lifecycle.Standing;
import org.handrail.referral.referral.lifecycle.Step;

/** Asks the requester's supervisor, and then ends it, by what the door let come back. */
final class Escalation implements WhenDue {
  private final Term term;
  private final Referrals referrals;
  private final Rungs rungs;
  private final Watching watching;
  private final Attention attention;
  private final Overdue overdue;
  private final Clock clock;

  Escalation(
      Term term,
      Referrals referrals,
      Rungs rungs,
      Watching watching,
      Attention attention,
      Overdue overdue,
      Clock clock) {
    this.term = term;
    this.referrals = referrals;
    this.rungs = rungs;
    this.watching = watching;
    this.attention = attention;
    this.overdue = overdue;
    this.clock = clock;
  }

  static String kind(Term term) {
    return "referral-" + term.code();
  }

  @Override
  public String kind() {
    return kind(term);
  }

  @Override
  public void lock(AgencyId agency, UUID about) {
    referrals.lock(about);
  }

  @Override
  public void due(AgencyId agency, UUID about) {
    referrals
        .find(about)
        .filter(referral -> term.waits(referral.seenBy(Party.REQUESTER)))
        .ifPresent(
            referral -> {
              Instant since = referral.runsSince(Party.REQUESTER);
              if (rungs.met(about, term, Rung.ESCALATION, since)) {
                end(agency, referral);
              } else {
                escalate(agency, referral, since);
              }
            });
  }

  private void escalate(AgencyId agency, Referral referral, Instant since) {
    Instant now = clock.instant();
    rungs.meet(agency, referral.id(), term, Rung.ESCALATION.code(), now);
    attention.ask(
        agency,
        Role.SUPERVISOR,
        new Attention.Matter("referral-" + term.code() + "-late", "referral", referral.id()));
    Instant planned = watching.at(referral, Party.REQUESTER, term, Rung.ESCALATION, since);
    Instant over = watching.at(referral, Party.REQUESTER, term, Rung.OVER, since);
    // Whoever is asked after a standstill gets their time all the same.
    Duration between = Duration.between(planned, over);
    Instant earliest = now.plus(between);
    watching.next(agency, kind(), referral.id(), earliest.isAfter(over) ? earliest : over);
  }

  private void end(AgencyId agency, Referral referral) {
    Standing standing = referral.seenBy(Party.REQUESTER).standing();
    if (Lifecycle.judge(standing, Party.SYSTEM, Step.EXPIRED, null) instanceof Judgement.Allowed) {
      rungs.meet(agency, referral.id(), term, Rung.OVER.code(), clock.instant());
      overdue.mark(referral.id(), clock.instant());
    }
  }
}
