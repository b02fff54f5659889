package org.handrail.client.consent;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.handrail.client.client.ClientId;
import org.handrail.client.client.Merges;
import org.handrail.client.client.ReachingClient;
import org.handrail.client.ledger.ChainHead;
import org.handrail.client.ledger.Ledger;
import org.handrail.platform.act.Recorder;
import org.handrail.platform.assignment.Relation;
import org.handrail.platform.caller.Person;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.problem.ProblemType;
import org.handrail.platform.problem.Refusal;
import org.springframework.stereotype.Component;

/**
 * Finds a consent for somebody at the client's side, and takes the lock under which it may change.
 */
@Component
class ReachingConsent {
  static final ProblemType CONSENT_SIGNED =
      ProblemType.of("consent-signed", 409, "The consent is signed already");
  static final ProblemType CONSENT_REFUSED =
      ProblemType.of("consent-refused", 409, "The client said no to this consent");
  static final ProblemType CONSENT_REWRITTEN =
      ProblemType.of("consent-rewritten", 409, "This draft was written anew");

  private final Consents consents;
  private final ReachingClient reaching;
  private final Merges merges;
  private final Ledger ledger;
  private final Clock clock;

  ReachingConsent(
      Consents consents, ReachingClient reaching, Merges merges, Ledger ledger, Clock clock) {
    this.consents = consents;
    this.reaching = reaching;
    this.merges = merges;
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * @param head locked: no disclosure of this client is decided meanwhile
   * @param others the heads of the person's other records, locked as well
   * @param stored as it is under the lock
   * @param now taken under the lock
   */
  record Reached(
      Person by,
      Relation relation,
      ChainHead head,
      List<ChainHead> others,
      StoredConsent stored,
      Instant now) {
    Recorder recorder() {
      return Recorder.of(by, relation);
    }

    /** What can still be signed or refused. */
    Consent.Draft draft() {
      return switch (stored.consent()) {
        case Consent.Draft draft -> draft;
        case Consent.Refused _ -> throw Refusal.of(CONSENT_REFUSED);
        case Consent.Rewritten _ -> throw Refusal.of(CONSENT_REWRITTEN);
        case Consent.Signed _ -> throw Refusal.of(CONSENT_SIGNED);
      };
    }
  }

  Reached reach(Person person, UUID id) {
    var consent = new ConsentId(id);
    var client = consents.clientOf(person.agency(), consent).orElseGet(ClientId::ofNobody);
    // Nobody says meanwhile that another record is, or is not, of the same person.
    var relation = reaching.reachToFinish(person, client.value()).relation();
    // In one order whichever record is asked for, so that nobody waits for each other.
    var heads =
        merges.recordsOfPerson(person.agency(), client).stream()
            .map(record -> ledger.lock(person.agency(), record))
            .toList();
    var head = heads.stream().filter(one -> one.client().equals(client)).findFirst().orElseThrow();
    var others = heads.stream().filter(one -> !one.client().equals(client)).toList();
    var stored = consents.find(person.agency(), client, consent).orElseThrow(NotFound::new);
    var now =
        others.stream()
            .map(other -> other.now(clock))
            .reduce(head.now(clock), (one, other) -> one.isAfter(other) ? one : other);
    return new Reached(person, relation, head, others, stored, now);
  }
}
