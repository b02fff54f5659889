package org.handrail.client.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.client.ClientService.act;

import java.util.Map;
import java.util.UUID;
import org.handrail.client.AtTheDoor;
import org.handrail.client.Attentions;
import org.handrail.client.ClientService;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.TokenIssuer;
import org.junit.jupiter.api.Test;

/**
 * What somebody says while several records stand for them, to keep others away, holds on each of
 * these for good.
 */
@HandrailIT
class SaidForEachRecordIT {
  private final ClientService service;
  private final AtTheDoor door;

  SaidForEachRecordIT(Api api, TokenIssuer tokens) {
    service = new ClientService(api, tokens);
    door = new AtTheDoor(service);
  }

  @Test
  @Proves("P2-RGT-1")
  void whatIsRestrictedWhileTheyAreMergedIsRestrictedOnBoth() {
    var merged = service.registers("Bo");
    var surviving = service.registers("Bo");
    service.consents(merged, "Bo");
    service.merges(merged, surviving).isCreated();
    service.restricts(surviving, "harborlight");
    part(merged);
    assertThat(door.answers(merged)).isEqualTo("consent-restricted");
    assertThat(restrictions(merged).at("/items/0/status")).isEqualTo("granted");

    ends(merged, restrictions(merged).at("/items/0/id"));
    assertThat(door.answers(merged)).isEqualTo("released");
    assertThat(restrictions(surviving).at("/items/0/status")).isEqualTo("granted");
  }

  @Test
  @Proves("P2-RGT-1")
  void whatAwaitsADecisionAwaitsItForEach() {
    var merged = service.registers("Bo");
    var surviving = service.registers("Bo");
    service.consents(merged, "Bo");
    service.merges(merged, surviving).isCreated();
    asks(surviving);
    part(merged);
    assertThat(restrictions(merged).at("/items/0/status")).isEqualTo("asked");
    Attentions.asked("restriction-asked", merged);
    grants(merged, restrictions(merged).at("/items/0/id"));
    assertThat(door.answers(merged)).isEqualTo("consent-restricted");
  }

  @Test
  @Proves("P2-RGT-1")
  void onceTheyAreMergedAgainItIsDecidedAndEndedForBoth() {
    var merged = service.registers("Bo");
    var surviving = service.registers("Bo");
    service.consents(merged, "Bo");
    service.merges(merged, surviving).isCreated();
    asks(surviving);
    part(merged);
    service.merges(merged, surviving).isCreated();
    var id = restrictions(surviving).at("/items/0/id");
    grants(surviving, id);
    assertThat(restrictions(merged).at("/items/0/status")).isEqualTo("granted");
    ends(surviving, id);
    assertThat(door.answers(merged)).isEqualTo("released");
    part(merged);
    assertThat(restrictions(merged).json().at("/items")).hasSize(1);
    assertThat(door.answers(merged)).isEqualTo("released");
  }

  @Test
  @Proves("R23")
  void whoSaidNotNowIsLetBeByEach() {
    var merged = service.registers("Bo");
    var surviving = service.registers("Bo");
    service.merges(merged, surviving).isCreated();
    service
        .maya()
        .post("/api/clients/{id}/not-now", surviving)
        .body(Map.of("act", act()))
        .send()
        .isCreated();
    part(merged);
    texts(merged).isProblem(409, "not-now");
    texts(surviving).isProblem(409, "not-now");
  }

  @Test
  @Proves("V5")
  void theWaysThatTheyShutAreShutOnEachAndThoseThatTheyOpenedAreNot() {
    var merged = service.registers("Bo");
    var surviving = service.registers("Bo");
    texts(merged).isCreated();
    service.merges(merged, surviving).isCreated();
    says(surviving, Map.of("phone", "555-0100", "call", true));
    part(merged);
    texts(merged).isProblem(409, "way-not-allowed");
    var card = seen(merged).json().at("/contact");
    assertThat(card.at("/call").asBoolean(true)).isFalse();
    assertThat(seen(surviving).json().at("/contact/call").asBoolean()).isTrue();
    // Said anew on the one, it counts there.
    says(merged, Map.of("phone", "555-0100", "text", true));
    texts(merged).isCreated();
  }

  private void part(UUID merged) {
    service.rosaTheSupervisor().delete("/api/clients/{id}/merge", merged).send().hasStatus(204);
  }

  private void asks(UUID client) {
    service
        .maya()
        .post("/api/clients/{id}/restrictions", client)
        .body(Map.of("recipient", "harborlight", "act", act()))
        .send()
        .isCreated();
  }

  private void grants(UUID client, String restriction) {
    service
        .priyaThePrivacyOfficer()
        .post("/api/clients/%s/restrictions/%s/decision".formatted(client, restriction))
        .body(Map.of("granted", true))
        .send()
        .isOk();
  }

  private void ends(UUID client, String restriction) {
    service
        .maya()
        .post("/api/clients/%s/restrictions/%s/end".formatted(client, restriction))
        .body(Map.of("act", act()))
        .send()
        .isOk();
  }

  private Answer restrictions(UUID client) {
    return service.maya().get("/api/clients/{id}/restrictions", client).send().isOk();
  }

  private Answer texts(UUID client) {
    return service
        .maya()
        .post("/api/clients/{id}/attempts", client)
        .body(
            Map.of(
                "at", "2026-11-02T10:00:00Z",
                "initiative", "specialist",
                "way", "text",
                "outcome", "reached"))
        .send();
  }

  private void says(UUID client, Map<String, Object> contact) {
    service
        .maya()
        .put("/api/clients/{id}/profile", client)
        .body(Map.of("nameToUse", "Bo", "contact", contact, "act", ClientService.actNow()))
        .ifMatch(seen(client))
        .send()
        .isOk();
  }

  private Answer seen(UUID client) {
    return service.maya().get("/api/clients/{id}", client).send().isOk();
  }
}
