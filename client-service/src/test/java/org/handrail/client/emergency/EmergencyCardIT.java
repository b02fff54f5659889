package org.handrail.client.emergency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.client.ClientService.act;
import static org.handrail.client.emergency.Glass.fillsInCard;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.handrail.client.ClientService;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.Proves;
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

  @Test
  @Proves("P2-EMG-1")
  void anOlderCardDoesNotTakeThePlaceOfTheOneThatStands() {
    var client = service.registers("Ana");
    var path = "/api/clients/{id}/emergency-card";
    var eleven = Instant.parse("2026-11-02T11:00:00Z");
    var card = Map.<String, Object>of("medications", List.of(), "allergies", List.of("penicillin"));
    fillsInCard(service.maya(), client, card, act(eleven));
    service
        .maya()
        .post(path, client)
        .ifMatch(1)
        .body(
            Map.of(
                "card",
                Map.of("medications", List.of(), "allergies", List.of()),
                "act",
                act(eleven.minus(Duration.ofHours(1)))))
        .send()
        .isProblem(400, "invalid")
        .hasFault("/act/at", "before-card");
    assertThat(service.maya().get(path, client).send().at("/card/allergies/0"))
        .isEqualTo("penicillin");
  }
}
