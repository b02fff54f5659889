package org.handrail.client.caseload;

import java.util.UUID;
import org.handrail.client.client.ReachingClient;
import org.handrail.client.credential.Standing;
import org.handrail.client.credential.Standings;
import org.handrail.client.specialist.ReachingSpecialist;
import org.handrail.client.specialist.RosterSettings;
import org.handrail.platform.act.ActView;
import org.handrail.platform.caller.Person;
import org.handrail.platform.scope.Transactions;
import org.springframework.stereotype.Component;

/** What a specialist carries, as they and their supervisors may see it. */
@Component
class LookingUpCaseload {
  private final ReachingSpecialist reaching;
  private final Sources sources;
  private final Availability availability;
  private final RosterSettings settings;
  private final Transactions transactions;

  LookingUpCaseload(
      ReachingSpecialist reaching,
      Sources sources,
      Availability availability,
      RosterSettings settings,
      Transactions transactions) {
    this.reaching = reaching;
    this.sources = sources;
    this.availability = availability;
    this.settings = settings;
    this.transactions = transactions;
  }

  /** Where it stands. */
  @Component
  record Sources(
      Caseloads caseloads,
      Leaves leaves,
      Standings standings,
      LoadWeights weights,
      ReachingClient clients) {}

  ContactRhythm rhythm(Person person, UUID client) {
    return transactions.reading(
        () -> {
          var chosen =
              sources
                  .caseloads()
                  .chosen(person.agency(), sources.clients().see(person, client).id())
                  .orElse(null);
          var choices = sources.weights().cadences();
          return chosen == null
              ? new ContactRhythm(null, null, null, choices)
              : new ContactRhythm(
                  chosen.cadence(),
                  chosen.at(),
                  chosen.act() == null ? null : ActView.of(chosen.act()),
                  choices);
        });
  }

  CaseloadView of(Person person, UUID id) {
    return transactions.reading(
        () -> {
          var of = reaching.seeWithClients(person, id);
          var agency = of.agency();
          var subject = of.specialist().subject();
          var today = settings.today(agency);
          return new CaseloadView(
              sources.caseloads().carried(agency, subject),
              availability.cap(agency, of.specialist()),
              sources.leaves().isAway(agency, subject, today),
              sources.standings().of(agency, of.id(), today).stream().noneMatch(Standing::holds),
              sources.caseloads().places(agency, subject));
        });
  }
}
