package org.handrail.client.consent;

import org.handrail.client.consent.paper.ConsentPaper;
import org.handrail.client.ledger.Ledger;
import org.handrail.platform.act.RecordedAct;
import org.springframework.stereotype.Component;

/**
 * What a signature sets off: the paper is kept as it was, the door hears of it, and its end is
 * waited for.
 */
@Component
class ComingIntoForce {
  private final Consents consents;
  private final Ledger ledger;
  private final ConsentEvents events;
  private final ConsentExpiring expiring;
  private final SentReferrals sentReferrals;

  ComingIntoForce(
      Consents consents,
      Ledger ledger,
      ConsentEvents events,
      ConsentExpiring expiring,
      SentReferrals sentReferrals) {
    this.consents = consents;
    this.ledger = ledger;
    this.events = events;
    this.expiring = expiring;
    this.sentReferrals = sentReferrals;
  }

  void take(
      ReachingConsent.Reached reached,
      Consent.Signed consent,
      ConsentPaper paper,
      RecordedAct act) {
    var agency = reached.by().agency();
    // A draft may be older than the refusal to draft it.
    var replaces = reached.stored().replaces();
    if (replaces != null) {
      consents
          .find(agency, consent.client(), replaces)
          .ifPresent(
              replaced -> EndingConsent.requireNotBinding(replaced.consent(), reached.now()));
    }
    consents.addSignature(agency, consent, act, paper);
    ledger.decided(reached.head(), reached.now());
    var sent = sentReferrals.of(agency, consent.client(), reached.now());
    events.activated(agency, consent, sent, reached.stored().version() + 1);
    expiring.watch(agency, consent, reached.now());
  }
}
