package org.handrail.client.emergency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.client.ClientService.act;
import static org.handrail.client.emergency.Glass.fillsInCard;

import java.util.List;
import java.util.Map;
import org.handrail.client.ClientService;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.TokenIssuer;
import org.junit.jupiter.api.Test;

/** What a client writes down for such a day. */
@HandrailIT
class EmergencyCardIT {
  private final ClientService service;

  EmergencyCardIT(Api api, TokenIssuer tokens) {
    service = new ClientService(api, tokens);
  }

  @Test
  void theCardIsTheClientsAndItsVersionsAreKept() {
    var client = service.registers("Ana");
    var path = "/api/clients/{id}/emergency-card";
    var empty = service.maya().get(path, client).send().isOk();
    assertThat(empty.json().at("/version").asLong()).isZero();
    fillsInCard(service, client);
    var card = Map.of("medications", List.of(), "allergies", List.of());
    service
        .maya()
        .post(path, client)
        .ifMatch(0)
        .body(Map.of("card", card, "act", act()))
        .send()
        .isProblem(412, "version-conflict");
    service
        .maya()
        .post(path, client)
        .ifMatch(1)
        .body(Map.of("card", card, "act", act()))
        .send()
        .isOk();
    service.paul().get(path, client).send().isNotFound();
  }
}
