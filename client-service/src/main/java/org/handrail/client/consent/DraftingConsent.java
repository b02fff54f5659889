package org.handrail.client.consent;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.handrail.client.client.Assigned;
import org.handrail.client.client.ClientId;
import org.handrail.client.client.Clients;
import org.handrail.client.ledger.Ledger;
import org.handrail.platform.assignment.Relation;
import org.handrail.platform.caller.Person;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.Problems;
import org.handrail.platform.problem.Refusal;
import org.springframework.stereotype.Component;

/**
 * Somebody at the client's side, or the client, writes a consent down. It covers nothing until it
 * is signed.
 */
@Component
class DraftingConsent {
  private final Consents consents;
  private final Assigned assigned;
  private final Clients clients;
  private final Ledger ledger;
  private final Clock clock;

  DraftingConsent(
      Consents consents, Assigned assigned, Clients clients, Ledger ledger, Clock clock) {
    this.consents = consents;
    this.assigned = assigned;
    this.clients = clients;
    this.ledger = ledger;
    this.clock = clock;
  }

  Relation reach(Person person, UUID client) {
    return assigned.require(person, new ClientId(client));
  }

  /**
   * A draft that replaces a draft takes its place at once, and replaces what that one would have
   * replaced; a signed consent is replaced when the draft is signed, and one that binds never is
   * (P2-CON-8).
   */
  UUID draft(Person person, ConsentDraft draft, ConsentForm form) {
    var client = new ClientId(draft.clientId());
    var replaced = draft.replaces() == null ? null : replaced(person, client, draft.replaces());
    var rewritten =
        replaced != null && replaced.consent() instanceof Consent.Draft ? replaced : null;
    var written = new Consent.Draft(ConsentId.random(), client, form);
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    consents.add(
        person.agency(),
        written,
        rewritten != null
            ? rewritten.replaces()
            : replaced == null ? null : replaced.consent().id(),
        clients
            .find(person.agency(), client)
            .orElseThrow(NotFound::new)
            .account()
            .languageOr(draft.language()),
        person.subject(),
        now);
    if (rewritten != null) {
      consents.addRewriting(
          person.agency(), rewritten.consent().id(), written.id(), person.subject(), now);
    }
    return written.id().value();
  }

  // Under the client's lock: nobody signs meanwhile what is written anew.
  private StoredConsent replaced(Person person, ClientId client, UUID id) {
    var now = ledger.lock(person.agency(), client).now(clock);
    return consents
        .find(person.agency(), client, new ConsentId(id))
        .map(
            found -> {
              if (found.consent() instanceof Consent.Rewritten) {
                throw Refusal.of(ReachingConsent.CONSENT_REWRITTEN);
              }
              EndingConsent.requireNotBinding(found.consent(), now);
              return found;
            })
        .orElseThrow(
            () ->
                Refusal.of(
                    Problem.of(Problems.INVALID)
                        .error("/replaces", "unknown", "The client has no such consent.")));
  }
}
