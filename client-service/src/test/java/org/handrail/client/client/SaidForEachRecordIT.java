package org.handrail.client.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.client.ClientService.act;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
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

  @Test
  @Proves("V5")
  void whatOneShutAloneStaysWithItThoughAThirdWasMergedToo() {
    var merged = service.registers("Bo");
    var third = service.registers("Bo");
    var surviving = service.registers("Bo");
    says(merged, Map.of("phone", "555-0100", "call", true));
    service.hasOwnSignIn(third);
    service.merges(merged, surviving).isCreated();
    service.merges(third, surviving).isCreated();
    says(service.noor(), third, Map.of("phone", "555-0100", "text", true), ownActNow());
    part(merged);
    part(third);
    texts(surviving).isCreated();
  }

  @Test
  @Proves("P2-RGT-1")
  void whatAThirdRestrictsGoesOntoTheOneThatPartsAlone() {
    var merged = service.registers("Bo");
    var third = service.registers("Bo");
    var surviving = service.registers("Bo");
    service.hasOwnSignIn(third);
    service.merges(merged, surviving).isCreated();
    service.merges(third, surviving).isCreated();
    service
        .noor()
        .post("/api/clients/{id}/restrictions", third)
        .body(restricting("harborlight", ownActNow()))
        .send()
        .isCreated();
    part(merged);
    assertThat(restrictions(merged).json().at("/items")).hasSize(1);
    assertThat(restrictions(surviving).json().at("/items")).isEmpty();
  }

  @Test
  @Proves({"P2-APP-2", "R23", "V5"})
  void nothingInWordsGoesOntoARecordThatMayBeOfSomebodyElse() {
    var merged = service.registers("Bo");
    var surviving = service.registers("Bo");
    says(merged, Map.of("phone", "555-0100", "ways", Map.of("text", ofBo())));
    service.merges(merged, surviving).isCreated();
    service.hasOwnSignIn(surviving);
    var jane = service.noor();
    var act = new HashMap<String, Object>(ClientService.actNow());
    act.putAll(Map.of("kind", "own-sign-in", "words", "Jane's: mother reads it"));
    says(
        jane,
        surviving,
        Map.of("phone", "555-0199", "times", "Jane's noon", "ways", waysOfJane()),
        act);
    for (var path : List.of("/not-now", "/restrictions")) {
      jane.post("/api/clients/" + surviving + path)
          .body(path.equals("/not-now") ? Map.of("act", act) : restricting("harborlight", act))
          .send()
          .isCreated();
    }
    part(merged);

    var way = seen(merged).json().at("/contact/ways/text");
    assertThat(way.at("/allowed").asBoolean(true)).isFalse();
    assertThat(way.at("/shared").asBoolean()).isTrue();
    assertThat(way.at("/codeWord").asString()).isEqualTo("Bo's fern");
    assertThat(restrictions(merged).at("/items/0/recipient")).isEqualTo("harborlight");
    assertThat(read(merged, "/engagement").json().has("notNow")).isTrue();
    for (var path : List.of("", "/profile/changes", "/restrictions", "/engagement")) {
      assertThat(read(merged, path).text())
          .as(path)
          .doesNotContain("Jane", service.clientsSubject("noor").value());
      assertThat(read(surviving, path).text()).as(path).contains("Jane");
    }
  }

  private static Map<String, Object> ownActNow() {
    return Map.of("kind", "own-sign-in", "at", Instant.now().toString());
  }

  private static Map<String, Object> ofBo() {
    return Map.of("allowed", true, "codeWord", "Bo's fern");
  }

  private static Map<String, Object> waysOfJane() {
    var shut =
        Map.of(
            "allowed", false,
            "times", "Jane's evenings",
            "shared", true,
            "codeWord", "Jane's lily",
            "nameToUse", "Jane");
    return Map.of("text", shut, "call", shut, "email", shut);
  }

  private static Map<String, Object> restricting(String recipient, Map<String, Object> act) {
    return Map.of("recipient", recipient, "act", act);
  }

  private Answer read(UUID client, String path) {
    return service.rosaTheSupervisor().get("/api/clients/" + client + path).send().isOk();
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
    says(service.maya(), client, contact, ClientService.actNow());
  }

  private void says(Api who, UUID client, Map<String, Object> contact, Map<String, Object> act) {
    who.put("/api/clients/{id}/profile", client)
        .body(Map.of("nameToUse", "Bo", "contact", contact, "act", act))
        .ifMatch(seen(client))
        .send()
        .isOk();
  }

  private Answer seen(UUID client) {
    return service.maya().get("/api/clients/{id}", client).send().isOk();
  }
}
