package org.handrail.client.consent;

import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.handrail.client.client.Client;
import org.handrail.client.client.Clients;
import org.handrail.client.consent.Signature.Signer;
import org.handrail.client.consent.minor.Minors;
import org.handrail.client.consent.minor.WhoSigns;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.problem.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Holds a signature against the person: the name on the paper is theirs, and a minor's consent
 * bears the signatures that the law of the state asks for (P2-CON-9).
 */
@Component
class WhoSignedFor {
  private final Clients clients;
  private final Minors minors;

  WhoSignedFor(Clients clients, Minors minors) {
    this.clients = clients;
    this.minors = minors;
  }

  Set<Deficiency> deficiencies(
      AgencyId agency, Consent.Draft draft, Signature.Offered offered, Instant now) {
    var account = account(agency, draft);
    var found = EnumSet.noneOf(Deficiency.class);
    if (differs(draft.form().patientName(), account)) {
      found.add(Deficiency.PATIENT_NAME_DIFFERS);
    }
    var signer = offered.signer();
    var at = Objects.requireNonNullElse(offered.at(), now);
    if (wasBefore(at, account.dateOfBirth())) {
      found.add(Deficiency.SIGNED_BEFORE_BIRTH);
    } else if (signer != null) {
      switch (minors.whoSigns(agency, account.dateOfBirth(), at)) {
        case WhoSigns.ADULT -> {}
        case WhoSigns.MINOR -> lacksTheMinor(signer, found);
        case WhoSigns.MINOR_AND_GUARDIAN -> {
          lacksTheMinor(signer, found);
          if (signer instanceof Signer.Client) {
            found.add(Deficiency.GUARDIAN_SIGNATURE_MISSING);
          }
        }
      }
    }
    return found;
  }

  // Wherever on earth they were born.
  private static boolean wasBefore(Instant at, @Nullable LocalDate born) {
    return born != null && at.atOffset(ZoneOffset.ofHours(14)).toLocalDate().isBefore(born);
  }

  /** Whether the paper bears another name than the client's. */
  boolean isOfAnother(AgencyId agency, Consent.Draft draft) {
    return differs(draft.form().patientName(), account(agency, draft));
  }

  private Client.Account account(AgencyId agency, Consent.Draft draft) {
    return clients.find(agency, draft.client()).orElseThrow(NotFound::new).account();
  }

  private static void lacksTheMinor(Signer signer, Set<Deficiency> found) {
    if (signer instanceof Signer.Representative) {
      found.add(Deficiency.MINOR_SIGNATURE_MISSING);
    }
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
