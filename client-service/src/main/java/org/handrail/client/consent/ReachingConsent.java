package org.handrail.client.consent;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.handrail.client.client.Assigned;
import org.handrail.client.ledger.ChainHead;
import org.handrail.client.ledger.Ledger;
import org.handrail.platform.act.Recorder;
import org.handrail.platform.assignment.Relation;
import org.handrail.platform.caller.Person;
import org.handrail.platform.problem.NotFound;
import org.springframework.stereotype.Component;

/**
 * Finds a consent for somebody at the client's side, and takes the lock under which it may change.
 */
@Component
class ReachingConsent {
  // The clocks of phones are not ours.
  static final Duration CLOCKS_DIFFER_BY = Duration.ofMinutes(2);

  private final Consents consents;
  private final Assigned assigned;
  private final Ledger ledger;
  private final Clock clock;

  ReachingConsent(Consents consents, Assigned assigned, Ledger ledger, Clock clock) {
    this.consents = consents;
    this.assigned = assigned;
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * @param head locked: no disclosure of this client is decided meanwhile
   * @param stored as it is under the lock
   * @param now taken under the lock
   */
  record Reached(Person by, Relation relation, ChainHead head, StoredConsent stored, Instant now) {
    Recorder recorder() {
      return Recorder.of(by, relation);
    }
  }

  Reached reach(Person person, UUID id) {
    var found = find(person, id);
    var relation = assigned.require(person, found.consent().client());
    var head = ledger.lock(person.agency(), found.consent().client());
    return new Reached(person, relation, head, find(person, id), head.now(clock));
  }

  private StoredConsent find(Person person, UUID id) {
    return consents.find(person.agency(), new ConsentId(id)).orElseThrow(NotFound::new);
  }
}
