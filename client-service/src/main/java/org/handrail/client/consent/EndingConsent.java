package org.handrail.client.consent;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.handrail.client.client.ClientId;
import org.handrail.client.ledger.ChainHead;
import org.handrail.client.ledger.Ledger;
import org.handrail.client.party.Parties;
import org.handrail.client.party.PartyId;
import org.handrail.platform.act.ActForm;
import org.handrail.platform.act.RecordedAct;
import org.handrail.platform.caller.AgencyId;
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
  private final LeftWithNothing leftWithNothing;
  private final SentReferrals sentReferrals;
  private final JudgingReferralsAnew judging;

  EndingConsent(
      Consents consents,
      ConsentHappenings happenings,
      Parties parties,
      Ledger ledger,
      ConsentEvents events,
      TellingRecipients telling,
      LeftWithNothing leftWithNothing,
      SentReferrals sentReferrals,
      JudgingReferralsAnew judging) {
    this.consents = consents;
    this.happenings = happenings;
    this.parties = parties;
    this.ledger = ledger;
    this.events = events;
    this.telling = telling;
    this.leftWithNothing = leftWithNothing;
    this.sentReferrals = sentReferrals;
    this.judging = judging;
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
    if (extent instanceof Revocation.Extent.OneRecipient(var party)) {
      requireReached(consent.form(), party);
    }
    var agency = reached.by().agency();
    var recorded = afterSignature(consent, act.recordedBy(reached.recorder(), reached.now()));
    var revocation = new Revocation(reached.now(), extent, tell);
    if (!isSaidAlready(agency, consent, revocation)) {
      happenings.addRevocation(agency, consent.id(), revocation, recorded);
      ledger.decided(reached.head(), reached.now());
      tellServices(reached, consent, extent, reached.stored().version() + 1);
    }
    var beyond = revocation.beyond(consent.form(), new PartyId(agency.value()));
    reached.chains().others().forEach(head -> alsoOn(head, reached, beyond, tell, recorded));
    if (tell) {
      tell(reached, consent, revocation);
    }
    return consent.id().value();
  }

  // One person has one will, however many records there are of them, and whatever is found out of
  // these later.
  private void alsoOn(
      ChainHead head,
      ReachingConsent.Reached reached,
      Set<Revocation.Extent> beyond,
      boolean tell,
      RecordedAct act) {
    var agency = reached.by().agency();
    for (var stored : consents.ofClient(agency, head.client())) {
      if (stored.consent() instanceof Consent.Signed other) {
        var version = stored.version();
        for (var extent : beyond) {
          var revocation = new Revocation(reached.now(), extent, tell);
          if (concerns(extent, other, reached.now()) && !isSaidAlready(agency, other, revocation)) {
            happenings.addRevocation(agency, other.id(), revocation, act);
            tellServices(reached, other, extent, ++version);
          }
        }
      }
    }
    ledger.decided(head, reached.now());
  }

  private void tellServices(
      ReachingConsent.Reached reached,
      Consent.Signed consent,
      Revocation.Extent extent,
      long version) {
    var agency = reached.by().agency();
    events.revoked(
        agency,
        consent,
        extent,
        leftWithNothing.by(agency, consent, extent, reached.now()),
        sentReferrals.of(agency, consent.client(), reached.now()),
        version);
  }

  private boolean concerns(Revocation.Extent extent, Consent.Signed other, Instant now) {
    return extent instanceof Revocation.Extent.Nobody
        || (!other.isIrrevocableAt(now) && other.form().concerns(extent, parties));
  }

  // Who is told nothing more may have received something under any consent, on any record.
  private void tell(
      ReachingConsent.Reached reached, Consent.Signed consent, Revocation revocation) {
    var agency = reached.by().agency();
    var beyond = revocation.beyond(consent.form(), new PartyId(agency.value()));
    for (var other : consents.ofPerson(agency, consent.client())) {
      if (other instanceof Consent.Signed signed && !signed.isIrrevocableAt(reached.now())) {
        var extents = signed.id().equals(consent.id()) ? Set.of(revocation.extent()) : beyond;
        extents.forEach(extent -> telling.tell(agency, signed, extent));
      }
    }
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
    var at = recorded.at();
    var known = consent.events().get(event);
    if (known == null || at.isBefore(known)) {
      happenings.addEvent(
          reached.by().agency(), consent.id(), event, at, reached.by().subject(), reached.now());
      ledger.decided(reached.head(), reached.now());
      if (consent.isIrrevocableAt(reached.now())
          && event.equals(consent.form().irrevocableUntil())) {
        bindsNoMore(reached, consent);
      }
    }
    return consent.id().value();
  }

  /** What the client took back while it bound holds for it from now on, and is told now. */
  private void bindsNoMore(ReachingConsent.Reached reached, Consent.Signed consent) {
    judging.judge(reached.head());
    reached.chains().others().forEach(judging::judge);
    var agency = reached.by().agency();
    consents
        .takenBack(agency, consent.client())
        .toBeTold(consent, reached.now())
        .forEach(extent -> telling.tell(agency, consent, extent));
  }

  private void requireReached(ConsentForm form, PartyId party) {
    if (form.recipients() instanceof Recipients.Through(var hub, _) && hub.equals(party)) {
      throw Refusal.of(
          Problem.of(NOT_REACHED)
              .error(
                  "/recipient",
                  "intermediary",
                  "It goes through this party to others. Take back the whole consent, or one of"
                      + " those whom it reaches."));
    }
    if (!form.reaches(party, parties)) {
      throw Refusal.of(
          Problem.of(NOT_REACHED)
              .error("/recipient", "not-reached", "Take back the consent that names it."));
    }
  }

  private boolean isSaidAlready(AgencyId agency, Consent.Signed consent, Revocation again) {
    return consent.revocations().stream()
        .filter(earlier -> earlier.saysAllOf(again, consent.form(), new PartyId(agency.value())))
        .anyMatch(earlier -> nothingWasSignedSince(agency, consent.client(), earlier.at()));
  }

  private boolean nothingWasSignedSince(AgencyId agency, ClientId client, Instant then) {
    return consents.ofPerson(agency, client).stream()
        .filter(Consent.Signed.class::isInstance)
        .map(Consent.Signed.class::cast)
        .noneMatch(signed -> signed.signature().at().isAfter(then));
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
