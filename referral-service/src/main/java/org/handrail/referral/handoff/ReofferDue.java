package org.handrail.referral.handoff;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.handrail.platform.attention.Attention;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.Role;
import org.handrail.platform.deadline.WhenDue;
import org.handrail.referral.referral.OwnReferrals;
import org.handrail.referral.referral.WhoHears;
import org.springframework.stereotype.Component;

/**
 * Has a missed meeting offered again: by the specialist, and then by whoever supervises them; not
 * once the person came, nor to a place whose referral has ended.
 */
@Component
class ReofferDue implements WhenDue {
  private final Handoffs handoffs;
  private final OwnReferrals referrals;
  private final HandoffClock waiting;
  private final WhoHears hears;
  private final Attention attention;
  private final Clock clock;

  ReofferDue(
      Handoffs handoffs,
      OwnReferrals referrals,
      HandoffClock waiting,
      WhoHears hears,
      Attention attention,
      Clock clock) {
    this.handoffs = handoffs;
    this.referrals = referrals;
    this.waiting = waiting;
    this.hears = hears;
    this.attention = attention;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return HandoffClock.REOFFER;
  }

  @Override
  public void lock(AgencyId agency, UUID about) {
    handoffs.lock(about);
  }

  @Override
  public void due(AgencyId agency, UUID about) {
    handoffs.find(about).ifPresent(handoff -> remind(agency, handoff));
  }

  private void remind(AgencyId agency, Handoff handoff) {
    Instant by = handoff.reofferBy();
    if (by == null || handoff.arrivedAt() != null || hasEnded(handoff)) {
      return;
    }
    if (clock.instant().isBefore(by)) {
      hears.ask(
          agency,
          handoff.clientId(),
          handoff.outgoing(),
          matter("handoff-reoffer-due", handoff.id()));
      waiting.reofferLate(agency, handoff.id(), by);
    } else {
      attention.ask(agency, Role.SUPERVISOR, matter("handoff-reoffer-late", handoff.id()));
    }
  }

  private boolean hasEnded(Handoff handoff) {
    return referrals.find(handoff.referralId()).filter(OwnReferrals.Own::ended).isPresent();
  }

  private static Attention.Matter matter(String code, UUID id) {
    return new Attention.Matter(code, "handoff", id);
  }
}
