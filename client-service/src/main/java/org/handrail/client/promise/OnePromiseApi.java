package org.handrail.client.promise;

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
import org.handrail.platform.version.ETags;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A promise by its id alone, as news of it name it. */
@RestController
@AllowedTo({PEER_SPECIALIST, SUPERVISOR, CLIENT})
class OnePromiseApi {
  private final Promises promises;
  private final ReachingClient reaching;
  private final Transactions transactions;

  OnePromiseApi(Promises promises, ReachingClient reaching, Transactions transactions) {
    this.promises = promises;
    this.reaching = reaching;
    this.transactions = transactions;
  }

  @GetMapping("/api/clients/promises/{id}")
  ResponseEntity<Promise> one(Person person, @PathVariable UUID id) {
    var promise =
        transactions.reading(
            () -> {
              var client = promises.client(person.agency(), id).orElseGet(ClientId::ofNobody);
              reaching.see(person, client.value());
              return promises.find(person.agency(), id).orElseThrow(NotFound::new);
            });
    return ResponseEntity.ok().eTag(ETags.of(promise.version())).body(promise);
  }
}
