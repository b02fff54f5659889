package org.handrail.referral.referral;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.handrail.platform.attention.Attention;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.Role;
import org.handrail.platform.deadline.WhenDue;
import org.handrail.referral.referral.clock.Rung;
import org.handrail.referral.referral.clock.Term;
import org.handrail.referral.referral.lifecycle.Party;

/** Reminds the receiver's intake, by what its own people have done. */
final class DeskReminder implements WhenDue {
  private final Term term;
  private final Referrals referrals;
  private final Rungs rungs;
  private final Watching watching;
  private final Attention attention;
  private final Clock clock;

  DeskReminder(
      Term term,
      Referrals referrals,
      Rungs rungs,
      Watching watching,
      Attention attention,
      Clock clock) {
    this.term = term;
    this.referrals = referrals;
    this.rungs = rungs;
    this.watching = watching;
    this.attention = attention;
    this.clock = clock;
  }

  static String kind(Term term) {
    return "referral-" + term.code() + "-desk";
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
        .filter(referral -> term.waits(referral.seenBy(Party.RECEIVER)))
        .filter(referral -> !referrals.isOver(referral.id()))
        .ifPresent(
            referral -> {
              if (referrals.hasConsentEnded(referral.id())) {
                waitForAnother(agency, referral);
              } else {
                remind(agency, referral);
              }
            });
  }

  // Nobody is urged to reach a person who has taken the consent back, until they sign anew: of
  // which the receiver hears nothing but the reminder. It comes within half of their time.
  private void waitForAnother(AgencyId agency, Referral referral) {
    Instant next = watching.at(referral, Party.RECEIVER, term, Rung.HALF_TIME, clock.instant());
    watching.next(agency, kind(), referral.id(), next);
  }

  private void remind(AgencyId agency, Referral referral) {
    Instant now = clock.instant();
    Instant since = referral.runsSince(Party.RECEIVER);
    Instant atTime = watching.at(referral, Party.RECEIVER, term, Rung.AT_TIME, since);
    // After a standstill one reminder is enough.
    boolean late = !now.isBefore(atTime);
    Rung rung = late ? Rung.AT_TIME : Rung.HALF_TIME;
    rungs.meet(agency, referral.id(), term, rung.code(), now);
    attention.ask(
        agency,
        Role.INTAKE_COORDINATOR,
        new Attention.Matter(
            "referral-" + term.code() + (late ? "-due" : "-soon"), "referral", referral.id()));
    if (!late) {
      watching.next(agency, kind(), referral.id(), atTime);
    }
  }
}
