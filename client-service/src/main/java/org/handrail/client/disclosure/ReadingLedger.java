package org.handrail.client.disclosure;

import java.util.UUID;
import org.handrail.client.client.Assigned;
import org.handrail.client.client.ClientId;
import org.handrail.client.ledger.Ledger;
import org.handrail.client.ledger.Link;
import org.handrail.platform.assignment.Relation;
import org.handrail.platform.caller.Person;
import org.handrail.platform.scope.Transactions;
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

  DisclosuresApi.Page page(Person person, UUID id, long after, int limit) {
    return transactions.reading(
        () -> {
          var client = new ClientId(id);
          assigned.requireToSeeDisclosures(person, client);
          var everything =
              assigned
                  .relation(person, client)
                  .filter(relation -> relation == Relation.SELF)
                  .isPresent();
          var found = ledger.chain(person.agency(), client, after, limit + 1);
          var more = found.size() > limit;
          var page = more ? found.subList(0, limit) : found;
          return new DisclosuresApi.Page(
              page.stream()
                  .filter(
                      link -> everything ? link.entry().isShownToTheClient() : concernsStaff(link))
                  .map(LedgerView::of)
                  .toList(),
              more ? Long.toString(page.getLast().position()) : null);
        });
  }

  // That another agency wanted to tell something and could not would tell it. The client alone sees
  // that.
  private static boolean concernsStaff(Link link) {
    return link.entry().isRelease()
        || link.entry().who().discloser().value().equals(link.agency().value());
  }
}
