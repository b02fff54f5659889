package org.handrail.referral.referral;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.handrail.platform.attention.Attention;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.Role;
import org.handrail.platform.deadline.WhenDue;
import org.handrail.referral.referral.clock.Term;
import org.handrail.referral.referral.lifecycle.Party;

/**
 * Has one side look again at what is on hold, as long as it is for them: the receiver's intake, and
 * whoever is at the client's side.
 */
final class HoldReminder implements WhenDue {
  private static final String REQUESTERS = "referral-" + Term.ON_HOLD.code();
  private static final String RECEIVERS = REQUESTERS + "-desk";

  private final Party side;
  private final Referrals referrals;
  private final Rungs rungs;
  private final Watching watching;
  private final WhoHears hears;
  private final Attention attention;
  private final Clock clock;

  HoldReminder(
      Party side,
      Referrals referrals,
      Rungs rungs,
      Watching watching,
      WhoHears hears,
      Attention attention,
      Clock clock) {
    this.side = side;
    this.referrals = referrals;
    this.rungs = rungs;
    this.watching = watching;
    this.hears = hears;
    this.attention = attention;
    this.clock = clock;
  }

  static String kind(Party side) {
    return side == Party.RECEIVER ? RECEIVERS : REQUESTERS;
  }

  @Override
  public String kind() {
    return kind(side);
  }

  @Override
  public void due(AgencyId agency, UUID about) {
    referrals
        .find(about)
        .filter(referral -> Term.ON_HOLD.waits(referral.seenBy(side)))
        .filter(referral -> !referrals.isOver(about))
        .ifPresent(
            referral -> {
              Instant now = clock.instant();
              // Whoever took the consent back is not asked about until they sign anew.
              if (!referrals.hasConsentEnded(about)) {
                rungs.meet(agency, about, Term.ON_HOLD, "still", now);
                ask(agency, referral);
              }
              watching.onHold(referral, side, now);
            });
  }

  private void ask(AgencyId agency, Referral referral) {
    if (side == Party.RECEIVER) {
      attention.ask(
          agency,
          Role.INTAKE_COORDINATOR,
          new Attention.Matter("referral-on-hold-due", "referral", referral.id()));
    } else {
      hears.ask(referral, "referral-on-hold-still");
    }
  }
}
