package org.handrail.referral.referral;

import java.time.Instant;
import java.util.UUID;
import org.handrail.platform.attention.Attention;
import org.handrail.referral.referral.lifecycle.Party;
import org.springframework.stereotype.Component;

/**
 * Stops what is on its way when a client takes a consent back (P2-REV-1).
 *
 * <p>Whatever was sent before the revocation to a party that hears nothing more stops, and whoever
 * sent it looks at it again. The receiver of what went out already is told nothing here, which is
 * the door's to do if the client wishes, and is asked to reach nobody any more.
 */
@Component
class StoppingReferrals {
  private static final String REVOKED = "consent-revoked";

  private final Referrals referrals;
  private final SystemSteps steps;
  private final Watching watching;
  private final Attention attention;

  StoppingReferrals(
      Referrals referrals, SystemSteps steps, Watching watching, Attention attention) {
    this.referrals = referrals;
    this.steps = steps;
    this.watching = watching;
    this.attention = attention;
  }

  /**
   * In the transaction of the revocation's event, as the client's agency.
   *
   * @param at when it was revoked: what was sent later is the door's to judge
   */
  void stop(ConsentRevoked revoked, Instant at) {
    for (UUID id : referrals.of(revoked.clientId())) {
      referrals
          .lock(id)
          .filter(referral -> revoked.leavesWithNothing(referral.receiver()))
          .ifPresent(referral -> stop(referral, at));
    }
  }

  private void stop(Referral referral, Instant at) {
    boolean waits =
        referral.entries().stream()
            .filter(entry -> entry.crossing() == Crossing.AWAITING)
            .anyMatch(entry -> entry.taken().at().isBefore(at));
    if (referral.deliveredAt() == null) {
      if (waits) {
        steps.stop(referral, REVOKED);
      }
      return;
    }
    if (waits) {
      steps.overtake(referral);
    }
    referrals.consentEnded(referral.id(), at);
    if (!referral.seenBy(Party.REQUESTER).standing().status().ended()) {
      watching.stop(referral.requester(), referral.id());
      attention.ask(
          referral.requester(),
          referral.asked().draftedBy(),
          new Attention.Matter("referral-consent-revoked", "referral", referral.id()));
    }
  }
}
