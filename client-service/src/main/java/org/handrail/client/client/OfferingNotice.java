package org.handrail.client.client;

import java.time.Clock;
import java.util.UUID;
import org.handrail.client.handout.HandoutKind;
import org.handrail.client.handout.Handouts;
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
  private final Handouts handouts;
  private final Assigned assigned;
  private final Transactions transactions;
  private final Clock clock;

  OfferingNotice(
      NoticeOffers offers,
      Handouts handouts,
      Assigned assigned,
      Transactions transactions,
      Clock clock) {
    this.offers = offers;
    this.handouts = handouts;
    this.assigned = assigned;
    this.transactions = transactions;
    this.clock = clock;
  }

  Slice<NoticeOffer, UUID> page(Person person, @Nullable UUID after, int limit) {
    var all = person.is(Role.SUPERVISOR);
    return transactions.reading(
        () ->
            Slice.of(
                    limit,
                    most ->
                        offers.page(
                            person.agency(),
                            all ? null : person.subject(),
                            handouts.inForceAt(HandoutKind.NOTICE, clock.instant()),
                            after,
                            most),
                    NoticeOffer::clientId)
                .only(
                    offer ->
                        assigned.relation(person, new ClientId(offer.clientId())).isPresent()));
  }
}
