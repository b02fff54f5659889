package org.handrail.client.consent;

import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.handrail.client.ledger.Ledger;
import org.handrail.platform.act.ActForm;
import org.handrail.platform.problem.ProblemType;
import org.handrail.platform.problem.Refusal;
import org.springframework.stereotype.Component;

/**
 * The client takes a consent back, or an event that ends it has happened. Either counts at once
 * (P2-REV-1).
 */
@Component
class EndingConsent {
  static final ProblemType CONSENT_NOT_SIGNED =
      ProblemType.of("consent-not-signed", 409, "The consent is not signed yet");
  static final ProblemType EVENT_NOT_NAMED =
      ProblemType.of("consent-event-not-named", 422, "The consent does not name this event");

  private final Consents consents;
  private final Ledger ledger;
  private final ConsentEvents events;

  EndingConsent(Consents consents, Ledger ledger, ConsentEvents events) {
    this.consents = consents;
    this.ledger = ledger;
    this.events = events;
  }

  UUID revoke(ReachingConsent.Reached reached, Revocation.Extent extent, ActForm act) {
    var consent = signed(reached);
    var agency = reached.by().agency();
    var recorded = act.recordedBy(reached.recorder(), reached.now());
    var revocation = new Revocation(reached.now(), extent);
    consents.addRevocation(agency, consent.id(), revocation, recorded);
    ledger.decided(reached.head(), reached.now());
    events.revoked(agency, consent, extent, reached.stored().version() + 1);
    return consent.id().value();
  }

  UUID happened(ReachingConsent.Reached reached, String event, ActForm act) {
    var consent = signed(reached);
    var named =
        event.equals(consent.form().irrevocableUntil())
            || (consent.form().expiry() instanceof Expiry.OnEvent(var ending)
                && ending.equals(event));
    if (!named) {
      throw Refusal.of(EVENT_NOT_NAMED);
    }
    var recorded = act.recordedBy(reached.recorder(), reached.now());
    consents.addEvent(
        reached.by().agency(),
        consent.id(),
        event,
        recorded.at().truncatedTo(ChronoUnit.MICROS),
        reached.by().subject(),
        reached.now());
    ledger.decided(reached.head(), reached.now());
    return consent.id().value();
  }

  private static Consent.Signed signed(ReachingConsent.Reached reached) {
    if (!(reached.stored().consent() instanceof Consent.Signed consent)) {
      throw Refusal.of(CONSENT_NOT_SIGNED);
    }
    return consent;
  }
}
