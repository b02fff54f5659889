package org.handrail.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.platform.caller.Role.PEER_SPECIALIST;
import static org.handrail.platform.caller.Role.SVC_REFERRAL;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.client.encounter.Meetings;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.TokenIssuer;
import org.junit.jupiter.api.Test;

/** What cannot be read or does not fit is told precisely, and nothing is half done. */
@HandrailIT
class BadInputIT {
  private final Api api;
  private final TokenIssuer tokens;
  private final ClientService service;

  BadInputIT(Api api, TokenIssuer tokens) {
    this.api = api;
    this.tokens = tokens;
    service = new ClientService(api, tokens);
  }

  @Test
  void bodiesThatDoNotFitAreRefusedAndChangeNothing() {
    var before = service.carl().get("/api/clients").send().isOk().text();
    registers("{\"nameToUse\":").isProblem(400, "malformed");
    registers("{\"nameToUse\":\"Ana\",\"nameToUse\":\"Ben\"}")
        .isProblem(400, "invalid")
        .hasFault("/nameToUse", "duplicate-field");
    registers("{\"nameToUse\":\"\u200b\"}")
        .isProblem(400, "invalid")
        .hasFault("/nameToUse", "nothing-visible");
    registers("{\"nameToUse\":\"Ana\",\"hairColor\":\"red\"}")
        .isProblem(400, "invalid")
        .hasFault("/hairColor", "unknown-field");
    registers("{\"nameToUse\":7}").isProblem(400, "invalid");
    registers("{\"nameToUse\":\"Ana\",\"dateOfBirth\":\"yesterday\"}")
        .isProblem(400, "invalid")
        .hasFault("/dateOfBirth", "wrong-format");
    registers("{}").isProblem(400, "invalid").hasFault("/nameToUse", "missing");
    registers("{\"nameToUse\":\"" + "a".repeat(201) + "\"}")
        .isProblem(400, "invalid")
        .hasFault("/nameToUse", "size");
    registers("{\"nameToUse\":\"Ana\",\"contact\":{\"email\":\"no address\"}}")
        .isProblem(400, "invalid")
        .hasFault("/contact/email", "email");
    registers("{\"nameToUse\":\"" + "a".repeat(2_000_000) + "\"}").isProblem(413, "body-too-large");
    var broken = "{\"nameToUse\":\"A?a\"}".getBytes(UTF_8);
    broken[15] = (byte) 0xFF;
    service.carl().post("/api/clients").bytes(broken).send().isProblem(400, "malformed");
    service
        .carl()
        .post("/api/clients")
        .body("{\"nameToUse\":\"Ana\"}")
        .header("Content-Type", "text/plain")
        .send()
        .isProblem(415, "unsupported-media-type");
    assertThat(service.carl().get("/api/clients").send().isOk().text()).isEqualTo(before);
  }

  @Test
  void noListOfCodesHoldsOneTwice() {
    var twice = List.of("en", "en");
    service
        .carl()
        .post("/api/clients")
        .body(Map.of("nameToUse", "Ana", "languages", twice))
        .send()
        .isProblem(400, "invalid")
        .hasFault("/languages", "unique-elements");
    var maya = service.maya();
    var client = service.registers("Ana");
    maya.put("/api/clients/{id}/profile", client)
        .body(Map.of("nameToUse", "Ana", "languages", twice, "act", ClientService.act()))
        .ifMatch(maya.get("/api/clients/{id}", client).send().isOk())
        .send()
        .isProblem(400, "invalid")
        .hasFault("/languages", "unique-elements");
    Meetings.records(maya, client, Meetings.anHourWith("activities", List.of("x", "x")))
        .isProblem(400, "invalid")
        .hasFault("/encounter/activities", "unique-elements");
    maya.post("/api/clients/{id}/matches", client)
        .body(Map.of("languages", twice, "cultures", twice, "livedExperience", twice))
        .send()
        .isProblem(400, "invalid")
        .hasFault("/languages", "unique-elements")
        .hasFault("/cultures", "unique-elements")
        .hasFault("/livedExperience", "unique-elements");
  }

