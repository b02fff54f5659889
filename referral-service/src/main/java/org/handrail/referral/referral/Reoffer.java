package org.handrail.referral.referral;

import java.time.Clock;
import java.util.UUID;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.deadline.WhenDue;
import org.handrail.referral.referral.clock.Term;
import org.handrail.referral.referral.lifecycle.Party;
import org.springframework.stereotype.Component;

/** Has somebody who did not come offered another time. */
@Component
class Reoffer implements WhenDue {
  static final String KIND = "referral-reoffer";

  private final Referrals referrals;
  private final Rungs rungs;
  private final WhoHears hears;
  private final Clock clock;

  Reoffer(Referrals referrals, Rungs rungs, WhoHears hears, Clock clock) {
    this.referrals = referrals;
    this.rungs = rungs;
    this.hears = hears;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void lock(AgencyId agency, UUID about) {
    referrals.lock(about);
  }

  @Override
  public void due(AgencyId agency, UUID about) {
    referrals
        .find(about)
        .filter(r -> Term.REOFFER.waits(r.seenBy(Party.REQUESTER)))
        .ifPresent(
            referral -> {
              rungs.meet(agency, about, Term.REOFFER, "offer", clock.instant());
              hears.ask(referral, KIND);
            });
  }
}
