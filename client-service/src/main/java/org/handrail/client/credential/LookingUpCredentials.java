package org.handrail.client.credential;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.handrail.client.specialist.ReachingSpecialist;
import org.handrail.client.specialist.RosterSettings;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.Person;
import org.handrail.platform.scope.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Certifications as a person may see them. */
@Component
class LookingUpCredentials {
  private final ReachingCredential reaching;
  private final ReachingSpecialist specialists;
  private final Files files;
  private final RosterSettings settings;
  private final Transactions transactions;

  LookingUpCredentials(
      ReachingCredential reaching,
      ReachingSpecialist specialists,
      Files files,
      RosterSettings settings,
      Transactions transactions) {
    this.reaching = reaching;
    this.specialists = specialists;
    this.files = files;
    this.settings = settings;
    this.transactions = transactions;
  }

  /** What belongs to a certification. */
  @Component
  record Files(
      CredentialRecords credentials,
      Schemes schemes,
      Testimonies testimonies,
      HoursLedger ledger) {}

  CredentialView one(Person person, UUID specialist, UUID id) {
    return transactions.reading(
        () -> {
          var reached = reaching.see(person, specialist, id);
          return view(reached.agency(), reached.credential());
        });
  }

  CredentialView one(Person person, UUID id) {
    return transactions.reading(
        () -> {
          var reached = reaching.see(person, id);
          return view(reached.agency(), reached.credential());
        });
  }

  List<CredentialView> of(Person person, UUID specialist) {
    return transactions.reading(
        () -> {
          var of = specialists.see(person, specialist);
          return files.credentials().of(of.agency(), of.id()).stream()
              .map(credential -> view(of.agency(), credential))
              .toList();
        });
  }

  List<HoursLedger.Line> hours(
      Person person, UUID specialist, UUID id, @Nullable UUID after, int limit) {
    return transactions.reading(
        () -> {
          var reached = reaching.see(person, specialist, id);
          return files.ledger().page(reached.agency(), reached.credential().id(), after, limit);
        });
  }

  private CredentialView view(AgencyId agency, Credential credential) {
    var today = settings.today(agency);
    var cycle = credential.history().cycleOf(today);
    var version =
        files.schemes().on(credential.scheme(), cycle.map(Cycle::from).orElse(today)).orElseThrow();
    return CredentialView.of(
        credential,
        version.renewal().fileDaysBefore(),
        progress(agency, credential, version, cycle.orElse(null), today),
        files.testimonies().attestations(agency, credential.id()),
        files.testimonies().reciprocities(agency, credential.id()),
        today);
  }

  private List<Requirement> progress(
      AgencyId agency,
      Credential credential,
      SchemeVersion version,
      @Nullable Cycle cycle,
      LocalDate today) {
    var hours = files.ledger().counted(agency, credential.id());
    return cycle == null
        ? Requirement.toBeCertified(version, hours, today)
        : Requirement.toBeRenewed(version, hours, cycle, today);
  }
}
