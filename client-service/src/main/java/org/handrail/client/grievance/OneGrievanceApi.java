package org.handrail.client.grievance;

import static org.handrail.platform.caller.Role.CLIENT;
import static org.handrail.platform.caller.Role.PEER_SPECIALIST;
import static org.handrail.platform.caller.Role.SUPERVISOR;

import java.util.UUID;
import org.handrail.client.client.ClientId;
import org.handrail.client.client.ReachingClient;
import org.handrail.platform.caller.AllowedTo;
import org.handrail.platform.caller.Person;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.scope.Transactions;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A grievance by its id alone, as news of it name it. */
@RestController
@AllowedTo({PEER_SPECIALIST, SUPERVISOR, CLIENT})
class OneGrievanceApi {
  private final Grievances grievances;
  private final ReachingClient reaching;
  private final Transactions transactions;

  OneGrievanceApi(Grievances grievances, ReachingClient reaching, Transactions transactions) {
    this.grievances = grievances;
    this.reaching = reaching;
    this.transactions = transactions;
  }

  @GetMapping("/api/clients/grievances/{id}")
  Grievance one(Person person, @PathVariable UUID id) {
    return transactions.reading(
        () -> {
          var client = grievances.client(person.agency(), id).orElseGet(ClientId::ofNobody);
          return grievances
              .find(reaching.see(person, client.value()), id)
              .orElseThrow(NotFound::new);
        });
  }
}
