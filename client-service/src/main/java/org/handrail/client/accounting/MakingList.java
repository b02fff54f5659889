package org.handrail.client.accounting;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.handrail.client.client.ClientId;
import org.handrail.client.client.SeenDisclosures;
import org.handrail.client.ledger.Ledger;
import org.handrail.client.party.Parties;
import org.handrail.platform.act.ActTimes;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.Person;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.Problem.Fault;
import org.handrail.platform.problem.Problems;
import org.handrail.platform.problem.Refusal;
import org.handrail.platform.scope.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Makes a list of a client's disclosures for whoever may see them: of all records of the person, as
 * far as who asks may see what was disclosed of these.
 */
@Component
class MakingList {
  private static final String BACK = "a list reaches back three years at most.";
  private static final String TO_COME = "It is still to come: a list tells what has been.";
  private static final Place FROM = (code, detail) -> Fault.ofParameter("from", code, detail);
  private static final Place UNTIL = (code, detail) -> Fault.ofParameter("until", code, detail);

  private final Ledger ledger;
  private final SeenDisclosures disclosures;
  private final ListRequests requests;
  private final Parties parties;
  private final Transactions transactions;
  private final Clock clock;

  MakingList(
      Ledger ledger,
      SeenDisclosures disclosures,
      ListRequests requests,
      Parties parties,
      Transactions transactions,
      Clock clock) {
    this.ledger = ledger;
    this.disclosures = disclosures;
    this.requests = requests;
    this.parties = parties;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Where in a request a time stands, so that a fault can name it. */
  interface Place {
    Fault fault(String code, String detail);
  }

  /**
   * Which disclosures are wanted.
   *
   * @param request for which the list is made: the years are counted back from when the client
   *     asked, however long it took
   */
  record Wanted(
      UUID client,
      ListKind kind,
      @Nullable UUID request,
      @Nullable Instant from,
      @Nullable Instant until) {}

  DisclosureList make(Person person, Wanted wanted) {
    return transactions.reading(
        () -> {
          var seen = disclosures.require(person, new ClientId(wanted.client()));
          var period = period(person.agency(), wanted, seen.records());
          var links =
              seen.records().stream()
                  .flatMap(
                      record ->
                          ledger
                              .between(person.agency(), record, period.from(), period.until())
                              .stream())
                  .filter(link -> link.isShownTo(seen.asTheClient()))
                  .sorted(Comparator.comparing(link -> link.entry().decidedAt()))
                  .toList();
          return DisclosureList.of(wanted.kind(), period, links, parties);
        });
  }

  private DisclosureList.Period period(AgencyId agency, Wanted wanted, List<ClientId> records) {
    var now = clock.instant();
    var request = request(agency, wanted, records).orElse(null);
    var asked = request == null ? now : request.requestedAt();
    var from =
        request != null && wanted.from() == null
            ? request.since()
            : since(FROM, wanted.from(), asked, now);
    var until = until(wanted.until(), now);
    if (!from.isBefore(until)) {
      throw wanted.from() == null
          ? refused(UNTIL, "not-after-from", "It lies before the list begins: " + BACK)
          : refused(FROM, "not-before-until", "It does not lie before until: " + BACK);
    }
    return new DisclosureList.Period(from, until);
  }

  private static Instant until(@Nullable Instant until, Instant now) {
    if (until != null && ActTimes.isToCome(until, now)) {
      throw refused(UNTIL, "in-future", TO_COME);
    }
    return until == null ? now : until;
  }

  private Optional<ListRequest> request(AgencyId agency, Wanted wanted, List<ClientId> records) {
    if (wanted.request() == null) {
      return Optional.empty();
    }
    var request =
        requests
            .find(agency, wanted.request())
            .filter(one -> one.kind() == wanted.kind() && records.contains(one.client()))
            .orElseThrow(NotFound::new);
    return Optional.of(request);
  }

  /**
   * From when on: three years at most.
   *
   * @param at where a request says it
   * @param asked when the client asked for the list
   * @param now up to when it tells
   */
  static Instant since(Place at, @Nullable Instant from, Instant asked, Instant now) {
    var earliest = asked.atOffset(ZoneOffset.UTC).minusYears(ListKind.YEARS).toInstant();
    if (from == null) {
      return earliest;
    }
    if (from.isBefore(earliest)) {
      throw refused(at, "too-long-ago", "It is too early: " + BACK);
    }
    if (!from.isBefore(now)) {
      throw refused(at, "in-future", TO_COME);
    }
    return from;
  }

  private static Refusal refused(Place at, String code, String detail) {
    return Refusal.of(Problem.of(Problems.INVALID).errors(List.of(at.fault(code, detail))));
  }
}
