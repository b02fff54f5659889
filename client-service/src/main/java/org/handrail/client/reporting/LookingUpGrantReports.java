package org.handrail.client.reporting;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.handrail.client.client.ReachingClient;
import org.handrail.client.reporting.Enrollments.Reported;
import org.handrail.client.specialist.RosterSettings;
import org.handrail.platform.caller.Person;
import org.handrail.platform.caller.Role;
import org.handrail.platform.http.Slice;
import org.handrail.platform.problem.Refusal;
import org.handrail.platform.scope.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which reports are due and which are late, of those at whose side somebody is. */
@Component
class LookingUpGrantReports {
  private final Enrollments enrollments;
  private final Grants grants;
  private final ReachingClient reaching;
  private final Transactions transactions;
  private final RosterSettings settings;

  LookingUpGrantReports(
      Enrollments enrollments,
      Grants grants,
      ReachingClient reaching,
      Transactions transactions,
      RosterSettings settings) {
    this.enrollments = enrollments;
    this.grants = grants;
    this.reaching = reaching;
    this.transactions = transactions;
    this.settings = settings;
  }

  List<Enrollment> ofClient(Person person, UUID client) {
    return transactions.reading(
        () -> enrollments.ofClient(person.agency(), reaching.see(person, client).id()));
  }

  /**
   * Of a page of enrollments what is still to be reported: a part that the client refused is not.
   */
  Slice<GrantReportsApi.DueReport, UUID> due(
      Person person, String grant, @Nullable UUID after, int limit) {
    if (!grants.knows(grant)) {
      throw Refusal.of(EnrollingInGrant.GRANT_UNKNOWN);
    }
    return transactions.reading(
        () -> {
          var own = person.is(Role.SUPERVISOR) ? null : person.subject();
          var today = settings.today(person.agency());
          var found =
              Slice.of(
                  limit,
                  most -> enrollments.page(person.agency(), grant, own, after, most),
                  Enrollment::id);
          return new Slice<>(
              found.items().stream().flatMap(enrollment -> due(person, enrollment, today)).toList(),
              found.next());
        });
  }

  private Stream<GrantReportsApi.DueReport> due(
      Person person, Enrollment enrollment, LocalDate today) {
    var reported = enrollments.reported(person.agency(), enrollment.id());
    return grants.of(enrollment.grant(), enrollment.startedOn()).stream()
        .flatMap(grant -> Windows.opened(grant, enrollment, today).stream())
        .map(
            window ->
                GrantReportsApi.DueReport.of(
                    enrollment,
                    window,
                    outcome(reported, window, Forms.Part.A),
                    outcome(reported, window, Forms.Part.C),
                    window.isOver(today)))
        .filter(GrantReportsApi.DueReport::isOpen);
  }

  private static PartForm.@Nullable Outcome outcome(
      List<Reported> reported, Windows.Window window, Forms.Part part) {
    return reported.stream()
        .filter(it -> it.isOf(window, part))
        .map(Reported::outcome)
        .findFirst()
        .orElse(null);
  }
}
