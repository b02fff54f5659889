package org.handrail.client.report;

import java.util.UUID;
import org.handrail.client.client.Assigned;
import org.handrail.client.client.ClientId;
import org.handrail.platform.caller.Person;
import org.handrail.platform.http.Slice;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.scope.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reports for those at the client's side who work there, and for the privacy officer. */
@Component
class LookingUpReports {
  private final IncidentReports reports;
  private final Assigned assigned;
  private final Transactions transactions;

  LookingUpReports(IncidentReports reports, Assigned assigned, Transactions transactions) {
    this.reports = reports;
    this.assigned = assigned;
    this.transactions = transactions;
  }

  ReportsApi.View one(Person person, UUID id) {
    return transactions.reading(
        () ->
            reports
                .find(person.agency(), id)
                .filter(report -> assigned.maySeeDisclosures(person, report.client()))
                .map(ReportsApi.View::of)
                .orElseThrow(NotFound::new));
  }

  Slice<ReportsApi.View, UUID> page(Person person, UUID id, @Nullable UUID after, int limit) {
    return transactions.reading(
        () -> {
          var client = new ClientId(id);
          assigned.requireToSeeDisclosures(person, client);
          return Slice.of(
                  limit,
                  most -> reports.page(person.agency(), client, after, most),
                  IncidentReport::id)
              .as(ReportsApi.View::of);
        });
  }
}
