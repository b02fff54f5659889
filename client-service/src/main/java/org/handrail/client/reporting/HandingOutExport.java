package org.handrail.client.reporting;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.handrail.client.client.ClientId;
import org.handrail.client.disclosure.PackageView;
import org.handrail.client.disclosure.ReleasingReports;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.Person;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.problem.ProblemType;
import org.handrail.platform.problem.Refusal;
import org.handrail.platform.scope.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** An export as whoever may make one sees it, and its file. */
@Component
class HandingOutExport {
  static final ProblemType ENDED =
      ProblemType.of("grant-export-ended", 410, "The time to fetch this export is over");
  static final ProblemType EMPTY =
      ProblemType.of("grant-export-empty", 409, "No client's consent lets a report go");
  private static final int FEWEST = 11;

  private final GrantExports exports;
  private final WhatIsTold whatIsTold;
  private final ReleasingReports door;
  private final Transactions transactions;
  private final Clock clock;

  HandingOutExport(
      GrantExports exports,
      WhatIsTold whatIsTold,
      ReleasingReports door,
      Transactions transactions,
      Clock clock) {
    this.exports = exports;
    this.whatIsTold = whatIsTold;
    this.door = door;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * @param exported of how many clients it tells
   */
  record View(
      UUID id,
      String grant,
      String funder,
      LocalDate from,
      LocalDate until,
      String askedBy,
      Instant askedAt,
      Instant readableUntil,
      long exported,
      LeftOut leftOut) {}

  /**
   * How many clients there were without a consent for it.
   *
   * @param suppressed whether the number is held back, being of one to ten people
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record LeftOut(boolean suppressed, @Nullable Long clients) {
    static LeftOut of(long clients) {
      var few = clients > 0 && clients < FEWEST;
      return new LeftOut(few, few ? null : clients);
    }
  }

  /** The file for the funder: packages, each with its notice and the scope of its consent. */
  record File(
      UUID id,
      String grant,
      String funder,
      LocalDate from,
      LocalDate until,
      List<PackageView> items) {}

  View one(Person person, UUID id) {
    return transactions.reading(
        () -> {
          var export = find(person, id);
          var tally = door.tally(person.agency(), id, outdated(person.agency(), export));
          return new View(
              export.id(),
              export.grant(),
              export.funder().value(),
              export.from(),
              export.until(),
              export.askedBy(),
              export.askedAt(),
              export.readableUntil(),
              tally.handedOut(),
              LeftOut.of(tally.leftOut()));
        });
  }

  /**
   * Everything in it is judged once more: whoever revoked meanwhile is not in the file, nor is that
   * of which something else was said since. Another export tells it as it is now.
   */
  File file(Person person, UUID id) {
    var export = transactions.reading(() -> find(person, id));
    if (export.isOverAt(clock.instant())) {
      throw Refusal.of(ENDED);
    }
    var items = door.handOut(person, id, outdated(person.agency(), export));
    if (items.isEmpty()) {
      throw Refusal.of(EMPTY);
    }
    return new File(
        export.id(), export.grant(), export.funder().value(), export.from(), export.until(), items);
  }

  private BiPredicate<ClientId, Map<String, Object>> outdated(AgencyId agency, GrantExport export) {
    return (client, told) -> whatIsTold.isOutdated(agency, export.grant(), client, told);
  }

  private GrantExport find(Person person, UUID id) {
    return exports.find(person.agency(), id).orElseThrow(NotFound::new);
  }
}
