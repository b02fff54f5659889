package org.handrail.client.client;

import java.util.UUID;
import org.handrail.platform.caller.Person;
import org.handrail.platform.caller.Role;
import org.handrail.platform.http.Slice;
import org.handrail.platform.scope.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells somebody to whom of their clients the current notice is to be offered. */
@Component
class OfferingNotice {
  private final NoticeOffers offers;
  private final CurrentNotice current;
  private final Assigned assigned;
  private final Transactions transactions;

  OfferingNotice(
      NoticeOffers offers, CurrentNotice current, Assigned assigned, Transactions transactions) {
    this.offers = offers;
    this.current = current;
    this.assigned = assigned;
    this.transactions = transactions;
  }

  Slice<NoticeOffer> page(Person person, @Nullable UUID after, int limit) {
    var all = person.is(Role.SUPERVISOR);
    return transactions.reading(
        () ->
            Slice.of(
                    offers.page(
                        person.agency(),
                        all ? null : person.subject(),
                        current.version(),
                        after,
                        limit + 1),
                    limit,
                    NoticeOffer::clientId)
                .only(
                    offer ->
                        assigned.relation(person, new ClientId(offer.clientId())).isPresent()));
  }
}
