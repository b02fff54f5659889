package org.handrail.referral.referral;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.handrail.platform.attention.Attention;
import org.handrail.referral.referral.lifecycle.History;
import org.handrail.referral.referral.lifecycle.Party;
import org.springframework.stereotype.Component;

/**
 * Tells whoever sent a referral that the door held back when the client has signed a consent since
 * that may cover it. Nothing is sent by itself: they look at it together first. Of what was
 * delivered, and then taken back from a place that the client names now, the clocks go on.
 */
@Component
class TellingOfConsent {
  private final Referrals referrals;
  private final Watching watching;
  private final Attention attention;

  TellingOfConsent(Referrals referrals, Watching watching, Attention attention) {
    this.referrals = referrals;
    this.watching = watching;
    this.attention = attention;
  }

  /**
   * In the transaction of the consent's event, as the client's agency.
   *
   * @param named the parties that the consent names; none where it says it in another way
   * @param at when it came into force: what was held back later was held back in spite of it
   */
  void signed(UUID clientId, Set<String> named, Instant at) {
    for (UUID id : referrals.of(clientId)) {
      referrals.find(id).ifPresent(referral -> signed(referral, named, at));
    }
  }

  private void signed(Referral referral, Set<String> named, Instant at) {
    boolean isNamed = named.contains(referral.receiver().value());
    if ((isNamed || named.isEmpty()) && waits(referral.seenBy(Party.REQUESTER), at)) {
      tell(referral);
    }
    if (isNamed) {
      goOn(referral, at);
    }
  }

  private void goOn(Referral referral, Instant at) {
    if (referrals.consentedAnew(referral.id(), at)
        && !referral.seenBy(Party.REQUESTER).standing().status().ended()) {
      watching.again(referral, at);
    }
  }

  private static boolean waits(History history, Instant at) {
    String code = history.attention();
    return code != null
        && HeldBack.awaitsConsent(code)
        && history.steps().getLast().at().isBefore(at);
  }

  private void tell(Referral referral) {
    attention.ask(
        referral.requester(),
        referral.asked().draftedBy(),
        new Attention.Matter("referral-consent-signed", "referral", referral.id()));
  }
}
