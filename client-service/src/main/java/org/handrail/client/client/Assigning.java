package org.handrail.client.client;

import java.time.Clock;
import java.util.UUID;
import org.handrail.client.client.ReachingClient.Reached;
import org.handrail.client.handoff.OpenHandoffs;
import org.handrail.platform.assignment.Relation;
import org.handrail.platform.attention.Attention;
import org.handrail.platform.attention.Attention.Matter;
import org.handrail.platform.caller.Role;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.ProblemType;
import org.handrail.platform.problem.Refusal;
import org.springframework.stereotype.Component;

/** Who comes to a client's side beside the primary specialist, and who leaves it. */
@Component
class Assigning {
  static final ProblemType ALREADY_ASSIGNED =
      ProblemType.of(
          "already-assigned", 409, "Somebody already has that place at the client's side");
  static final ProblemType PRIMARY_STAYS =
      ProblemType.of("primary-stays", 409, "A client always has a primary specialist");
  static final ProblemType SUPERVISOR_HANDS_OVER =
      ProblemType.of(
          "supervisor-hands-over", 409, "Without the client's wish a supervisor hands them over");
  static final ProblemType OWN_SIGN_IN =
      ProblemType.of("own-sign-in", 409, "Only the client ends their own sign-in");

  private final Clients clients;
  private final Assigned assigned;
  private final HandingOver handing;
  private final OpenHandoffs handoffs;
  private final ClientEvents events;
  private final Attention attention;
  private final Clock clock;

  Assigning(
      Clients clients,
      Assigned assigned,
      HandingOver handing,
      OpenHandoffs handoffs,
      ClientEvents events,
      Attention attention,
      Clock clock) {
    this.clients = clients;
    this.assigned = assigned;
    this.handing = handing;
    this.handoffs = handoffs;
    this.events = events;
    this.attention = attention;
    this.clock = clock;
  }

  /** Asks somebody to the client's side who stands in for the primary specialist. */
  UUID assign(Reached to, SubjectId subject) {
    if (assigned.relation(to.agency(), subject, to.id()).isPresent()) {
      throw Refusal.of(ALREADY_ASSIGNED);
    }
    var by = to.by().subject();
    assigned.add(to.agency(), to.id(), subject, Relation.BACKUP, by, clock.instant());
    events.assigned(to.agency(), changed(to), subject, Relation.BACKUP);
    return to.id().value();
  }

  /**
   * Takes somebody from the client's side. The primary specialist stays, and so does whoever is
   * handing the client over: nobody is left alone between two places.
   */
  void unassign(Reached from, SubjectId subject) {
    var relation = assigned.relation(from.agency(), subject, from.id()).orElseThrow(NotFound::new);
    if (relation == Relation.PRIMARY) {
      throw Refusal.of(PRIMARY_STAYS);
    }
    if (relation == Relation.SELF) {
      throw Refusal.of(
          Problem.of(OWN_SIGN_IN)
              .detail("POST …/own-sign-in/end with the client's act, when they want it."));
    }
    handoffs.requireNone(from.agency(), from.id().value(), subject);
    assigned.remove(from.agency(), from.id(), subject);
    events.unassigned(from.agency(), changed(from), subject);
  }

  /**
   * Somebody else becomes the client's primary specialist by no wish of the client: who it was
   * cannot be it any more, or somebody must go on with the record of who has left. Who it was stays
   * as a backup until they are taken from the client's side or leave the agency.
   */
  UUID handOver(Reached client, SubjectId to) {
    if (!client.by().is(Role.SUPERVISOR)) {
      throw Refusal.of(SUPERVISOR_HANDS_OVER);
    }
    var outgoing = handing.handOver(client, to, true);
    var matter = new Matter("handover-begins", "client", client.id().value());
    attention.ask(client.agency(), to, matter);
    outgoing.ifPresent(subject -> attention.ask(client.agency(), subject, matter));
    return client.id().value();
  }

  private Client changed(Reached reached) {
    return clients.touch(reached.agency(), reached.client());
  }
}
