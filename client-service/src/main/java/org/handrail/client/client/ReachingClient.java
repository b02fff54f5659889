package org.handrail.client.client;

import java.util.UUID;
import org.handrail.platform.act.Recorder;
import org.handrail.platform.assignment.Relation;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.Person;
import org.handrail.platform.problem.NotFound;
import org.springframework.stereotype.Component;

/** Finds a client for somebody at their side; for everybody else there is none. */
@Component
public class ReachingClient {
  private final Clients clients;
  private final Assigned assigned;

  ReachingClient(Clients clients, Assigned assigned) {
    this.clients = clients;
    this.assigned = assigned;
  }

  /** A client whom the caller may reach, and what the caller is to them. */
  public record Reached(Person by, Client client, Relation relation) {
    public AgencyId agency() {
      return by.agency();
    }

    public ClientId id() {
      return client.id();
    }

    public Recorder recorder() {
      return Recorder.of(by, relation);
    }

    /** Whether it is the client, by their own sign-in. */
    public boolean isTheClient() {
      return relation == Relation.SELF;
    }
  }

  /** To change something of theirs: locked, so that events about them keep their order. */
  public Reached reach(Person person, UUID id) {
    var client = new ClientId(id);
    var relation = assigned.require(person, client);
    return new Reached(
        person,
        clients.findForUpdate(person.agency(), client).orElseThrow(NotFound::new),
        relation);
  }

  /** To read something of theirs. */
  public Reached see(Person person, UUID id) {
    var client = new ClientId(id);
    var relation = assigned.require(person, client);
    return new Reached(
        person, clients.find(person.agency(), client).orElseThrow(NotFound::new), relation);
  }
}
