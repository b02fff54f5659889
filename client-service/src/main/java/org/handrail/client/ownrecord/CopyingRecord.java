package org.handrail.client.ownrecord;

import static java.util.Comparator.comparing;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.handrail.client.access.LogReader;
import org.handrail.client.access.Looks;
import org.handrail.client.client.Assigned;
import org.handrail.client.client.ClientId;
import org.handrail.client.request.RecordRequests;
import org.handrail.platform.assignment.Relation;
import org.handrail.platform.caller.Person;
import org.handrail.platform.http.Codes;
import org.handrail.platform.problem.ProblemType;
import org.handrail.platform.problem.Refusal;
import org.handrail.platform.scope.Transactions;
import org.springframework.stereotype.Component;

/**
 * Copies a client's record: for the client whenever they want it, and for those who hand it to them
 * once their request is on record.
 */
@Component
class CopyingRecord {
  static final ProblemType NOT_ASKED_FOR =
      ProblemType.of("own-record-not-asked-for", 409, "The client's request is not on record");

  private final HeldAboutClient held;
  private final Assigned assigned;
  private final RecordRequests requests;
  private final Looks looks;
  private final Transactions transactions;
  private final Clock clock;

  CopyingRecord(
      HeldAboutClient held,
      Assigned assigned,
      RecordRequests requests,
      Looks looks,
      Transactions transactions,
      Clock clock) {
    this.held = held;
    this.assigned = assigned;
    this.requests = requests;
    this.looks = looks;
    this.transactions = transactions;
    this.clock = clock;
  }

  CopyOfRecord copy(Person person, UUID id) {
    return transactions.reading(
        () -> {
          var client = new ClientId(id);
          assigned.requireToSeeDisclosures(person, client);
          var theClient = assigned.relation(person, client).equals(Optional.of(Relation.SELF));
          if (theClient) {
            looks.noticed(person, id, Codes.of(Relation.SELF));
          } else if (!requests.awaitsOwnAccess(person.agency(), client)) {
            throw Refusal.of(NOT_ASKED_FOR);
          }
          var reader = LogReader.of(person, theClient);
          return new CopyOfRecord(
              id,
              clock.instant().truncatedTo(ChronoUnit.MICROS),
              CopyOfRecord.BASIS,
              0,
              held.rows(person.agency(), client, sections(reader), reader),
              notHere(reader));
        });
  }

  private static List<Section> sections(LogReader reader) {
    var sections = new ArrayList<>(Sections.OF_THE_RECORD);
    if (reader != LogReader.AT_THEIR_SIDE) {
      sections.addAll(Sections.WITH_THE_PRIVACY_OFFICER);
    }
    if (reader == LogReader.CLIENT) {
      sections.addAll(Sections.FOR_THE_CLIENT_ALONE);
    }
    return sections;
  }

  private static List<CopyOfRecord.NotHere> notHere(LogReader reader) {
    var notHere = new ArrayList<CopyOfRecord.NotHere>();
    notHere.add(new CopyOfRecord.NotHere("counseling-notes", "none-are-kept"));
    Sections.LEFT_OUT.forEach(
        (table, why) -> notHere.add(new CopyOfRecord.NotHere(table.replace('_', '-'), why)));
    if (reader != LogReader.CLIENT) {
      leave(notHere, Sections.FOR_THE_CLIENT_ALONE, "by-own-sign-in-only");
    }
    if (reader == LogReader.AT_THEIR_SIDE) {
      leave(
          notHere, Sections.WITH_THE_PRIVACY_OFFICER, "by-own-sign-in-or-from-the-privacy-officer");
    }
    notHere.sort(comparing(CopyOfRecord.NotHere::section));
    return notHere;
  }

  private static void leave(
      List<CopyOfRecord.NotHere> notHere, List<Section> sections, String why) {
    sections.forEach(section -> notHere.add(new CopyOfRecord.NotHere(section.name(), why)));
  }
}
