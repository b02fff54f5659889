package org.handrail.client.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.client.ClientService;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.TokenIssuer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** How somebody wants to be spoken with and reached holds over all of their records. */
@HandrailIT
class MergedAccountIT {
  private final ClientService service;

  MergedAccountIT(Api api, TokenIssuer tokens) {
    service = new ClientService(api, tokens);
  }

  @Test
  @Proves("V5")
  void noWayIsOpenThatTheyShutOnAnotherRecord() {
    var merged = service.registers("Ani");
    var surviving = service.registers("Ani");
    says(
        merged,
        Map.of(
            "contact",
            Map.of(
                "phone",
                "555-0177",
                "ways",
                Map.of(
                    "call",
                    Map.of("allowed", true, "leaveMessage", false, "times", "after six"),
                    "text",
                    Map.of("allowed", false, "shared", true)))));
    says(
        surviving,
        Map.of(
            "contact",
            Map.of("phone", "555-0100", "call", true, "leaveMessage", true, "text", true)));
    texts(surviving).isCreated();
    service.merges(merged, surviving).isCreated();

    var contact = seen(surviving).json().at("/contact");
    assertThat(contact.at("/phone").asString()).isEqualTo("555-0100");
    assertThat(contact.at("/call").asBoolean()).isTrue();
    assertThat(contact.at("/leaveMessage").asBoolean(true)).isFalse();
    assertThat(contact.at("/text").asBoolean(true)).isFalse();
    assertThat(contact.at("/ways/call/times").asString()).isEqualTo("after six");
    assertThat(contact.at("/ways/text/shared").asBoolean()).isTrue();
    texts(surviving).isProblem(409, "way-not-allowed");

    service.rosaTheSupervisor().delete("/api/clients/{id}/merge", merged).send().hasStatus(204);
    texts(surviving).isCreated();
  }

  @Test
  @Proves("V5")
  void whatTheySayAnewOnTheRecordThatRemainsCounts() {
    var merged = service.registers("Bix");
    var surviving = service.registers("Bix");
    says(merged, Map.of("contact", Map.of("phone", "555-0100")));
    service.merges(merged, surviving).isCreated();
    texts(surviving).isProblem(409, "way-not-allowed");
    says(surviving, Map.of("contact", Map.of("phone", "555-0100", "text", true)));
    texts(surviving).isCreated();
  }

  @Test
  @Proves("V5")
  void whatTheyDoNotSayAnewStaysWithTheRecordOnWhichTheySaidIt() {
    var merged = service.registers("Eli");
    var surviving = service.registers("Eli");
    says(merged, Map.of("languages", List.of("es"), "interpreter", "es", "tty", true));
    service.merges(merged, surviving).isCreated();
    var seen = seen(surviving).json();
    says(
        surviving,
        Map.of(
            "nameToUse",
            "Elias",
            "contact",
            Map.of("phone", "555-0100"),
            "languages",
            List.of("en", "es"),
            "interpreter",
            "es",
            "tty",
            true));
    texts(surviving).isProblem(409, "way-not-allowed");
    assertThat(seen(surviving).json().at("/languages")).isEqualTo(seen.at("/languages"));
    service.rosaTheSupervisor().delete("/api/clients/{id}/merge", merged).send().hasStatus(204);
    texts(surviving).isCreated();
    assertThat(seen(surviving).at("/nameToUse")).isEqualTo("Elias");
    assertThat(languages(surviving)).containsExactly("en");
    assertThat(seen(surviving).json().has("interpreter")).isFalse();
  }

  @Test
  @Proves("V5")
  void aCardOfWhichNothingWasSaidShutsNoWay() {
    var merged =
        service
            .maya()
            .post("/api/clients")
            .body(Map.of("nameToUse", "Cam", "anotherPerson", true))
            .send()
            .isCreated()
            .id();
    var surviving = service.registers("Cam");
    service.merges(merged, surviving).isCreated();
    texts(surviving).isCreated();
  }

  @Test
  @Proves("V5")
  void theirLanguageAndInterpreterAreNotForgotten() {
    var merged = service.registers("Dov");
    var surviving = service.registers("Dov");
    says(merged, Map.of("languages", List.of("so"), "interpreter", "so", "tty", true));
    service.merges(merged, surviving).isCreated();
    assertThat(languages(surviving)).containsExactly("en", "so");
    assertThat(seen(surviving).at("/interpreter")).isEqualTo("so");
    assertThat(seen(surviving).json().at("/tty").asBoolean()).isTrue();
    says(surviving, Map.of("languages", List.of("en")));
    assertThat(languages(surviving)).containsExactly("en");
    assertThat(seen(surviving).json().has("interpreter")).isFalse();
    assertThat(seen(surviving).json().at("/tty").asBoolean(true)).isFalse();
  }

  @Test
  @Proves("V5")
  void whatTheyShutLaterOnAnotherRecordIsNotOpenedByWhatTheySaidBefore() {
    var merged = service.registers("Fay");
    var surviving = service.registers("Fay");
    var eleven = Instant.parse("2026-11-02T11:00:00Z");
    says(merged, Map.of("contact", Map.of("phone", "555-0100")), eleven).isOk();
    service.merges(merged, surviving).isCreated();
    var open = Map.<String, Object>of("contact", Map.of("phone", "555-0100", "text", true));
    says(surviving, open, eleven.minus(Duration.ofHours(1)))
        .isProblem(400, "invalid")
        .hasFault("/act/at", "before-change");
    texts(surviving).isProblem(409, "way-not-allowed");
  }

  /** All that they say of themselves from now on. */
  private void says(UUID client, Map<String, Object> said) {
    says(client, said, Instant.parse("2026-11-01T10:00:00Z")).isOk();
  }

  private Answer says(UUID client, Map<String, Object> said, Instant at) {
    var profile = new HashMap<String, Object>(said);
    profile.putIfAbsent("nameToUse", "Somebody");
    profile.put("act", ClientService.act(at));
    return service
        .maya()
        .put("/api/clients/{id}/profile", client)
        .body(profile)
        .ifMatch(seen(client))
        .send();
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

  private Answer seen(UUID client) {
    return service.maya().get("/api/clients/{id}", client).send().isOk();
  }

  private List<String> languages(UUID client) {
    return seen(client).json().at("/languages").valueStream().map(JsonNode::asString).toList();
  }
}
