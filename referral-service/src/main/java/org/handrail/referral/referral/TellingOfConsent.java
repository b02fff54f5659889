package org.handrail.referral.referral;

import java.time.Instant;
import java.util.UUID;
import org.handrail.referral.referral.lifecycle.History;
import org.handrail.referral.referral.lifecycle.Party;
import org.springframework.stereotype.Component;

/**
 * Tells whoever sent a referral that the door held back when the client has signed a consent since
 * that may cover it. Nothing is sent by itself: they look at it together first. Of what had gone
 * out and may be read again the clocks go on.
 */
@Component
class TellingOfConsent {
  private final Referrals referrals;
  private final DoorsWord word;
  private final WhoHears hears;

  TellingOfConsent(Referrals referrals, DoorsWord word, WhoHears hears) {
    this.referrals = referrals;
    this.word = word;
    this.hears = hears;
  }

  /**
   * In the transaction of the consent's event, as the client's agency.
   *
   * @param at when it came into force: what was held back later was held back in spite of it
   */
  void signed(SignedConsents.Signed signed, Instant at) {
    DoorsWord.Word heard = signed.word(at);
    for (UUID id : referrals.of(signed.clientId())) {
      if (heard.isOf(id)) {
        referrals.lock(id).ifPresent(referral -> word.heard(referral, heard));
      }
      referrals
          .find(id)
          .filter(referral -> heard.opened().covers(referral.requester(), referral.receiver()))
          .filter(referral -> waits(referral.seenBy(Party.REQUESTER), at))
          .ifPresent(referral -> hears.ask(referral, "referral-consent-signed"));
    }
  }

  private static boolean waits(History history, Instant at) {
    String code = history.attention();
    return code != null
        && HeldBack.awaitsConsent(code)
        && history.steps().getLast().at().isBefore(at);
  }
}
