package org.handrail.client.breach;

import java.util.UUID;
import org.handrail.platform.caller.Person;
import org.handrail.platform.http.Slice;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.scope.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The breaches of an agency for its privacy officers. */
@Component
class LookingUpBreaches {
  private final Breaches breaches;
  private final Envelope envelope;
  private final Transactions transactions;

  LookingUpBreaches(Breaches breaches, Envelope envelope, Transactions transactions) {
    this.breaches = breaches;
    this.envelope = envelope;
    this.transactions = transactions;
  }

  BreachView one(Person person, UUID id) {
    return transactions.reading(
        () -> view(person, breaches.find(person.agency(), id).orElseThrow(NotFound::new)));
  }

  Slice<BreachView, UUID> page(Person person, @Nullable UUID after, int limit) {
    return transactions.reading(
        () -> {
          return Slice.of(limit, most -> breaches.page(person.agency(), after, most), Breach::id)
              .as(breach -> view(person, breach));
        });
  }

  private BreachView view(Person person, Breach breach) {
    return BreachView.of(breach, breaches.people(person.agency(), breach.id()), envelope);
  }
}
