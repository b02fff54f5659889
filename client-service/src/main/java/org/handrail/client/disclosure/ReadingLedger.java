package org.handrail.client.disclosure;

import java.util.UUID;
import org.handrail.client.client.ClientId;
import org.handrail.client.client.SeenDisclosures;
import org.handrail.client.ledger.Link;
import org.handrail.platform.caller.Person;
import org.handrail.platform.http.Slice;
import org.handrail.platform.scope.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What was told of a client and what was denied, for the client and those at their side. */
@Component
class ReadingLedger {
  private final LedgerPages ledger;
  private final SeenDisclosures disclosures;
  private final Transactions transactions;

  ReadingLedger(LedgerPages ledger, SeenDisclosures disclosures, Transactions transactions) {
    this.ledger = ledger;
    this.disclosures = disclosures;
    this.transactions = transactions;
  }

  Slice<LedgerView, UUID> page(Person person, UUID id, @Nullable UUID after, int limit) {
    return transactions.reading(
        () -> {
          var seen = disclosures.require(person, new ClientId(id));
          return Slice.of(
              limit,
              most -> ledger.page(person.agency(), seen.records(), after, seen.asTheClient(), most),
              LedgerView::id);
        });
  }

  /** Whether somebody may know that there is such a row. */
  boolean maySee(Person person, Link link) {
    return link.isShownTo(disclosures.isTheClient(person, link.client()));
  }
}
