package org.handrail.client.request;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.handrail.client.client.Clients;
import org.handrail.client.consent.Purpose;
import org.handrail.client.disclosure.ByLaw;
import org.handrail.client.disclosure.ReleasingByLaw;
import org.handrail.client.ledger.Entry;
import org.handrail.client.ledger.Ledger;
import org.handrail.client.party.Parties;
import org.handrail.client.party.PartyId;
import org.handrail.platform.caller.Person;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.ProblemType;
import org.handrail.platform.problem.Problems;
import org.handrail.platform.problem.Refusal;
import org.handrail.platform.version.Versions;
import org.springframework.stereotype.Component;

/**
 * Gives what a court ordered, and no more, through the door: the only way in which anything goes
 * into proceedings without the client's consent (P2-LEG-1).
 */
@Component
class DisclosingUnderOrder {
  static final ProblemType NOT_ORDERED =
      ProblemType.of("record-request-not-ordered", 409, "No court has ordered this");

  private final RecordRequests requests;
  private final Ledger ledger;
  private final Clients clients;
  private final Parties parties;
  private final ReleasingByLaw releasing;
  private final Clock clock;

  DisclosingUnderOrder(
      RecordRequests requests,
      Ledger ledger,
      Clients clients,
      Parties parties,
      ReleasingByLaw releasing,
      Clock clock) {
    this.requests = requests;
    this.ledger = ledger;
    this.clients = clients;
    this.parties = parties;
    this.releasing = releasing;
    this.clock = clock;
  }

  UUID disclose(
      Person person, RecordRequest request, long seen, PartyId recipient, List<String> categories) {
    Versions.require(seen, request.version());
    var order = request.order();
    var link = request.link();
    if (request.status() != RecordRequest.Status.RELEASED_FROM_HOLD
        || order == null
        || link == null) {
      throw Refusal.of(NOT_ORDERED);
    }
    if (!order.recipients().contains(recipient)) {
      throw Refusal.of(
          Problem.of(Problems.INVALID)
              .error("/recipient", "not-ordered", "The order does not name this party."));
    }
    for (int i = 0; i < categories.size(); i++) {
      if (!order.categories().contains(categories.get(i))) {
        throw Refusal.of(
            Problem.of(Problems.INVALID)
                .error("/categories/" + i, "not-ordered", "The order does not let this go."));
      }
    }
    requests.save(person.agency(), request.disclosed());
    var head = ledger.lock(person.agency(), link.client());
    return releasing.releaseFromRecord(
        new ByLaw(
            head,
            head.now(clock),
            parties.byId(recipient),
            person.subject(),
            new Entry.Matter("court-order", request.id()),
            Purpose.CJ.code(),
            categories,
            "handed-on"),
        "42 CFR " + order.section(),
        clients.find(person.agency(), link.client()).orElseThrow(NotFound::new));
  }
}
