package org.handrail.client.credential;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.handrail.client.credential.SchemeVersion.Attester;
import org.handrail.client.credential.Testimonies.Answer;
import org.handrail.client.credential.Testimonies.Attestation;
import org.handrail.client.credential.Testimonies.Reciprocity;
import org.handrail.client.specialist.RosterSettings;
import org.handrail.platform.act.ActTimes;
import org.handrail.platform.caller.Role;
import org.handrail.platform.problem.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The specialist, and where the scheme asks so their supervisor, attests to the code of ethics; a
 * certificate of another place is put on record.
 */
@Component
class Testifying {
  private final Testimonies testimonies;
  private final CredentialRecords credentials;
  private final RosterSettings settings;
  private final Clock clock;

  Testifying(
      Testimonies testimonies,
      CredentialRecords credentials,
      RosterSettings settings,
      Clock clock) {
    this.testimonies = testimonies;
    this.credentials = credentials;
    this.settings = settings;
    this.clock = clock;
  }

  UUID attest(ReachingCredential.Reached to, String code, String codeVersion, LocalDate on) {
    requirePast(to, on, "/attestedOn");
    var attestation =
        new Attestation(
            UUID.randomUUID(), attester(to), code, codeVersion, on, to.by().subject().value());
    testimonies.add(
        to.agency(),
        to.credential().id(),
        attestation,
        clock.instant().truncatedTo(ChronoUnit.MICROS));
    changed(to);
    return attestation.id();
  }

  /** A certificate of another place. */
  record Elsewhere(
      String jurisdiction,
      String scheme,
      String issuer,
      @Nullable String number,
      Answer answer,
      LocalDate answeredOn) {}

  UUID record(ReachingCredential.Reached to, Elsewhere from) {
    requirePast(to, from.answeredOn(), "/answeredOn");
    var reciprocity =
        new Reciprocity(
            UUID.randomUUID(),
            from.jurisdiction(),
            from.scheme(),
            from.issuer(),
            from.number(),
            from.answer(),
            from.answeredOn());
    testimonies.add(
        to.agency(),
        to.credential().id(),
        reciprocity,
        to.by().subject(),
        clock.instant().truncatedTo(ChronoUnit.MICROS));
    changed(to);
    return reciprocity.id();
  }

  // Whoever keeps the roster without being a supervisor can attest to nothing.
  private static Attester attester(ReachingCredential.Reached to) {
    if (to.specialist().isOneself()) {
      return Attester.SELF;
    }
    if (!to.by().is(Role.SUPERVISOR)) {
      throw new NotFound();
    }
    return Attester.SUPERVISOR;
  }

  private void changed(ReachingCredential.Reached to) {
    credentials.touch(to.agency(), to.credential().id(), to.credential().version() + 1);
  }

  private void requirePast(ReachingCredential.Reached to, LocalDate on, String pointer) {
    ActTimes.requirePast(pointer, on, settings.today(to.agency()));
  }
}
