package org.handrail.client.client;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.Person;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.ProblemType;
import org.handrail.platform.problem.Refusal;
import org.springframework.stereotype.Component;

/**
 * Says that two records of the agency are of one person, and takes it back. The merged record is
 * kept as it was and points to the surviving one; what the client consented to counts for the
 * record on which they did, and what they took back or had restricted on either holds for both;
 * what they said meanwhile to keep others away from them is written down on each before they part.
 * A sign-in that was given to the merged record opens the surviving one only as long as they are
 * merged.
 */
@Component
class Merging {
  static final ProblemType NOT_POSSIBLE =
      ProblemType.of("merge-not-possible", 422, "These two records cannot be merged");
  static final ProblemType ALREADY_MERGED =
      ProblemType.of("already-merged", 409, "One of the records is part of a merge already");
  static final ProblemType NOT_MERGED =
      ProblemType.of("not-merged", 409, "The record is not merged into another");

  private final Clients clients;
  private final LockingPeople locking;
  private final NamingClient naming;
  private final Merges merges;
  private final Assigned assigned;
  private final ClientEvents events;
  private final List<SaidForEach> saidForEach;
  private final WhenParted whenParted;
  private final Clock clock;

  Merging(
      Clients clients,
      LockingPeople locking,
      NamingClient naming,
      Merges merges,
      Assigned assigned,
      ClientEvents events,
      List<SaidForEach> saidForEach,
      WhenParted whenParted,
      Clock clock) {
    this.clients = clients;
    this.locking = locking;
    this.naming = naming;
    this.merges = merges;
    this.assigned = assigned;
    this.events = events;
    this.saidForEach = saidForEach;
    this.whenParted = whenParted;
    this.clock = clock;
  }

  /**
   * The record, for a supervisor or privacy officer of its agency, with all records of the person
   * and of whoever it may be locked: what is being decided of either is decided first.
   */
  Client reach(Person person, UUID id, UUID into) {
    var client = new ClientId(id);
    return reach(person, client, client, new ClientId(into));
  }

  /** As the other, with all records of the person. */
  Client reachMerged(Person person, UUID id) {
    var client = new ClientId(id);
    return reach(person, client, client);
  }

  private Client reach(Person person, ClientId client, ClientId... people) {
    assigned.requireToSeeDisclosures(person, client);
    locking.lock(person.agency(), people);
    return clients.find(person.agency(), client).orElseThrow(NotFound::new);
  }

  UUID merge(Person person, Client client, UUID into) {
    var surviving = new ClientId(into);
    if (surviving.equals(client.id())) {
      throw refused("same-record", "A record is itself already.");
    }
    var other =
        naming
            .find(person.agency(), surviving)
            .orElseThrow(() -> refused("client-unknown", "There is no such client."));
    var agency = person.agency();
    if (merges.surviving(agency, client.id()).isPresent()
        || merges.surviving(agency, surviving).isPresent()
        || merges.survives(agency, client.id())) {
      throw Refusal.of(ALREADY_MERGED);
    }
    merges.add(agency, client.id(), surviving, person.subject(), now());
    events.merged(agency, clients.touch(agency, client), surviving);
    clients.touch(agency, other);
    return client.id().value();
  }

  /** What was joined is apart again, and the client's sign-in opens only what it was given to. */
  void undo(Person person, Client client) {
    var agency = person.agency();
    var other =
        merges
            .surviving(agency, client.id())
            .flatMap(id -> clients.findForUpdate(agency, id))
            .orElseThrow(() -> Refusal.of(NOT_MERGED));
    var records = merges.recordsOfPerson(agency, client.id());
    var now = now();
    writeDownOnEach(person, client.id(), other.id(), records, now);
    var closed = assigned.takeOpenedBeyond(agency, client.id(), records);
    merges.undo(agency, client.id(), person.subject(), now);
    events.mergeUndone(agency, clients.touch(agency, client));
    clients.touch(agency, other);
    closed.forEach(
        each -> events.unassigned(agency, touched(agency, each.client()), each.subject()));
    whenParted.parted(agency, records);
  }

  private Client touched(AgencyId agency, ClientId client) {
    return clients.touch(agency, clients.find(agency, client).orElseThrow());
  }

  private void writeDownOnEach(
      Person person, ClientId merged, ClientId surviving, List<ClientId> records, Instant now) {
    var agency = person.agency();
    var by = person.subject();
    var others = records.stream().filter(record -> !record.equals(merged)).toList();
    // What comes onto the merged one from a third would else go on from there.
    for (var parting :
        List.of(
            new Parting(agency, surviving, List.of(merged), by, now),
            new Parting(agency, merged, others, by, now))) {
      saidForEach.forEach(each -> each.writeDown(parting));
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private static Refusal refused(String code, String detail) {
    return Refusal.of(Problem.of(NOT_POSSIBLE).error("/into", code, detail));
  }
}
