package org.handrail.client.consent;

import org.handrail.client.consent.paper.Papers;
import org.handrail.client.ledger.Ledger;
import org.handrail.client.party.Parties;
import org.handrail.client.specialist.RosterSettings;
import org.handrail.platform.act.RecordedAct;
import org.springframework.stereotype.Component;

/**
 * What a signature sets off: the paper is kept as it was, the door hears of it, and its end is
 * waited for.
 */
@Component
class ComingIntoForce {
  private final Consents consents;
  private final Papers papers;
  private final Parties parties;
  private final RosterSettings settings;
  private final Ledger ledger;
  private final ConsentEvents events;
  private final ConsentExpiring expiring;

  ComingIntoForce(
      Consents consents,
      Papers papers,
      Parties parties,
      RosterSettings settings,
      Ledger ledger,
      ConsentEvents events,
      ConsentExpiring expiring) {
    this.consents = consents;
    this.papers = papers;
    this.parties = parties;
    this.settings = settings;
    this.ledger = ledger;
    this.events = events;
    this.expiring = expiring;
  }

  void take(ReachingConsent.Reached reached, Consent.Signed consent, RecordedAct act) {
    var agency = reached.by().agency();
    var paper =
        papers.of(consent.form(), reached.stored().language(), parties, settings.of(agency).zone());
    consents.addSignature(agency, consent, act, paper);
    ledger.decided(reached.head(), reached.now());
    events.activated(agency, consent, reached.stored().version() + 1);
    expiring.watch(agency, consent, reached.now());
  }
}
