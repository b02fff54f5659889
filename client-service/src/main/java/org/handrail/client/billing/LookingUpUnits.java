package org.handrail.client.billing;

import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.handrail.client.client.Assigned;
import org.handrail.client.client.ClientId;
import org.handrail.client.companion.Shifts;
import org.handrail.client.encounter.Encounter;
import org.handrail.client.encounter.Encounters;
import org.handrail.client.group.Attendance;
import org.handrail.client.specialist.Credentials;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.Person;
import org.handrail.platform.problem.ProblemType;
import org.handrail.platform.problem.Refusal;
import org.handrail.platform.scope.Transactions;
import org.springframework.stereotype.Component;

/**
 * What a payer would pay for of a client's day, and why not for the rest. The day is the person's,
 * on all records of theirs.
 */
@Component
class LookingUpUnits {
  static final ProblemType PAYER_UNKNOWN =
      ProblemType.of("payer-unknown", 422, "No rule of this payer holds on that day");

  private final Payers payers;
  private final Encounters encounters;
  private final Attendance attendance;
  private final Shifts shifts;
  private final Credentials credentials;
  private final Assigned assigned;
  private final Transactions transactions;
  private final Clock clock;

  LookingUpUnits(
      Payers payers,
      Encounters encounters,
      Attendance attendance,
      Shifts shifts,
      Credentials credentials,
      Assigned assigned,
      Transactions transactions,
      Clock clock) {
    this.payers = payers;
    this.encounters = encounters;
    this.attendance = attendance;
    this.shifts = shifts;
    this.credentials = credentials;
    this.assigned = assigned;
    this.transactions = transactions;
    this.clock = clock;
  }

  UnitsView day(Person person, UUID clientId, String payer, LocalDate day) {
    return transactions.reading(
        () -> {
          var client = new ClientId(clientId);
          assigned.require(person, client);
          var rule = payers.rule(payer, day).orElseThrow(() -> Refusal.of(PAYER_UNKNOWN));
          var from = day.minusDays(1).atStartOfDay(rule.zone()).toInstant();
          var until = day.plusDays(1).atStartOfDay(rule.zone()).toInstant();
          var now = clock.instant();
          var over =
              encounters.ofPersonDuring(person.agency(), client, from, until).stream()
                  .filter(encounter -> encounter.isOver(now))
                  .toList();
          var services =
              over.stream()
                  .map(encounter -> service(person.agency(), encounter, rule.zone()))
                  .toList();
          // All of the person's count; shown are those of records at whose side the caller is.
          var shown =
              over.stream()
                  .filter(encounter -> assigned.relation(person, encounter.client()).isPresent())
                  .map(Encounter::id)
                  .collect(toSet());
          var counted =
              new Counting(rule)
                  .day(day, services).stream()
                      .filter(one -> shown.contains(one.encounterId()))
                      .toList();
          return UnitsView.of(payers.version(), rule, day, counted);
        });
  }

  private Service service(AgencyId agency, Encounter encounter, ZoneId zone) {
    var account = encounter.account();
    var day = LocalDate.ofInstant(account.startedAt(), zone);
    var session = encounter.groupSession();
    return new Service(
        encounter.id(),
        account.kind(),
        account.mode(),
        account.startedAt(),
        account.endedAt(),
        account.goalId() != null,
        !account.activities().isEmpty(),
        credentials.validOn(agency, encounter.specialist(), day),
        encounter.signedOffBy() != null,
        shifts.cover(agency, encounter.specialist(), account.startedAt(), account.endedAt()),
        session == null ? null : attendance.people(agency, session));
  }
}