  @Test
  void noListOfCodesOfAGroupOrASpecialistHoldsOneTwice() {
    var twice = List.of("en", "en");
    var nothing = UUID.randomUUID();
    service
        .maya()
        .post("/api/groups/{id}/sessions/{session}/on-record", nothing, nothing)
        .body(
            Map.of(
                "clientId",
                nothing,
                "mode",
                "in-person",
                "place",
                "recovery-community-center",
                "activities",
                twice))
        .send()
        .isProblem(400, "invalid")
        .hasFault("/activities", "unique-elements");
    var entry = Map.of("name", "Ann", "programme", "x", "roleText", "x", "languages", twice);
    var joining = new HashMap<String, Object>(entry);
    joining.put("subject", "ann");
    var rosa = service.rosaTheSupervisor();
    rosa.post("/api/specialists")
        .body(joining)
        .send()
        .isProblem(400, "invalid")
        .hasFault("/languages", "unique-elements");
    rosa.put("/api/specialists/{id}", nothing)
        .body(entry)
        .ifMatch(1)
        .send()
        .isProblem(400, "invalid")
        .hasFault("/languages", "unique-elements");
    service
        .maya()
        .put("/api/specialists/{id}/offers", nothing)
        .body(Map.of("cultures", twice, "livedExperience", twice))
        .ifMatch(1)
        .send()
        .isProblem(400, "invalid")
        .hasFault("/cultures", "unique-elements")
        .hasFault("/livedExperience", "unique-elements");
  }

  private Answer registers(String body) {
    return service.carl().post("/api/clients").body(body).send();
  }

  @Test
  void tokensThatAreNotOursAreNobodys() {
    var person = tokens.person("maya").of("riverbend");
    service.nobody().get("/api/clients").send().isProblem(401, "unauthenticated");
    api.as(tokens.person("maya").of("riverbend").expired().as(PEER_SPECIALIST))
        .get("/api/clients")
        .send()
        .isProblem(401, "unauthenticated");
    api.as(tokens.person("maya").of("riverbend").forged().as(PEER_SPECIALIST))
        .get("/api/clients")
        .send()
        .isProblem(401, "unauthenticated");
    api.as(tokens.person("maya").of("riverbend").calling("elsewhere").as(PEER_SPECIALIST))
        .get("/api/clients")
        .send()
        .isProblem(401, "unauthenticated");
    api.as(tokens.person("maya").as(PEER_SPECIALIST))
        .get("/api/clients")
        .send()
        .isProblem(403, "organization-missing");
    api.as(person.of("cedarhouse").as(PEER_SPECIALIST))
        .get("/api/clients")
        .send()
        .isProblem(403, "organization-ambiguous");
  }

  @Test
  void aPersonWithAServicesRoleDoesNotOpenTheDoor() {
    var request = Forms.referral(UUID.randomUUID(), UUID.randomUUID(), "sending-1");
    api.as(tokens.person("maya").of("riverbend").as(SVC_REFERRAL))
        .post("/api/disclosures")
        .body(request)
        .send()
        .isProblem(403, "role-not-allowed");
  }

  @Test
  void aRepeatTakesEffectOnceAndAnotherBodyUnderItsKeyIsRefused() {
    var key = UUID.randomUUID().toString();
    var first =
        service
            .carl()
            .post("/api/clients")
            .key(key)
            .body(Map.of("nameToUse", "Dot"))
            .send()
            .isCreated();
    var again =
        service
            .carl()
            .post("/api/clients")
            .key(key)
            .body(Map.of("nameToUse", "Dot"))
            .send()
            .isCreated();
    assertThat(again.id()).isEqualTo(first.id());
    service
        .carl()
        .post("/api/clients")
        .key(key)
        .body(Map.of("nameToUse", "Dora"))
        .send()
        .isProblem(422, "idempotency-key-reused");
    service
        .carl()
        .post("/api/clients")
        .without("Idempotency-Key")
        .body(Map.of("nameToUse", "Dot"))
        .send()
        .isProblem(400, "idempotency-key-missing");
  }

  @Test
  void theDoorRefusesQuestionsThatContradictThemselves() {
    var client = service.registers("Ana");
    var both = Forms.referral(client, UUID.randomUUID(), "sending-1");
    both.put("inReplyTo", UUID.randomUUID());
    service.asksTheDoor(both).isProblem(400, "invalid").hasFault("/clientId", "contradictory");
    var unasked = Forms.referral(client, UUID.randomUUID(), "sending-1");
    unasked.remove("content");
    service.asksTheDoor(unasked).isProblem(400, "invalid").hasFault("/content/referral", "missing");
    var step = Forms.referral(client, UUID.randomUUID(), "Step One");
    service.asksTheDoor(step).isProblem(400, "invalid").hasFault("/step", "pattern");
  }
}
