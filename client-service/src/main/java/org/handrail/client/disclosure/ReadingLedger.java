package org.handrail.client.disclosure;

import java.util.Optional;
import java.util.UUID;
import org.handrail.client.client.Assigned;
import org.handrail.client.client.ClientId;
import org.handrail.client.ledger.Ledger;
import org.handrail.client.ledger.Link;
import org.handrail.platform.assignment.Relation;
import org.handrail.platform.caller.Person;
import org.handrail.platform.http.Slice;
import org.handrail.platform.scope.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A client's ledger, for the client and those at their side. */
@Component
class ReadingLedger {
  private final Ledger ledger;
  private final Assigned assigned;
  private final Transactions transactions;

  ReadingLedger(Ledger ledger, Assigned assigned, Transactions transactions) {
    this.ledger = ledger;
    this.assigned = assigned;
    this.transactions = transactions;
  }

  Slice<LedgerView, UUID> page(Person person, UUID id, @Nullable UUID after, int limit) {
    return transactions.reading(
        () -> {
          var client = new ClientId(id);
          assigned.requireToSeeDisclosures(person, client);
          return Slice.of(
                  limit,
                  most ->
                      ledger.page(
                          person.agency(), client, after, isTheClient(person, client), most),
                  link -> link.entry().id())
              .as(LedgerView::of);
        });
  }

  private boolean isTheClient(Person person, ClientId client) {
    return assigned.relation(person, client).equals(Optional.of(Relation.SELF));
  }

  /** Whether somebody may know that there is such a row. */
  boolean maySee(Person person, Link link) {
    return link.isShownTo(isTheClient(person, link.client()));
  }
}
