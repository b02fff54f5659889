package org.handrail.client.consent;

import java.text.Normalizer;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.handrail.client.client.Client;
import org.handrail.client.client.Clients;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.problem.NotFound;
import org.springframework.stereotype.Component;

/**
 * Holds a signature against the person: the name on the paper is theirs, and a minor's consent
 * bears the signatures that the law of the state asks for (P2-CON-9).
 */
@Component
class WhoSignedFor {
  private final Clients clients;
  private final Ages ages;

  WhoSignedFor(Clients clients, Ages ages) {
    this.clients = clients;
    this.ages = ages;
  }

  Set<Deficiency> deficiencies(
      AgencyId agency, Consent.Draft draft, Signature.Offered offered, Instant now) {
    var found = EnumSet.noneOf(Deficiency.class);
    if (isOfAnother(agency, draft)) {
      found.add(Deficiency.PATIENT_NAME_DIFFERS);
    }
    var age = ages.of(agency, draft.client());
    var at = Objects.requireNonNullElse(offered.at(), now);
    if (age.isToCome(at)) {
      found.add(Deficiency.SIGNED_BEFORE_BIRTH);
    } else if (offered.signer() != null) {
      offered.signer().lacking(age.whoSigns(at)).ifPresent(found::add);
    }
    return found;
  }

  /** Whether the paper bears another name than the client's. */
  boolean isOfAnother(AgencyId agency, Consent.Draft draft) {
    return differs(draft.form().patientName(), account(agency, draft));
  }

  private Client.Account account(AgencyId agency, Consent.Draft draft) {
    return clients.find(agency, draft.client()).orElseThrow(NotFound::new).account();
  }

  private static boolean differs(String written, Client.Account account) {
    var named = key(written);
    return !named.isEmpty()
        && Stream.of(account.nameToUse(), Objects.requireNonNullElse(account.legalName(), ""))
            .map(WhoSignedFor::key)
            .noneMatch(named::equals);
  }

  private static String key(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{M}\\p{N}]+", " ")
        .strip();
  }
}
