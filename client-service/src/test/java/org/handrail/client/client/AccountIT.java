package org.handrail.client.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.client.AtOnce;
import org.handrail.client.ClientService;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.TokenIssuer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@HandrailIT
class AccountIT {
  private final ClientService service;

  AccountIT(Api api, TokenIssuer tokens) {
    service = new ClientService(api, tokens);
  }

  @Test
  @Proves("V5")
  void changesAsThePersonSaysAndKeepsWhoChangedWhat() {
    var id = service.registers("Avery");
    var maya = service.maya();
    var seen = maya.get("/api/clients/{id}", id).send().isOk();
    assertThat(seen.json().at("/contact/ways/email/allowed").asBoolean(true)).isFalse();

    var changed =
        maya.put("/api/clients/{id}/profile", id)
            .body(
                Map.of(
                    "nameToUse", "Ave",
                    "pronouns", "they/them",
                    "languages", List.of("es", "en"),
                    "culture", "Diné",
                    "faith", "Native American Church",
                    "interpreter", "nv",
                    "tty", true,
                    "contact",
                        Map.of(
                            "phone",
                            "555-0101",
                            "ways",
                            Map.of(
                                "call",
                                Map.of(
                                    "allowed",
                                    true,
                                    "leaveMessage",
                                    false,
                                    "times",
                                    "after six",
                                    "shared",
                                    true,
                                    "codeWord",
                                    "maple",
                                    "nameToUse",
                                    "Alex"))),
                    "act", ClientService.act()))
            .ifMatch(seen)
            .send()
            .isOk();
    assertThat(changed.at("/nameToUse")).isEqualTo("Ave");
    assertThat(changed.at("/culture")).isEqualTo("Diné");
    assertThat(changed.at("/faith")).isEqualTo("Native American Church");
    assertThat(changed.at("/interpreter")).isEqualTo("nv");
    assertThat(changed.json().at("/tty").asBoolean()).isTrue();
    assertThat(changed.at("/legalName")).isEqualTo("Avery Brook");
    // What the web app reads says the same as the card of each way.
    assertThat(changed.json().at("/contact/call").asBoolean()).isTrue();
    assertThat(changed.json().at("/contact/text").asBoolean(true)).isFalse();
    assertThat(changed.at("/contact/ways/call/codeWord")).isEqualTo("maple");
    assertThat(changed.at("/contact/ways/call/nameToUse")).isEqualTo("Alex");
    assertThat(changed.json().at("/contact/ways/call/shared").asBoolean()).isTrue();
    assertThat(changed.json().at("/contact/ways/text/allowed").asBoolean(true)).isFalse();

    var changes = maya.get("/api/clients/{id}/profile/changes", id).send().isOk();
    assertThat(changes.json().at("/items")).hasSize(1);
    assertThat(changes.json().at("/items/0/fields").valueStream().map(JsonNode::asString))
        .containsExactlyInAnyOrder(
            "name-to-use",
            "pronouns",
            "languages",
            "culture",
            "faith",
            "interpreter",
            "tty",
            "contact");
    assertThat(changes.at("/items/0/act/recordedBy"))
        .isEqualTo(TokenIssuer.subject("maya").value());
    assertThat(changes.text()).doesNotContain("Avery");
  }

  @Test
  @Proves("V5")
  void whatIsNotSaidIsTakenOutAndEveryChannelIsOff() {
    var id = service.registers("Bela");
    var maya = service.maya();
    var bare = Map.of("nameToUse", "Bela", "languages", List.of("en"), "act", ClientService.act());
    var changed =
        maya.put("/api/clients/{id}/profile", id)
            .body(bare)
            .ifMatch(maya.get("/api/clients/{id}", id).send())
            .send()
            .isOk();
    for (var channel : List.of("call", "text", "leaveMessage", "sendEmail")) {
      assertThat(changed.json().at("/contact/" + channel).asBoolean(true)).as(channel).isFalse();
    }
    assertThat(changed.at("/contact/phone")).isEmpty();
    var same = maya.put("/api/clients/{id}/profile", id).body(bare).ifMatch(changed).send().isOk();
    assertThat(same.etag()).isEqualTo(changed.etag());
    assertThat(maya.get("/api/clients/{id}/profile/changes", id).send().json().at("/items"))
        .hasSize(1);
  }

