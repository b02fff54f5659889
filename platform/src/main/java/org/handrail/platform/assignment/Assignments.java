package org.handrail.platform.assignment;

import java.util.Optional;
import java.util.UUID;
import org.handrail.platform.caller.Person;
import org.handrail.platform.problem.NotFound;

/**
 * Who may act for which client, in services that keep no clients: kept from client-service's events
 * ({@code handrail.assignments.enabled: true}), and asked of client-service when a pair is unknown.
 */
public interface Assignments {

  /**
   * What the person is to the client, if anything. Refuses (503) when that is not known here and
   * client-service cannot be asked: of everybody alike, whether they exist or not.
   *
   * <p>Inside a transaction nobody is asked, since none stays open across a call: there a pair that
   * no event told yet is unknown. Require the assignment before the transaction.
   */
  Optional<Relation> relation(Person person, UUID clientId);

  /** Throws {@link NotFound} unless the person is something to the client. */
  default Relation require(Person person, UUID clientId) {
    return relation(person, clientId).orElseThrow(NotFound::new);
  }

  /**
   * The same for something that belongs to a client, if it is there. If not, somebody is asked all
   * the same: by what an outage does, too, nobody shall tell the one from the other.
   */
  default Relation require(Person person, Optional<UUID> clientId) {
    return require(person, clientId.orElseGet(UUID::randomUUID));
  }
}
