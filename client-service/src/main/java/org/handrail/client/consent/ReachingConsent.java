package org.handrail.client.consent;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.handrail.client.client.ClientId;
import org.handrail.client.client.ReachingClient;
import org.handrail.client.ledger.ChainHead;
import org.handrail.client.ledger.PersonsChains;
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
  private final PersonsChains chains;
  private final Clock clock;

  ReachingConsent(Consents consents, ReachingClient reaching, PersonsChains chains, Clock clock) {
    this.consents = consents;
    this.reaching = reaching;
    this.chains = chains;
    this.clock = clock;
  }

  /**
   * @param chains locked: no disclosure of this person is decided meanwhile
   * @param stored as it is under the lock
   * @param now taken under the lock
   */
  record Reached(
      Person by, Relation relation, PersonsChains.Held chains, StoredConsent stored, Instant now) {
    ChainHead head() {
      return chains.head();
    }

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
    var held = chains.lock(person.agency(), client);
    var stored = consents.find(person.agency(), client, consent).orElseThrow(NotFound::new);
    return new Reached(person, relation, held, stored, held.now(clock));
  }
}
