package org.handrail.client.consent;

import java.text.Normalizer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.handrail.client.client.Clients;
import org.handrail.client.ledger.Ledger;
import org.handrail.client.party.Parties;
import org.handrail.platform.act.RecordedAct;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.ProblemType;
import org.handrail.platform.problem.Refusal;
import org.handrail.platform.version.Versions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The client, or one who may for them, signs a draft: it becomes active, or hears of everything
 * that is missing.
 */
@Component
class SigningConsent {
  static final ProblemType CONSENT_DEFICIENT =
      ProblemType.of("consent-deficient", 422, "The consent lacks elements of 42 CFR 2.31");
  static final ProblemType CONSENT_SIGNED =
      ProblemType.of("consent-signed", 409, "The consent is signed already");

  private final Consents consents;
  private final Clients clients;
  private final Parties parties;
  private final Ledger ledger;
  private final ConsentEvents events;

  SigningConsent(
      Consents consents, Clients clients, Parties parties, Ledger ledger, ConsentEvents events) {
    this.consents = consents;
    this.clients = clients;
    this.parties = parties;
    this.ledger = ledger;
    this.events = events;
  }

  UUID sign(
      ReachingConsent.Reached reached,
      long seen,
      Signature.@Nullable Signer signer,
      boolean initialled,
      ConsentsApi.ActOfSigning act) {
    Versions.require(seen, reached.stored().version());
    if (!(reached.stored().consent() instanceof Consent.Draft draft)) {
      throw Refusal.of(CONSENT_SIGNED);
    }
    var agency = reached.by().agency();
    var offered = new Signature.Offered(signer, at(act, reached.now()), initialled);
    var differs = patientDiffers(agency, draft);
    return switch (draft.sign(offered, parties, reached.now())) {
      case Consent.Signing.Deficient(var deficiencies) -> throw deficient(deficiencies, differs);
      case Consent.Signing.Active(var consent) -> {
        if (differs) {
          throw deficient(Set.of(), true);
        }
        var recorded =
            RecordedAct.of(
                act.kind(),
                consent.signature().at(),
                act.words(),
                reached.recorder(),
                reached.now());
        consents.addSignature(agency, consent, recorded, ConsentDocument.of(consent.form()));
        ledger.decided(reached.head(), reached.now());
        events.activated(agency, consent, reached.stored().version() + 1);
        yield consent.id().value();
      }
    };
  }

  // A phone that is a little ahead signs now.
  private static @Nullable Instant at(ConsentsApi.ActOfSigning act, Instant now) {
    var said = act.at();
    if (said == null) {
      return null;
    }
    var at = said.truncatedTo(ChronoUnit.MICROS);
    return at.isAfter(now) && !at.isAfter(now.plus(ReachingConsent.CLOCKS_DIFFER_BY)) ? now : at;
  }

  private boolean patientDiffers(AgencyId agency, Consent.Draft draft) {
    var account = clients.find(agency, draft.client()).orElseThrow(NotFound::new).account();
    var named = key(draft.form().patientName());
    return !named.isEmpty()
        && Stream.of(account.nameToUse(), account.legalName() == null ? "" : account.legalName())
            .map(SigningConsent::key)
            .noneMatch(named::equals);
  }

  private static String key(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{M}\\p{N}]+", " ")
        .strip();
  }

  private static Refusal deficient(Set<Deficiency> found, boolean patientDiffers) {
    var all = EnumSet.noneOf(Deficiency.class);
    all.addAll(found);
    if (patientDiffers) {
      all.add(Deficiency.PATIENT_NAME_DIFFERS);
    }
    return Refusal.of(
        Problem.of(CONSENT_DEFICIENT)
            .errors(
                all.stream()
                    .map(
                        lacking ->
                            new Problem.Fault(lacking.pointer(), lacking.code(), lacking.detail()))
                    .toList()));
  }
}
