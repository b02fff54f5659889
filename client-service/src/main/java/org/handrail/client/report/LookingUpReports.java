package org.handrail.client.report;

import java.util.UUID;
import org.handrail.client.client.Assigned;
import org.handrail.client.client.ClientId;
import org.handrail.client.client.SeenDisclosures;
import org.handrail.platform.caller.Person;
import org.handrail.platform.http.Slice;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.scope.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reports for those at the client's side who work there, and for the privacy officer. The client
 * themselves learns nothing of them here (P2-RPT-1), though they work there too.
 */
@Component
class LookingUpReports {
  private final IncidentReports reports;
  private final Assigned assigned;
  private final SeenDisclosures disclosures;
  private final Transactions transactions;

  LookingUpReports(
      IncidentReports reports,
      Assigned assigned,
      SeenDisclosures disclosures,
      Transactions transactions) {
    this.reports = reports;
    this.assigned = assigned;
    this.disclosures = disclosures;
    this.transactions = transactions;
  }

  ReportsApi.View one(Person person, UUID id) {
    return transactions.reading(
        () -> {
          requireToSee(person, reports.client(person.agency(), id));
          return reports
              .find(person.agency(), id)
              .map(ReportsApi.View::of)
              .orElseThrow(NotFound::new);
        });
  }

  Slice<ReportsApi.View, UUID> page(Person person, UUID id, @Nullable UUID after, int limit) {
    return transactions.reading(
        () -> {
          var client = new ClientId(id);
          requireToSee(person, client);
          return Slice.of(
                  limit,
                  most -> reports.page(person.agency(), client, after, most),
                  IncidentReport::id)
              .as(ReportsApi.View::of);
        });
  }

  private void requireToSee(Person person, ClientId client) {
    assigned.requireToSeeDisclosures(person, client);
    if (disclosures.isTheClient(person, client)) {
      throw new NotFound();
    }
  }
}
