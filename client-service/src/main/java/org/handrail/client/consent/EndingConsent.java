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

  static final ProblemType CONSENT_BINDS =
      ProblemType.of(
          "consent-binds", 409, "This consent binds until the event that it names has happened");

  private final Consents consents;
  private final ConsentHappenings happenings;
  private final Ledger ledger;
  private final ConsentEvents events;
  private final TellingRecipients telling;

  EndingConsent(
      Consents consents,
      ConsentHappenings happenings,
      Ledger ledger,
      ConsentEvents events,
      TellingRecipients telling) {
    this.consents = consents;
    this.happenings = happenings;
    this.ledger = ledger;
    this.events = events;
    this.telling = telling;
  }

  /** The client says no to a draft. No reason is asked for or kept. */
  UUID refuse(ReachingConsent.Reached reached, ActForm act) {
    var draft = reached.draft();
    consents.addRefusal(
        reached.by().agency(), draft.id(), act.recordedBy(reached.recorder(), reached.now()));
    return draft.id().value();
  }

  /**
   * @param tell whether the client wants those who received something under it to hear of it
   */
  UUID revoke(
      ReachingConsent.Reached reached, Revocation.Extent extent, boolean tell, ActForm act) {
    var consent = signed(reached);
    if (consent.isIrrevocableAt(reached.now()) && !(extent instanceof Revocation.Extent.Nobody)) {
      throw Refusal.of(CONSENT_BINDS);
    }
    var agency = reached.by().agency();
    var recorded = act.recordedBy(reached.recorder(), reached.now());
    var revocation = new Revocation(reached.now(), extent);
    happenings.addRevocation(agency, consent.id(), revocation, recorded);
    ledger.decided(reached.head(), reached.now());
    events.revoked(agency, consent, extent, reached.stored().version() + 1);
    if (tell) {
      telling.tell(agency, consent, extent);
    }
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
    happenings.addEvent(
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
