package org.handrail.referral.referral;

import java.time.Instant;
import java.util.UUID;
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
  private final DoorsWord word;

  StoppingReferrals(Referrals referrals, SystemSteps steps, DoorsWord word) {
    this.referrals = referrals;
    this.steps = steps;
    this.word = word;
  }

  /**
   * In the transaction of the revocation's event, as the client's agency.
   *
   * @param at when it was revoked: what was sent later is the door's to judge
   */
  void stop(ConsentRevoked revoked, Instant at) {
    for (UUID id : referrals.of(revoked.clientId())) {
      referrals.lock(id).ifPresent(referral -> stop(referral, revoked, at));
    }
  }

  private void stop(Referral referral, ConsentRevoked revoked, Instant at) {
    if (referral.deliveredAt() != null) {
      word.heard(referral, new DoorsWord.Word(revoked.open(), revoked.closed(), MayGo.NOWHERE, at));
    } else if (referral.waitedBefore(at) && revoked.stops(referral)) {
      steps.stop(referral, REVOKED, at);
    }
  }
}