  @Test
  void isRefusedWithoutAnActOrTheVersionSeenOrWithTwoTongues() {
    var id = service.registers("Cleo");
    var maya = service.maya();
    var path = "/api/clients/" + id + "/profile";
    var whole = Map.of("nameToUse", "Cleo", "act", ClientService.act());
    maya.put(path).body(whole).send().isProblem(428, "precondition-required");
    maya.put(path).body(whole).ifMatch(17).send().isProblem(412, "version-conflict");
    maya.put(path)
        .body(Map.of("nameToUse", "Cleo"))
        .ifMatch(1)
        .send()
        .isProblem(400, "invalid")
        .hasFault("/act", "missing");
    maya.put(path)
        .body(
            Map.of(
                "nameToUse",
                "Cleo",
                "contact",
                Map.of("call", true, "ways", Map.of("call", Map.of("allowed", false))),
                "act",
                ClientService.act()))
        .ifMatch(1)
        .send()
        .isProblem(400, "invalid")
        .hasFault("/contact/ways/call/allowed", "contradictory");
  }

  @Test
  void theClientChangesItThemselvesAndStrangersCannot() {
    var id = service.registers("Noor");
    service.hasOwnSignIn(id);
    var own = Map.of("nameToUse", "Nour", "act", ClientService.ownAct());
    var seen = service.noor().get("/api/clients/{id}", id).send().isOk();
    var changed =
        service.noor().put("/api/clients/{id}/profile", id).body(own).ifMatch(seen).send().isOk();
    assertThat(changed.at("/nameToUse")).isEqualTo("Nour");
    for (var stranger : List.of(service.paul(), service.carl())) {
      stranger
          .put("/api/clients/{id}/profile", id)
          .body(Map.of("nameToUse", "X", "act", ClientService.act()))
          .ifMatch(changed)
          .send()
          .isNotFound();
      stranger.get("/api/clients/{id}/profile/changes", id).send().isNotFound();
    }
    service
        .maya()
        .put("/api/clients/{id}/profile", id)
        .body(own)
        .ifMatch(changed)
        .send()
        .isProblem(422, "act-kind-not-possible");
  }

  @Test
  @Proves("V5")
  void whatTheirPapersSayKeepsNoWayOpenThatTheyShutBefore() {
    var id = service.registers("Fern");
    var eleven = Instant.parse("2026-11-02T11:00:00Z");
    var path = "/api/clients/" + id + "/identity";
    service
        .maya()
        .put(path)
        .body(Map.of("legalName", "Fern Brooks", "act", ClientService.act(eleven)))
        .ifMatch(service.maya().get("/api/clients/{id}", id).send().isOk())
        .send()
        .isOk();
    var seen = service.maya().get("/api/clients/{id}", id).send().isOk();
    says(id, "Ferny", eleven.minus(Duration.ofHours(1)), seen).isOk();
  }

  @Test
  @Proves("V5")
  void whatWasSaidEarlierDoesNotUndoWhatWasSaidLater() {
    var id = service.registers("Finn");
    var eleven = Instant.parse("2026-11-02T11:00:00Z");
    var seen = service.maya().get("/api/clients/{id}", id).send().isOk();
    var shut = says(id, "Finnegan", eleven, seen).isOk();
    says(id, "Finn", eleven.minus(Duration.ofHours(1)), shut)
        .isProblem(400, "invalid")
        .hasFault("/act/at", "before-change");
    assertThat(service.maya().get("/api/clients/{id}", id).send().at("/nameToUse"))
        .isEqualTo("Finnegan");
    says(id, "Finnegan", eleven.minus(Duration.ofHours(1)), shut).isOk();
    says(id, "Finn", eleven.plus(Duration.ofHours(1)), shut).isOk();
  }

  private Answer says(UUID id, String nameToUse, Instant at, Answer seen) {
    return service
        .maya()
        .put("/api/clients/{id}/profile", id)
        .body(Map.of("nameToUse", nameToUse, "act", ClientService.act(at)))
        .ifMatch(seen)
        .send();
  }

  @Test
  void ofTwoAtOnceOneIsToldThatItChanged() throws Exception {
    var id = service.registers("Dale");
    var seen = service.maya().get("/api/clients/{id}", id).send().isOk();
    var statuses =
        AtOnce.both(
            n ->
                service
                    .maya()
                    .put("/api/clients/{id}/profile", id)
                    .body(Map.of("nameToUse", "Dale " + n, "act", ClientService.act()))
                    .ifMatch(seen)
                    .send()
                    .status());
    assertThat(statuses).containsExactlyInAnyOrder(200, 412);
  }
}
