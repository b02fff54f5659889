package org.handrail.client.reporting;

import java.util.UUID;
import org.handrail.client.client.ReachingClient;
import org.handrail.platform.caller.Person;
import org.handrail.platform.http.Slice;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.scope.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads back what was reported of somebody, for those at their side and for them. */
@Component
class ReadingParts {
  private final Enrollments enrollments;
  private final ReportedParts reported;
  private final ReachingClient reaching;
  private final Transactions transactions;

  ReadingParts(
      Enrollments enrollments,
      ReportedParts reported,
      ReachingClient reaching,
      Transactions transactions) {
    this.enrollments = enrollments;
    this.reported = reported;
    this.reaching = reaching;
    this.transactions = transactions;
  }

  /** What was said of one of a client's enrollments, the latest first. */
  Slice<ReportedPart, UUID> page(
      Person person, UUID client, UUID id, @Nullable UUID after, int limit) {
    return transactions.reading(
        () -> {
          var reached = reaching.see(person, client);
          var enrollment =
              enrollments.find(reached.agency(), reached.id(), id).orElseThrow(NotFound::new);
          return Slice.of(
              limit,
              most -> reported.page(reached.agency(), enrollment.id(), after, most),
              ReportedPart::id);
        });
  }
}
