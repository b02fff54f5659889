package org.handrail.client.consent;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.handrail.client.ledger.ChainHead;
import org.handrail.client.ledger.Ledger;
import org.handrail.client.party.Parties;
import org.handrail.platform.act.ActForm;
import org.handrail.platform.act.RecordedAct;
import org.handrail.platform.problem.Problem;
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

  static final ProblemType NOT_REACHED =
      ProblemType.of(
          "consent-recipient-not-reached", 422, "The consent tells this party nothing anyway");
  static final ProblemType CONSENT_BINDS =
      ProblemType.of(
          "consent-binds", 409, "This consent binds until the event that it names has happened");

  private final Consents consents;
  private final ConsentHappenings happenings;
  private final Parties parties;
  private final Ledger ledger;
  private final ConsentEvents events;
  private final TellingRecipients telling;

  EndingConsent(
      Consents consents,
      ConsentHappenings happenings,
      Parties parties,
      Ledger ledger,
      ConsentEvents events,
      TellingRecipients telling) {
    this.consents = consents;
    this.happenings = happenings;
    this.parties = parties;
    this.ledger = ledger;
    this.events = events;
    this.telling = telling;
  }

  /** What binds until its event is not ended by another that takes its place. */
  static void requireNotBinding(Consent consent, Instant now) {
    if (consent instanceof Consent.Signed signed && signed.bindsAt(now)) {
      throw Refusal.of(CONSENT_BINDS);
    }
  }

  /** The client says no to a draft. No reason is asked for or kept. */
  UUID refuse(ReachingConsent.Reached reached, ActForm act) {
    var draft = reached.draft();
    var refusal =
        act.recordedBy(reached.recorder(), reached.now())
            .notBefore(
                reached.stored().draftedAt(), "before-draft", "There was no such draft yet then.");
    consents.addRefusal(reached.by().agency(), draft.id(), refusal);
    return draft.id().value();
  }

  /**
   * Takes back from this moment on, whenever it was said. What was taken back already stays as it
   * is, unless something was signed since, which the same words then end too.
   *
   * @param tell whether the client wants those who received something under it to hear of it
   */
  UUID revoke(
      ReachingConsent.Reached reached, Revocation.Extent extent, boolean tell, ActForm act) {
    var consent = signed(reached);
    if (consent.isIrrevocableAt(reached.now()) && !(extent instanceof Revocation.Extent.Nobody)) {
      throw Refusal.of(CONSENT_BINDS);
    }
    if (extent instanceof Revocation.Extent.OneRecipient(var party)
        && consent.form().recipients().reach(party, parties) == Recipients.Reach.NOT_AT_ALL) {
      throw Refusal.of(
          Problem.of(NOT_REACHED)
              .error("/recipient", "not-reached", "Take back the consent that names it."));
    }
    var agency = reached.by().agency();
    var recorded = afterSignature(consent, act.recordedBy(reached.recorder(), reached.now()));
    var revocation = new Revocation(reached.now(), extent);
    if (!isSaidAlready(reached, consent, revocation)) {
      happenings.addRevocation(agency, consent.id(), revocation, recorded);
      ledger.decided(reached.head(), reached.now());
      events.revoked(agency, consent, extent, reached.stored().version() + 1);
    }
    if (tell) {
      telling.tell(agency, consent, extent);
    }
    if (extent instanceof Revocation.Extent.Nobody) {
      reached.others().forEach(head -> alsoOn(head, reached, revocation, tell, recorded));
    }
    return consent.id().value();
  }

  // Who takes everything back has one will, however many records there are of them.
  private void alsoOn(
      ChainHead head,
      ReachingConsent.Reached reached,
      Revocation revocation,
      boolean tell,
      RecordedAct act) {
    var agency = reached.by().agency();
    for (var stored : consents.ofClient(agency, head.client())) {
      if (stored.consent() instanceof Consent.Signed other
          && !isSaidAlready(reached, other, revocation)) {
        happenings.addRevocation(agency, other.id(), revocation, act);
        events.revoked(agency, other, revocation.extent(), stored.version() + 1);
        if (tell) {
          telling.tell(agency, other, revocation.extent());
        }
      }
    }
    ledger.decided(head, reached.now());
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
    var recorded = afterSignature(consent, act.recordedBy(reached.recorder(), reached.now()));
    var at = recorded.at().truncatedTo(ChronoUnit.MICROS);
    var known = consent.events().get(event);
    if (known == null || at.isBefore(known)) {
      happenings.addEvent(
          reached.by().agency(), consent.id(), event, at, reached.by().subject(), reached.now());
      ledger.decided(reached.head(), reached.now());
    }
    return consent.id().value();
  }

  private boolean isSaidAlready(
      ReachingConsent.Reached reached, Consent.Signed consent, Revocation again) {
    var signatures = consents.signatures(reached.by().agency(), consent.client());
    return consent.revocations().stream()
        .filter(earlier -> earlier.saysAllOf(again, consent.form()))
        .anyMatch(earlier -> signatures.stream().noneMatch(at -> at.isAfter(earlier.at())));
  }

  private static RecordedAct afterSignature(Consent.Signed consent, RecordedAct act) {
    return act.notBefore(
        consent.signature().at(), "before-signature", "The consent was not signed yet then.");
  }

  private static Consent.Signed signed(ReachingConsent.Reached reached) {
    if (!(reached.stored().consent() instanceof Consent.Signed consent)) {
      throw Refusal.of(CONSENT_NOT_SIGNED);
    }
    return consent;
  }
}
