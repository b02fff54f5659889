package org.handrail.client.request;

import java.util.UUID;
import org.handrail.client.client.Assigned;
import org.handrail.platform.caller.Person;
import org.handrail.platform.caller.Role;
import org.handrail.platform.http.Slice;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.scope.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Requests as a person may see them. */
@Component
class LookingUpRequests {
  private final RecordRequests requests;
  private final Assigned assigned;
  private final Transactions transactions;

  LookingUpRequests(RecordRequests requests, Assigned assigned, Transactions transactions) {
    this.requests = requests;
    this.assigned = assigned;
    this.transactions = transactions;
  }

  /** For whoever has just written it down. */
  RecordRequest any(Person person, UUID id) {
    return transactions.reading(
        () -> requests.find(person.agency(), id).orElseThrow(NotFound::new));
  }

  /** Those of the agency for its privacy officers; for a client their own access. */
  RecordRequestView one(Person person, UUID id) {
    return transactions.reading(
        () -> {
          if (!person.is(Role.PRIVACY_OFFICER)) {
            assigned.require(person, requests.clientsOwn(person.agency(), id));
          }
          return requests
              .find(person.agency(), id)
              .map(RecordRequestView::of)
              .orElseThrow(NotFound::new);
        });
  }

  Slice<RecordRequestView, UUID> page(
      Person person, boolean waiting, @Nullable UUID after, int limit) {
    return transactions.reading(
        () -> {
          return Slice.of(
                  limit,
                  most -> requests.page(person.agency(), waiting, after, most),
                  RecordRequest::id)
              .as(RecordRequestView::of);
        });
  }
}
