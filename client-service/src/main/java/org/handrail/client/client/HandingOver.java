package org.handrail.client.client;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.handrail.client.client.ReachingClient.Reached;
import org.handrail.client.handoff.OpenHandoffs;
import org.handrail.platform.assignment.Relation;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.Person;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.problem.Refusal;
import org.springframework.stereotype.Component;

/**
 * Another specialist takes the first place at a client's side; it is never empty in between. Where
 * the client wished it, an open handoff keeps nobody with whom they would not be any more.
 */
@Component
public class HandingOver {
  private final Clients clients;
  private final Assigned assigned;
  private final OpenHandoffs handoffs;
  private final ClientEvents events;
  private final Clock clock;

  HandingOver(
      Clients clients, Assigned assigned, OpenHandoffs handoffs, ClientEvents events, Clock clock) {
    this.clients = clients;
    this.assigned = assigned;
    this.handoffs = handoffs;
    this.events = events;
    this.clock = clock;
  }

  /** Who is the client's primary specialist. */
  public Optional<SubjectId> primary(Reached of) {
    return assigned.primary(of.agency(), of.id());
  }

  /** Since when somebody is the client's primary specialist, if they are. */
  public Optional<Instant> primarySince(Reached of, SubjectId subject) {
    return primary(of)
        .filter(subject::equals)
        .map(_ -> assigned.since(of.agency(), of.id(), subject));
  }

  /**
   * Makes somebody the client's primary specialist.
   *
   * @param outgoingStays whether who was it stays as a backup until the two have met
   * @return who was it before
   */
  public Optional<SubjectId> handOver(Reached of, SubjectId to, boolean outgoingStays) {
    var outgoing = assigned.primary(of.agency(), of.id());
    var already = assigned.relation(of.agency(), to, of.id());
    if (already.filter(it -> it == Relation.PRIMARY || it == Relation.SELF).isPresent()) {
      throw Refusal.of(Assigning.ALREADY_ASSIGNED);
    }
    var steps = new Steps(of.agency(), of.client());
    outgoing.ifPresent(
        subject -> {
          assigned.take(of.agency(), of.id(), subject);
          if (outgoingStays) {
            assigned.put(
                of.agency(), of.id(), subject, Relation.BACKUP, of.by().subject(), clock.instant());
            events.assigned(of.agency(), steps.next(), subject, Relation.BACKUP);
          } else {
            events.unassigned(of.agency(), steps.next(), subject);
          }
        });
    assigned.take(of.agency(), of.id(), to);
    assigned.add(of.agency(), of.id(), to, Relation.PRIMARY, of.by().subject(), clock.instant());
    events.assigned(of.agency(), steps.next(), to, Relation.PRIMARY);
    return outgoing;
  }

  /** The two have met: who stayed as a backup until then goes, if they are one still. */
  public void outgoingLeaves(Reached of, SubjectId outgoing) {
    if (assigned
        .relation(of.agency(), outgoing, of.id())
        .filter(relation -> relation == Relation.BACKUP)
        .isPresent()) {
      assigned.remove(of.agency(), of.id(), outgoing);
      events.unassigned(of.agency(), new Steps(of.agency(), of.client()).next(), outgoing);
    }
  }

  /** Until the transaction ends nobody else comes to the side of these records, or leaves it. */
  public void hold(AgencyId agency, List<ClientId> records) {
    clients.lock(agency, records);
  }

  /**
   * Somebody leaves for good the side of a record that is held. Where they were the first there,
   * somebody else who is there already becomes it.
   *
   * @throws Refusal {@code handoff-open} when a handoff keeps them
   */
  public void leaves(Person by, ClientId record, SubjectId leaving, SubjectId next) {
    var agency = by.agency();
    handoffs.requireNone(agency, record.value(), leaving);
    var isPrimary = assigned.primary(agency, record).equals(Optional.of(leaving));
    var steps = new Steps(agency, clients.findForUpdate(agency, record).orElseThrow());
    assigned.take(agency, record, leaving);
    events.unassigned(agency, steps.next(), leaving);
    if (isPrimary) {
      assigned.take(agency, record, next);
      assigned.put(agency, record, next, Relation.PRIMARY, by.subject(), clock.instant());
      events.assigned(agency, steps.next(), next, Relation.PRIMARY);
    }
  }

  /** Versions of the client, one for each event. */
  private final class Steps {
    private final AgencyId agency;
    private Client client;

    Steps(AgencyId agency, Client client) {
      this.agency = agency;
      this.client = client;
    }

    Client next() {
      client = clients.touch(agency, client);
      return client;
    }
  }
}
