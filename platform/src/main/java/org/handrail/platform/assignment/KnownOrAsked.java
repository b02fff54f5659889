package org.handrail.platform.assignment;

import java.util.Optional;
import java.util.UUID;
import org.handrail.platform.caller.Person;
import org.handrail.platform.caller.Role;
import org.handrail.platform.calls.ServiceCalls;
import org.handrail.platform.calls.Unreachable;
import org.handrail.platform.problem.Problems;
import org.handrail.platform.problem.Refusal;
import org.handrail.platform.scope.AgencyScope;
import org.handrail.platform.scope.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * From the events if they told, else from client-service itself. Its answer is used once and not
 * kept: the event that takes an assignment away may already be on its way.
 */
final class KnownOrAsked implements Assignments {

  private static final Logger LOG = LoggerFactory.getLogger(KnownOrAsked.class);

  private record Assigned(Relation relation) {}

  private final ClientAssignments assignments;
  private final Transactions transactions;
  private final RestClient clients;

  KnownOrAsked(ClientAssignments assignments, Transactions transactions, RestClient clients) {
    this.assignments = assignments;
    this.transactions = transactions;
    this.clients = clients;
  }

  @Override
  public Optional<Relation> relation(Person person, UUID clientId) {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      return known(person, clientId).filter(relation -> relation.isOpenTo(person));
    }
    var known =
        AgencyScope.as(person).call(() -> transactions.reading(() -> known(person, clientId)));
    return (known.isPresent() ? known : ask(person, clientId))
        .filter(relation -> relation.isOpenTo(person));
  }

  // Somebody is assigned to every client, so whoever supervises the agency is known by that.
  private Optional<Relation> known(Person person, UUID clientId) {
    return assignments
        .find(person.subject(), clientId)
        .or(
            () ->
                person.is(Role.SUPERVISOR) && assignments.knows(clientId)
                    ? Optional.of(Relation.SUPERVISOR)
                    : Optional.empty());
  }

  private Optional<Relation> ask(Person person, UUID clientId) {
    try {
      var answer =
          clients
              .get()
              .uri(
                  "/internal/assignments/{client}?supervisor={supervisor}",
                  clientId,
                  person.is(Role.SUPERVISOR))
              .headers(ServiceCalls.onBehalfOf(person.onBehalfOf()))
              .retrieve()
              .requiredBody(Assigned.class);
      return Optional.of(answer.relation());
    } catch (HttpClientErrorException.NotFound e) {
      return Optional.empty();
    } catch (Unreachable | RestClientException e) {
      // A 404 would tell people that whom they have just met does not exist.
      LOG.warn("client-service could not say who is assigned: {}", e.getClass().getSimpleName());
      throw Refusal.of(Problems.UNAVAILABLE);
    }
  }
}
