package org.handrail.client.client;

import java.time.Instant;
import java.util.UUID;
import org.handrail.platform.act.ActForm;
import org.handrail.platform.act.RecordedAct;
import org.handrail.platform.act.Recorder;
import org.handrail.platform.assignment.MergedRecords;
import org.handrail.platform.assignment.Relation;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.Person;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.Problems;
import org.handrail.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds a client for somebody at their side; for everybody else there is none. */
@Component
public class ReachingClient {
  private final Clients clients;
  private final Assigned assigned;
  private final LockingPeople locking;

  ReachingClient(Clients clients, Assigned assigned, LockingPeople locking) {
    this.clients = clients;
    this.assigned = assigned;
    this.locking = locking;
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

    /**
     * The client's act: as the form says, or their own sign-in at this moment.
     *
     * @throws Refusal when somebody else than the client says nothing of it
     */
    public RecordedAct act(@Nullable ActForm form, Instant now) {
      if (form != null) {
        return form.recordedBy(recorder(), now);
      }
      if (!isTheClient()) {
        throw Refusal.of(
            Problem.of(Problems.INVALID)
                .error("/act", "missing", "It takes effect by an act of the client."));
      }
      return RecordedAct.ownSignIn(by.subject(), now);
    }

    /** Whether it is the client, by their own sign-in. */
    public boolean isTheClient() {
      return relation == Relation.SELF;
    }
  }

  /**
   * To change something of theirs: locked, so that events about them keep their order. A record
   * that was merged into another stays as it is, but for what the client says.
   */
  public Reached reach(Person person, UUID id) {
    var reached = reachToFinish(person, id);
    if (reached.client().mergedInto() != null && !reached.isTheClient()) {
      throw Refusal.of(MergedRecords.CLIENT_MERGED);
    }
    return reached;
  }

  /**
   * To bring to its end what is under way of theirs, also on a record that was merged into another:
   * locked likewise.
   */
  public Reached reachToFinish(Person person, UUID id) {
    var client = new ClientId(id);
    var relation = assigned.require(person, client);
    return new Reached(
        person,
        clients.findForUpdate(person.agency(), client).orElseThrow(NotFound::new),
        relation);
  }

  /** As {@link #reachToFinish}, with all records of the person locked, in one order. */
  Reached reachPerson(Person person, UUID id) {
    var client = new ClientId(id);
    assigned.require(person, client);
    locking.lock(person.agency(), client);
    return reachToFinish(person, id);
  }

  /** For who may see what was disclosed, to decide what may be: locked likewise. */
  public ClientId reachToDecide(Person person, UUID id) {
    var client = new ClientId(id);
    assigned.requireToSeeDisclosures(person, client);
    return clients
        .findForUpdate(person.agency(), client)
        .map(Client::id)
        .orElseThrow(NotFound::new);
  }

  /** To read something of theirs. */
  public Reached see(Person person, UUID id) {
    var client = new ClientId(id);
    var relation = assigned.require(person, client);
    return new Reached(
        person, clients.find(person.agency(), client).orElseThrow(NotFound::new), relation);
  }
}
