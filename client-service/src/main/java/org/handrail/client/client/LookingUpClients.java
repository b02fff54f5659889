package org.handrail.client.client;

import java.util.UUID;
import org.handrail.platform.assignment.Relation;
import org.handrail.platform.caller.Person;
import org.handrail.platform.caller.Role;
import org.handrail.platform.http.Slice;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.scope.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Clients as a person may see them. */
@Component
class LookingUpClients {
  private final Clients clients;
  private final Papers papers;
  private final Assigned assigned;
  private final Transactions transactions;

  LookingUpClients(Clients clients, Papers papers, Assigned assigned, Transactions transactions) {
    this.clients = clients;
    this.papers = papers;
    this.assigned = assigned;
    this.transactions = transactions;
  }

  ClientView one(Person person, UUID id) {
    return transactions.reading(
        () -> {
          var client = new ClientId(id);
          var relation = assigned.require(person, client);
          return view(
              person, clients.find(person.agency(), client).orElseThrow(NotFound::new), relation);
        });
  }

  Slice<ClientView, UUID> page(Person person, @Nullable UUID after, int limit) {
    return transactions.reading(
        () -> {
          var own = person.is(Role.SUPERVISOR) ? null : person.subject();
          var found =
              Slice.of(
                  limit,
                  most -> clients.page(person.agency(), own, after, most),
                  client -> client.id().value());
          return new Slice<>(
              found.items().stream()
                  .flatMap(
                      client ->
                          assigned
                              .relation(person, client.id())
                              .map(relation -> view(person, client, relation))
                              .stream())
                  .toList(),
              found.next());
        });
  }

  // Whoever is not at the surviving record's side is told that there is one, and not which.
  private boolean reachesSurviving(Person person, Client client) {
    var surviving = client.mergedInto();
    return surviving != null
        && (person.is(Role.SUPERVISOR)
            || assigned.relation(person.agency(), person.subject(), surviving).isPresent());
  }

  private ClientView view(Person person, Client client, Relation relation) {
    return ClientView.of(
        client,
        relation,
        reachesSurviving(person, client),
        papers.notice(person.agency(), client.id()).orElse(null),
        papers.agreement(person.agency(), client.id()).orElse(null));
  }
}
