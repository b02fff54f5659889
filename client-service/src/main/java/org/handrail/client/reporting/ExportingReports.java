package org.handrail.client.reporting;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.handrail.client.client.ClientId;
import org.handrail.client.disclosure.ReleasingReports;
import org.handrail.client.disclosure.ReportForFunder;
import org.handrail.client.party.PartyId;
import org.handrail.platform.caller.Person;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.Problems;
import org.handrail.platform.problem.Refusal;
import org.springframework.stereotype.Component;

/**
 * Makes an export of a grant's reports: each client's consent is asked by itself, and of whoever
 * gave none the funder hears nothing (REP-3).
 */
@Component
class ExportingReports {
  private final GrantExports exports;
  private final ReportedParts reported;
  private final WhatIsTold whatIsTold;
  private final Grants grants;
  private final ReleasingReports door;
  private final Clock clock;

  ExportingReports(
      GrantExports exports,
      ReportedParts reported,
      WhatIsTold whatIsTold,
      Grants grants,
      ReleasingReports door,
      Clock clock) {
    this.exports = exports;
    this.reported = reported;
    this.whatIsTold = whatIsTold;
    this.grants = grants;
    this.door = door;
    this.clock = clock;
  }

  /**
   * In the transaction of the request: either all of it is on the ledger or nothing is. The chains
   * are locked in the order of the clients' ids, so that two exports never wait for each other.
   */
  UUID export(Person person, String grant, LocalDate from, LocalDate until) {
    if (until.isBefore(from)) {
      throw Refusal.of(
          Problem.of(Problems.INVALID).error("/until", "before-start", "It ends after it began."));
    }
    var funder =
        grants.funderOf(grant).orElseThrow(() -> Refusal.of(EnrollingInGrant.GRANT_UNKNOWN));
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var export =
        new GrantExport(
            UUID.randomUUID(),
            grant,
            new PartyId(funder),
            from,
            until,
            person.subject().value(),
            now,
            now.plus(GrantExport.OPEN));
    exports.add(person.agency(), export);
    for (var one : reported.between(person.agency(), grant, from, until)) {
      door.release(
          person,
          new ReportForFunder(
              export.id(),
              new ClientId(one.participant()),
              export.funder(),
              whatIsTold.of(person.agency(), one),
              export.readableUntil()));
    }
    return export.id();
  }
}
