package org.handrail.client.disclosure;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.handrail.client.client.Assigned;
import org.handrail.client.consent.Category;
import org.handrail.client.consent.ClientsWills;
import org.handrail.client.consent.DenialCode;
import org.handrail.client.consent.Judge;
import org.handrail.client.consent.Purpose;
import org.handrail.client.consent.ReleaseRequest;
import org.handrail.client.ledger.Entry;
import org.handrail.client.ledger.Ledger;
import org.handrail.client.ledger.Link;
import org.handrail.client.ledger.Whose;
import org.handrail.client.party.Parties;
import org.handrail.platform.caller.Person;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.scope.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Explains a decision of the door afterwards, to the client and those at their side. */
@Component
class Explaining {
  private final Ledger ledger;
  private final ClientsWills wills;
  private final Assigned assigned;
  private final ReadingLedger readingLedger;
  private final Judge judge;
  private final Transactions transactions;

  Explaining(
      Ledger ledger,
      ClientsWills wills,
      Assigned assigned,
      ReadingLedger readingLedger,
      Parties parties,
      Transactions transactions) {
    this.ledger = ledger;
    this.wills = wills;
    this.assigned = assigned;
    this.readingLedger = readingLedger;
    this.judge = new Judge(parties);
    this.transactions = transactions;
  }

  ExplanationView explain(Person person, UUID id) {
    return transactions.reading(
        () -> {
          var whose = ledger.whose(id).orElseGet(() -> Whose.nobodys(person.agency()));
          assigned.requireToSeeDisclosures(person, whose.client());
          return ledger
              .find(id)
              .filter(link -> link.agency().equals(person.agency()))
              .filter(link -> readingLedger.maySee(person, link))
              .map(this::view)
              .orElseThrow(NotFound::new);
        });
  }

  private ExplanationView view(Link link) {
    var entry = link.entry();
    var denial =
        entry.outcome() instanceof Entry.Outcome.Denied(var code) ? DenialCode.of(code) : null;
    return new ExplanationView(
        entry.id(),
        entry.decidedAt(),
        denial == null ? "released" : "denied",
        denial == null ? null : denial.code(),
        denial == null ? null : denial.rule(),
        basis(entry),
        entry.cause().needsConsent() ? examined(link) : List.of());
  }

  private static @Nullable String basis(Entry entry) {
    return entry.outcome() instanceof Entry.Outcome.Released released ? released.basis() : null;
  }

  private List<ExplanationView.OfConsent> examined(Link link) {
    var entry = link.entry();
    var basis = basis(entry);
    var asked =
        Stream.concat(entry.what().categories().stream(), entry.what().withheld().stream())
            .map(code -> Category.of(code).orElseThrow())
            .sorted()
            .toList();
    var will = wills.knownAt(link.agency(), link.client(), entry.decidedAt());
    return judge.explain(request(link), will, entry.decidedAt()).stream()
        .map(
            examined -> {
              var consent = examined.consent();
              var fails = examined.fails();
              return new ExplanationView.OfConsent(
                  consent.id().value(),
                  consent.id().toString().equals(basis),
                  fails == null ? null : fails.code(),
                  fails == null ? null : fails.rule(),
                  asked.stream().filter(each -> !consent.form().covers(each)).toList());
            })
        .toList();
  }

  // Which of the categories could have been left out is not in the ledger: they are told one by
  // one.
  private static ReleaseRequest request(Link link) {
    var entry = link.entry();
    return new ReleaseRequest(
        link.client(),
        entry.who().discloser(),
        entry.who().recipient(),
        Purpose.of(entry.what().purpose()).orElseThrow(),
        Set.of(),
        Set.of());
  }
}
