package org.handrail.client.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.handrail.client.Forms.answer;
import static org.handrail.client.Forms.consentOf;
import static org.handrail.client.Forms.referral;
import static org.handrail.client.disclosure.LedgerRows.ledger;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.client.ClientService;
import org.handrail.client.consent.Redisclosure;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.SettableClock;
import org.handrail.platform.fixtures.TokenIssuer;
import org.handrail.platform.scope.AgencyScope;
import org.handrail.platform.scope.Transactions;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@HandrailIT
class DoorIT {
  private final ClientService service;
  private final SettableClock clock;
  private final JdbcClient jdbc;
  private final Transactions transactions;

  DoorIT(
      Api api,
      TokenIssuer tokens,
      SettableClock clock,
      JdbcClient jdbc,
      Transactions transactions) {
    service = new ClientService(api, tokens);
    this.clock = clock;
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  @Test
  @Proves("P2-NOT-1")
  void thereIsNoReleaseWithoutItsNotice() {
    var client = service.registers("Ana");
    service.consents(client, "Ana");
    service.discloses(client, UUID.randomUUID());
    assertThatThrownBy(() -> new Notice("2.32-2024", " ", Notice.CURRENT.shortText()))
        .isInstanceOf(IllegalArgumentException.class);
    for (var stripped : List.of("notice_version", "basis", "redisclosure")) {
      assertThatThrownBy(() -> asRiverbend(copyOfARelease(stripped, "null")))
          .as(stripped)
          .isInstanceOf(DataAccessException.class)
          .hasMessageContaining("check");
    }
    assertThatThrownBy(() -> asRiverbend(copyOfARelease("scope_attached", "false")))
        .isInstanceOf(DataAccessException.class);
  }

  private static String copyOfARelease(String column, String value) {
    return """
    insert into disclosure
    select (jsonb_populate_record(d, jsonb_build_object('id', gen_random_uuid(), 'position', d.position + 1000,
      'step', null, '%s', %s))).* from disclosure d where outcome = 'released' limit 1
    """
        .formatted(column, value);
  }

  @Test
  @Proves({"P2-LOG-1", "P2-NOT-3"})
  void theLedgerKeepsEachReleaseWithAllThatTheLawAsks() {
    clock.set(Instant.parse("2026-11-24T12:00:00.123456789Z"));
    var client = service.registers("Ana");
    var consent = service.consents(client, "Ana");
    var referral = UUID.randomUUID();
    var id = service.discloses(client, referral);
    var row = ledger(service, client).getFirst();
    assertThat(row.at("/id").asString()).isEqualTo(id.toString());
    assertThat(row.at("/at").asString())
        .as("cut to microseconds")
        .isEqualTo("2026-11-24T12:00:00.123456Z");
    assertThat(row.at("/outcome").asString()).isEqualTo("released");
    assertThat(row.at("/basis").asString()).isEqualTo(consent.toString());
    assertThat(row.at("/discloser").asString()).isEqualTo("riverbend");
    assertThat(row.at("/disclosedBy").asString()).isEqualTo(TokenIssuer.subject("maya").value());
    assertThat(row.at("/recipient").asString()).isEqualTo("harborlight");
    assertThat(row.at("/recipientStandings").valueStream().map(JsonNode::asString))
        .containsExactly("coveredEntity", "part2Program");
    assertThat(row.at("/purpose").asString()).isEqualTo("TREAT");
    assertThat(row.at("/categories").valueStream().map(JsonNode::asString))
        .containsExactly("contact", "referral");
    assertThat(row.at("/description").asString()).isEqualTo("contact, referral");
    assertThat(row.at("/transport").asString()).isEqualTo("handrail");
    assertThat(row.at("/noticeVersion").asString()).isEqualTo("2.32-2024");
    assertThat(row.at("/redisclosure").asString()).isEqualTo(Redisclosure.CONSENT_ONLY.code());
    assertThat(row.at("/referralId").asString()).isEqualTo(referral.toString());
  }

  @Test
  @Proves("P2-LOG-1")
  void theLedgerOnlyGrows() {
    var client = service.registers("Ana");
    service.consents(client, "Ana");
    service.discloses(client, UUID.randomUUID());
    for (var change :
        List.of(
            "update disclosure set description = 'other'",
            "delete from disclosure",
            "truncate disclosure cascade",
            "delete from disclosure_package",
            "update disclosure_package set body = '{}'")) {
      assertThatThrownBy(() -> asRiverbend(change))
          .as(change)
          .isInstanceOf(DataAccessException.class);
    }
    assertThat(ledger(service, client)).hasSize(1);
  }

  @Test
  @Proves({"P2-LOG-2", "P2-CON-1", "P2-CON-5"})
  void aDenialIsAnAnswerAndARow() {
    var client = service.registers("Ana");
    var denied = service.asksTheDoor(referral(client, UUID.randomUUID(), "sending-1")).isOk();
    assertThat(denied.at("/outcome")).isEqualTo("denied");
    assertThat(denied.at("/code")).isEqualTo("consent-missing");
    assertThat(denied.json().at("/released")).isEmpty();
    assertThat(denied.json().at("/withheld").valueStream().map(JsonNode::asString))
        .containsExactlyInAnyOrder("contact", "referral", "demographics");
    var row = ledger(service, client).getFirst();
    assertThat(row.at("/outcome").asString()).isEqualTo("denied");
    assertThat(row.at("/code").asString()).isEqualTo("consent-missing");
    service.hana().get("/api/disclosures/{id}", denied.at("/disclosureId")).send().isNotFound();
    service.maya().get("/api/disclosures/{id}", denied.at("/disclosureId")).send().isNotFound();
  }

  @Test
  @Proves("P2-CON-5")
  void eachThingThatDoesNotMatchIsToldApart() {
    var client = service.registers("Ana");
    service.consents(client, "Ana");
    assertThat(codeOf(client, Map.of("recipient", "cedarhouse"))).isEqualTo("consent-recipient");
    assertThat(codeOf(client, Map.of("purpose", "HPAYMT"))).isEqualTo("consent-purpose");
    assertThat(codeOf(client, Map.of("required", List.of("contact", "referral", "demographics"))))
        .isEqualTo("consent-category");
    clock.set(Instant.parse("2030-01-01T00:00:00Z"));
    assertThat(codeOf(client, Map.of())).isEqualTo("consent-expired");
    clock.reset();
  }

  private String codeOf(UUID client, Map<String, Object> change) {
    var request = referral(client, UUID.randomUUID(), "sending-1");
    request.putAll(change);
    return service.asksTheDoor(request).isOk().at("/code");
  }

  @Test
  void aRepeatGivesTheSameIdAndNoSecondRow() {
    var client = service.registers("Ana");
    service.consents(client, "Ana");
    var referral = UUID.randomUUID();
    var first = service.asksTheDoor(referral(client, referral, "sending-1")).isOk();
    var again = service.asksTheDoor(referral(client, referral, "sending-1")).isOk();
    assertThat(again.at("/disclosureId")).isEqualTo(first.at("/disclosureId"));
    assertThat(ledger(service, client)).hasSize(1);
    var next = service.asksTheDoor(referral(client, referral, "sending-2")).isOk();
    assertThat(next.at("/disclosureId")).isNotEqualTo(first.at("/disclosureId"));
  }

  @Test
  @Proves("P2-CON-1")
  void whatWasNotFetchedIsJudgedAgainBeforeItIsHandedOut() {
    var client = service.registers("Ana");
    var consent = service.consents(client, "Ana");
    var unfetched = service.discloses(client, UUID.randomUUID());
    var fetched = service.discloses(client, UUID.randomUUID());
    service.hana().get("/api/disclosures/{id}", fetched).send().isOk();
    service.maya().get("/api/disclosures/{id}", unfetched).send().isOk();

    service.revokes(consent).isOk();
    var before = ledger(service, client).size();
    service.hana().get("/api/disclosures/{id}", unfetched).send().isNotFound();
    service.hana().get("/api/disclosures/{id}", unfetched).send().isNotFound();
    service.hana().get("/api/disclosures/{id}", fetched).send().isOk();
    assertThat(ledger(service, client)).as("a page that asks twice").hasSize(before + 1);
    var row = ledger(service, client).getLast();
    assertThat(row.at("/outcome").asString()).isEqualTo("denied");
    assertThat(row.at("/code").asString()).isEqualTo("consent-revoked");
    assertThat(row.at("/inReplyTo").asString()).isEqualTo(unfetched.toString());
  }

  @Test
  @Proves("P2-QSO-1")
  void whoMayNotAskGetsTheAnswerOfAStranger() {
    var client = service.registers("Ana");
    service.consents(client, "Ana");
    var referral = UUID.randomUUID();
    var sent = service.discloses(client, referral);

    var paul = referral(client, UUID.randomUUID(), "sending-1");
    paul.put("onBehalfOf", Map.of("subject", TokenIssuer.subject("paul"), "agency", "riverbend"));
    service.asksTheDoor(paul).isNotFound();
    var carl = referral(client, UUID.randomUUID(), "sending-1");
    carl.put("onBehalfOf", Map.of("subject", TokenIssuer.subject("carl"), "agency", "cedarhouse"));
    service.asksTheDoor(carl).isNotFound();
    carl.put("discloser", "cedarhouse");
    service.asksTheDoor(carl).isNotFound();
    var reply = answer(sent, referral, "acknowledged-2");
    reply.put("discloser", "cedarhouse");
    reply.put("onBehalfOf", Map.of("subject", TokenIssuer.subject("carl"), "agency", "cedarhouse"));
    service.asksTheDoor(reply).isNotFound();
    service.asksTheDoor(answer(sent, UUID.randomUUID(), "acknowledged-2")).isNotFound();
    assertThat(ledger(service, client)).hasSize(1);

    service
        .maya()
        .post("/api/disclosures")
        .body(referral(client, referral, "x"))
        .send()
        .isProblem(403, "role-not-allowed");
  }

  @Test
  void revocationByOneBarsUnderEveryOlderConsent() {
    var client = service.registers("Ana");
    var first = service.consents(client, "Ana");
    service.consents(client, "Ana");
    service.revokes(first).isOk();
    assertThat(codeOf(client, Map.of())).isEqualTo("consent-revoked");
  }

  @Test
  @Proves("P2-LOG-2")
  void aDeniedAnswerHidesNoDeniedPackage() {
    var client = service.registers("Ana");
    var oneWay = new HashMap<>(consentOf(client, "Ana"));
    oneWay.put("disclosers", List.of("riverbend"));
    oneWay.put("recipients", Map.of("named", List.of("harborlight")));
    var consent = service.signs(service.drafts(oneWay)).isOk().id();
    var referral = UUID.randomUUID();
    var sent = service.discloses(client, referral);
    assertThat(service.asksTheDoor(answer(sent, referral, "acknowledged-2")).isOk().at("/code"))
        .isEqualTo("consent-discloser");
    service.revokes(consent).isOk();

    service.hana().get("/api/disclosures/{id}", sent).send().isNotFound();

    assertThat(ledger(service, client))
        .extracting(row -> row.path("code").asString(""))
        .containsExactlyInAnyOrder("", "consent-revoked");
  }

  private void asRiverbend(String sql) {
    AgencyScope.as(new AgencyId("riverbend"))
        .run(() -> transactions.run(() -> jdbc.sql(sql).update()));
  }
}
