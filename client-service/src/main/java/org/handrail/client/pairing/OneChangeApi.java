package org.handrail.client.pairing;

import static org.handrail.platform.caller.Role.CLIENT;
import static org.handrail.platform.caller.Role.PEER_SPECIALIST;
import static org.handrail.platform.caller.Role.SUPERVISOR;

import java.util.UUID;
import org.handrail.client.client.ClientId;
import org.handrail.client.client.ReachingClient;
import org.handrail.platform.caller.AllowedTo;
import org.handrail.platform.caller.Person;
import org.handrail.platform.scope.Transactions;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A client's wish for somebody else by its id alone, as news of it name it. */
@RestController
@AllowedTo({PEER_SPECIALIST, SUPERVISOR, CLIENT})
class OneChangeApi {
  private final Changes changes;
  private final ChangingSpecialist changing;
  private final ReachingClient clients;
  private final Transactions transactions;

  OneChangeApi(
      Changes changes,
      ChangingSpecialist changing,
      ReachingClient clients,
      Transactions transactions) {
    this.changes = changes;
    this.changing = changing;
    this.clients = clients;
    this.transactions = transactions;
  }

  @GetMapping("/api/clients/specialist-changes/{id}")
  ChangesApi.ChangeView one(Person person, @PathVariable UUID id) {
    return transactions.reading(
        () -> {
          var client = changes.client(person.agency(), id).orElseGet(ClientId::ofNobody);
          return ChangesApi.ChangeView.of(changing.find(clients.see(person, client.value()), id));
        });
  }
}
