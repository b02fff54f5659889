package org.handrail.client.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.client.Forms.consentOf;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.handrail.client.AtTheDoor;
import org.handrail.client.Attentions;
import org.handrail.client.ClientService;
import org.handrail.client.Forms;
import org.handrail.client.JudgedAnew;
import org.handrail.client.Kim;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.KafkaFixture;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.TokenIssuer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What papers say of somebody is told later, and put right, and their signatures go by it. */
@HandrailIT
class IdentityIT {
  private static final String TWELVE_YEARS_AGO = "2014-10-01";
  private static final String OF_AGE = "1986-10-01";

  private final ClientService service;
  private final AtTheDoor door;
  private final Kim kim;

  IdentityIT(Api api, TokenIssuer tokens) {
    service = new ClientService(api, tokens);
    door = new AtTheDoor(service);
    kim = new Kim(service);
  }

  @Test
  @Proves("P2-CON-9")
  void whoWasHeldToBeAMinorByASlipSignsOnceItIsPutRight() {
    var client = kim.registers(TWELVE_YEARS_AGO);
    var draft = service.drafts(consentOf(client, "Kim"));
    kim.signs(draft, "client")
        .isProblem(422, "consent-deficient")
        .hasFault("/signer", "guardian-signature-missing");
    var put = puts(client, Map.of("dateOfBirth", OF_AGE)).isOk();
    assertThat(put.at("/dateOfBirth")).isEqualTo(OF_AGE);
    assertThat(put.at("/legalName")).as("what was left out stays").isEqualTo("Kim Brook");
    kim.signs(draft, "client").isOk();
    assertThat(Attentions.asked("date-of-birth-changed", client).at("/role").asString())
        .isEqualTo("privacy_officer");
  }

  @Test
  @Proves({"P2-CON-9", "P2-CON-1"})
  void whatAMinorSignedAloneWhoDidNotSayTheirAgeOpensNoDoorOnceTheySayIt() {
    var client = kim.registers(null);
    kim.signs(service.drafts(consentOf(client, "Kim")), "client").isOk();
    var referral = UUID.randomUUID();
    var released = service.asksTheDoor(Forms.referral(client, referral, "sending-1")).isOk();
    assertThat(released.at("/outcome")).isEqualTo("released");

    puts(client, Map.of("dateOfBirth", TWELVE_YEARS_AGO)).isOk();

    var denied = door.asks(client);
    assertThat(denied.at("/code")).isEqualTo("consent-deficient");
    assertThat(JudgedAnew.of(client, 1))
        .as("nobody is urged to answer")
        .containsExactly("closed " + referral);
    assertThat(door.explains(released).json().at("/consents/0").has("code"))
        .as("then nobody knew how old they are")
        .isFalse();
    assertThat(door.explains(denied).at("/consents/0/code")).isEqualTo("consent-deficient");
  }

  @Test
  @Proves("P2-CON-9")
  void ofTwoRecordsTheLaterDateCountsUntilTheWrongOneIsPutRightOnItsRecord() {
    var merged = kim.registers(TWELVE_YEARS_AGO);
    var surviving = kim.registers(OF_AGE);
    service.merges(merged, surviving).isCreated();
    var draft = service.drafts(consentOf(surviving, "Kim"));
    kim.signs(draft, "client")
        .isProblem(422, "consent-deficient")
        .hasFault("/signer", "guardian-signature-missing");
    puts(merged, Map.of("dateOfBirth", OF_AGE)).isOk();
    kim.signs(draft, "client").isOk();
  }

  @Test
  void theClientAndThePrivacyOfficerReadWhatStoodBeforeAndNobodyElse() {
    var client = service.registers("Ana");
    service.hasOwnSignIn(client);
    puts(client, Map.of("legalName", "Anna Brook")).isOk();
    puts(client, Map.of("dateOfBirth", "1990-05-18")).isOk();
    puts(client, Map.of("dateOfBirth", "1990-05-18")).isOk();
    for (var reader : new Api[] {service.noor(), service.priyaThePrivacyOfficer()}) {
      var before = reader.get("/api/clients/{id}/identity/before", client).send().isOk();
      assertThat(before.json().at("/items")).as("what is the same is no change").hasSize(2);
      assertThat(before.at("/items/0/dateOfBirth")).isEqualTo("1990-05-17");
      assertThat(before.at("/items/0/fields/0")).isEqualTo("date-of-birth");
      assertThat(before.at("/items/1/legalName")).isEqualTo("Ana Brook");
      assertThat(before.at("/items/1/act/recordedBy"))
          .isEqualTo(TokenIssuer.subject("maya").value());
    }
    service
        .maya()
        .get("/api/clients/{id}/identity/before", client)
        .send()
        .isProblem(403, "role-not-allowed");
    var changes = service.maya().get("/api/clients/{id}/profile/changes", client).send().isOk();
    assertThat(changes.at("/items/0/fields/0")).isEqualTo("date-of-birth");
    assertThat(changes.text()).doesNotContain("1990", "Brook");
    service.privacyOfficerOf("harborlight").get(path(client) + "/before").send().isNotFound();
  }

  @Test
  void onlyWhoIsAtTheirSideWritesItDownByAnActOfTheClient() {
    var client = service.registers("Ana");
    service.hasOwnSignIn(client);
    var seen = seen(client);
    var body = Map.of("legalName", "Anna Brook", "act", ClientService.actNow());
    service.paul().put(path(client)).body(body).ifMatch(seen).send().isNotFound();
    service
        .noor()
        .put(path(client))
        .body(body)
        .ifMatch(seen)
        .send()
        .isProblem(403, "role-not-allowed");
    service
        .maya()
        .put(path(client))
        .body(Map.of("legalName", "Anna Brook"))
        .ifMatch(seen)
        .send()
        .isProblem(400, "invalid")
        .hasFault("/act", "missing");
    puts(client, Map.of("dateOfBirth", "2199-01-01")).isProblem(400, "invalid");
    puts(client, Map.of("legalName", "Anna Brook")).isOk();
    service.maya().put(path(client)).body(body).ifMatch(seen).send().hasStatus(412);
    service
        .maya()
        .put(path(client))
        .body(Map.of("legalName", "Ana Brook", "act", ClientService.act()))
        .ifMatch(seen(client))
        .send()
        .isProblem(400, "invalid")
        .hasFault("/act/at", "before-change");
  }

  @Test
  void onceItIsPutRightTheyAreCountedWithTheirOtherRecord() {
    var name = "Twice " + UUID.randomUUID();
    var there = service.registers(service.carl(), name);
    var here = service.registers("Slip " + UUID.randomUUID());
    puts(here, Map.of("legalName", name + " Brook")).isOk();
    assertThat(lastKey(here, 2)).isEqualTo(lastKey(there, 1));
  }

  private static String lastKey(UUID client, int times) {
    var told =
        KafkaFixture.read(
            "handrail.person.v1",
            record -> record.key().equals(client.toString()),
            times,
            Duration.ofSeconds(30));
    return new JsonMapper()
        .readTree(new String(told.getLast().value(), StandardCharsets.UTF_8))
        .at("/personKey")
        .asString();
  }

  private Answer puts(UUID client, Map<String, Object> said) {
    var body = new HashMap<>(said);
    body.put("act", ClientService.actNow());
    return service.maya().put(path(client)).body(body).ifMatch(seen(client)).send();
  }

  private Answer seen(UUID client) {
    return service.maya().get("/api/clients/{id}", client).send().isOk();
  }

  private static String path(UUID client) {
    return "/api/clients/" + client + "/identity";
  }
}
