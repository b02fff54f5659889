package org.handrail.client.consent;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.handrail.client.client.Assigned;
import org.handrail.client.client.ClientId;
import org.handrail.client.client.Clients;
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
  private final Clock clock;

  DraftingConsent(Consents consents, Assigned assigned, Clients clients, Clock clock) {
    this.consents = consents;
    this.assigned = assigned;
    this.clients = clients;
    this.clock = clock;
  }

  Relation reach(Person person, UUID client) {
    return assigned.require(person, new ClientId(client));
  }

  UUID draft(Person person, ConsentDraft draft, ConsentForm form) {
    var client = new ClientId(draft.clientId());
    var replaced = draft.replaces() == null ? null : new ConsentId(draft.replaces());
    if (replaced != null && consents.find(person.agency(), client, replaced).isEmpty()) {
      throw Refusal.of(
          Problem.of(Problems.INVALID)
              .error("/replaces", "unknown", "The client has no such consent."));
    }
    var written = new Consent.Draft(ConsentId.random(), client, form);
    consents.add(
        person.agency(),
        written,
        replaced,
        clients
            .find(person.agency(), client)
            .orElseThrow(NotFound::new)
            .account()
            .languageOr(draft.language()),
        person.subject(),
        clock.instant().truncatedTo(ChronoUnit.MICROS));
    return written.id().value();
  }
}
