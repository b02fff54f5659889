package org.handrail.client.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.handrail.client.ClientService.answer;
import static org.handrail.client.ClientService.consentOf;
import static org.handrail.client.ClientService.referral;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.client.ClientService;
import org.handrail.client.consent.Redisclosure;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.Role;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.SettableClock;
import org.handrail.platform.fixtures.TokenIssuer;
import org.handrail.platform.scope.AgencyScope;
import org.handrail.platform.scope.Transactions;
import org.junit.jupiter.api.AfterEach;
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

  @AfterEach
  void letTheClockGo() {
    clock.reset();
  }

  @Test
  @Proves({"P2-NOT-1", "P2-NOT-2"})
  void whatIsReleasedComesWithTheNoticeAndTheScopeOfTheConsent() {
    var client = service.registers("Ana");
    service.consents(client, "Ana");
    var id = service.discloses(client, UUID.randomUUID());
    var received = service.hana().get("/api/disclosures/{id}", id).send().isOk();
    assertThat(received.at("/notice/shortText"))
        .isEqualTo("42 CFR part 2 prohibits unauthorized use or disclosure of these records.");
    assertThat(received.at("/notice/text"))
        .startsWith(
            "This record which has been disclosed to you is protected by Federal confidentiality"
                + " rules (42 CFR part 2).")
        .contains("civil, criminal, administrative, or legislative proceedings")
        .endsWith("(see 42 CFR 2.31).");
    assertThat(received.at("/notice/version")).isEqualTo("2.32-2024");
    assertThat(received.json().at("/scope/purposes").valueStream().map(JsonNode::asString))
        .containsExactly("TREAT");
    assertThat(received.json().at("/scope/categories").valueStream().map(JsonNode::asString))
        .containsExactly("contact", "referral", "referral-status");
    assertThat(received.at("/scope/expires")).isEqualTo("2030-01-01T00:00:00Z");
    assertThat(received.at("/scope/recipient")).isEqualTo("harborlight, riverbend");
    assertThat(received.at("/redisclosure")).isEqualTo("consent-only");
    assertThat(received.json().at("/labels").valueStream().map(JsonNode::asString))
        .contains("42CFRPart2", "NORDSCLCD");
    assertThat(received.header("Cache-Control")).contains("no-store");
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
  @Proves("P2-MIN-1")
  void onlyWhatWasAskedAndCoveredGoesFieldByField() {
    var client = service.registers("Ana");
    service.consents(client, "Ana");
    var referral = UUID.randomUUID();
    var decided = service.asksTheDoor(referral(client, referral, "sending-1")).isOk();
    assertThat(decided.at("/outcome")).isEqualTo("released");
    assertThat(decided.json().at("/released").valueStream().map(JsonNode::asString))
        .containsExactly("contact", "referral");
    assertThat(decided.json().at("/withheld").valueStream().map(JsonNode::asString))
        .containsExactly("demographics");

    var received =
        service.hana().get("/api/disclosures/{id}", decided.at("/disclosureId")).send().isOk();
    var content = received.json().at("/package");
    assertThat(content.propertyNames()).containsExactlyInAnyOrder("contact", "referral");
    assertThat(content.at("/contact").propertyNames())
        .containsExactlyInAnyOrder("nameToUse", "languages", "channels");
    assertThat(content.at("/contact/channels/phone").asString()).isEqualTo("555-0100");
    assertThat(content.at("/referral/need").asString()).isEqualTo("residential-treatment");
    assertThat(received.text()).doesNotContain("1990-05-17", client.toString());
  }

  @Test
  @Proves("P2-MIN-1")
  void aFieldOutsideTheAllowListIsRefused() {
    var client = service.registers("Ana");
    service.consents(client, "Ana");
    var request = referral(client, UUID.randomUUID(), "sending-1");
    var content =
        new HashMap<String, Object>(
            Map.of(
                "serviceId", UUID.randomUUID(), "service", "S", "need", "n", "urgency", "routine"));
    content.put("diagnosis", "F11.20");
    request.put("content", Map.of("referral", content));
    service
        .asksTheDoor(request)
        .isProblem(400, "invalid")
        .hasFault("/content/referral/diagnosis", "unknown-field");
    var unasked = referral(client, UUID.randomUUID(), "sending-1");
    unasked.put("required", List.of("contact"));
    service
        .asksTheDoor(unasked)
        .isProblem(400, "invalid")
        .hasFault("/content/referral", "not-asked");
    var unknown = referral(client, UUID.randomUUID(), "sending-1");
    unknown.put("required", List.of("contact", "referral", "treatment-record"));
    service
        .asksTheDoor(unknown)
        .isProblem(400, "invalid")
        .hasFault("/required/2", "not-released-here");
    assertThat(ledger(client)).isEmpty();
  }

  @Test
  void anUnusableNumberStaysAtHome() {
    var client =
        service
            .maya()
            .post("/api/clients")
            .body(
                Map.of(
                    "nameToUse",
                    "Una",
                    "legalName",
                    "Una Brook",
                    "contact",
                    Map.of("phone", "555-0199")))
            .send()
            .isCreated()
            .id();
    service.consents(client, "Una");
    var id = service.discloses(client, UUID.randomUUID());
    assertThat(service.hana().get("/api/disclosures/{id}", id).send().isOk().text())
        .doesNotContain("555-0199");
  }

  @Test
  @Proves({"P2-LOG-1", "P2-NOT-3"})
  void theLedgerKeepsEachReleaseWithAllThatTheLawAsks() {
    clock.set(Instant.parse("2026-11-24T12:00:00.123456789Z"));
    var client = service.registers("Ana");
    var consent = service.consents(client, "Ana");
    var referral = UUID.randomUUID();
    var id = service.discloses(client, referral);
    var row = ledger(client).getFirst();
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
    assertThat(ledger(client)).hasSize(1);
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
    var row = ledger(client).getFirst();
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
    assertThat(ledger(client)).hasSize(1);
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
    service.hana().get("/api/disclosures/{id}", unfetched).send().isNotFound();
    service.hana().get("/api/disclosures/{id}", fetched).send().isOk();
    var row = ledger(client).getLast();
    assertThat(row.at("/outcome").asString()).isEqualTo("denied");
    assertThat(row.at("/code").asString()).isEqualTo("consent-revoked");
    assertThat(row.at("/inReplyTo").asString()).isEqualTo(unfetched.toString());
  }

  @Test
  void theAnswerIsADisclosureOfTheReceiver() {
    var client = service.registers("Ana");
    service.consents(client, "Ana");
    var referral = UUID.randomUUID();
    var sent = service.discloses(client, referral);
    var answered = service.asksTheDoor(answer(sent, referral, "acknowledged-2")).isOk();
    assertThat(answered.at("/outcome")).isEqualTo("released");
    var id = answered.at("/disclosureId");
    var read = service.maya().get("/api/disclosures/{id}", id).send().isOk();
    assertThat(read.at("/package/referral-status/businessStatus")).isEqualTo("acknowledged");
    assertThat(read.at("/discloser")).isEqualTo("harborlight");
    service.hana().get("/api/disclosures/{id}", id).send().isOk();
    service.paul().get("/api/disclosures/{id}", id).send().isNotFound();
    service.carl().get("/api/disclosures/{id}", id).send().isNotFound();
    assertThat(ledger(client)).hasSize(2);
  }

  @Test
  void withoutTheWayBackTheAnswerStaysAndOnlyTheClientSeesThatThereWasOne() {
    var client = service.registers("Ana");
    var oneWay = new HashMap<>(consentOf(client, "Ana"));
    oneWay.put("disclosers", List.of("riverbend"));
    oneWay.put("recipients", Map.of("named", List.of("harborlight")));
    service.signs(service.drafts(oneWay)).isOk();
    var referral = UUID.randomUUID();
    var sent = service.discloses(client, referral);
    var answered = service.asksTheDoor(answer(sent, referral, "acknowledged-2")).isOk();
    assertThat(answered.at("/code")).isEqualTo("consent-discloser");
    assertThat(ledger(client)).as("what the requester's staff see").hasSize(1);
    service
        .maya()
        .post("/api/clients/{id}/assignments", client)
        .body(Map.of("subject", TokenIssuer.subject("ana"), "relation", "self"))
        .send()
        .isCreated();
    assertThat(
            service
                .ana()
                .get("/api/disclosures?clientId=" + client)
                .send()
                .isOk()
                .json()
                .at("/items"))
        .hasSize(2);
  }

  @Test
  void saysBeforehandWhetherAnswersCouldComeBack() {
    var client = service.registers("Ana");
    assertThat(wayBack(client)).isFalse();
    service.consents(client, "Ana");
    assertThat(wayBack(client)).isTrue();
    assertThat(ledger(client)).isEmpty();
  }

  private boolean wayBack(UUID client) {
    return service
        .referralService()
        .get("/internal/way-back/{id}?recipient=harborlight&purpose=TREAT", client)
        .header("Handrail-On-Behalf-Of-Subject", TokenIssuer.subject("maya").value())
        .header("Handrail-On-Behalf-Of-Agency", "riverbend")
        .send()
        .isOk()
        .json()
        .at("/wayBack")
        .asBoolean();
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
    assertThat(ledger(client)).hasSize(1);

    service
        .maya()
        .post("/api/disclosures")
        .body(referral(client, referral, "x"))
        .send()
        .isProblem(403, "role-not-allowed");
  }

  @Test
  @Proves("P2-QSO-1")
  void aPackageIsForItsTwoSidesOnly() {
    var client = service.registers("Ana");
    service.consents(client, "Ana");
    var id = service.discloses(client, UUID.randomUUID());
    service.priyaThePrivacyOfficer().get("/api/disclosures/{id}", id).send().isOk();
    service.rosaTheSupervisor().get("/api/disclosures/{id}", id).send().isOk();
    for (var stranger : List.of(service.paul(), service.carl(), service.ana())) {
      stranger.get("/api/disclosures/{id}", id).send().isNotFound();
    }
    for (var stranger : List.of(service.paul(), service.carl())) {
      stranger.get("/api/disclosures?clientId=" + client).send().isNotFound();
    }
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
  @Proves("P2-QSO-2")
  void atTheReceiverItsIntakeReadsAPackageAndNobodyElse() {
    var client = service.registers("Ana");
    service.consents(client, "Ana");
    var id = service.discloses(client, UUID.randomUUID());
    service.hana().get("/api/disclosures/{id}", id).send().isOk();
    for (var colleague : List.of(Role.PEER_SPECIALIST, Role.SUPERVISOR, Role.CLIENT)) {
      service.ofHarborlight(colleague).get("/api/disclosures/{id}", id).send().isNotFound();
    }
  }

  @Test
  void thatAnAnswerWasWithheldShowsInNoPageOfTheLedger() {
    var client = service.registers("Ana");
    var oneWay = new HashMap<>(consentOf(client, "Ana"));
    oneWay.put("disclosers", List.of("riverbend"));
    oneWay.put("recipients", Map.of("named", List.of("harborlight")));
    oneWay.put("categories", List.of("contact", "referral"));
    service.signs(service.drafts(oneWay)).isOk();
    var referral = UUID.randomUUID();
    var sent = service.discloses(client, referral);
    var page = "/api/disclosures?clientId=" + client + "&limit=1";
    var before = service.maya().get(page).send().isOk().text();
    for (var step : List.of("acknowledged-2", "accepted-3")) {
      assertThat(service.asksTheDoor(answer(sent, referral, step)).isOk().at("/outcome"))
          .isEqualTo("denied");
    }
    assertThat(service.maya().get(page).send().isOk().text()).isEqualTo(before);
    service.consents(client, "Ana");
    service.asksTheDoor(answer(sent, referral, "intake-scheduled-4")).isOk();
    var rows = ledger(client);
    assertThat(rows).hasSize(2);
    assertThat(rows.get(1).at("/step").asString()).isEqualTo("intake-scheduled");
    var first = service.maya().get(page).send().isOk();
    var second = service.maya().get(page + "&after=" + first.at("/next")).send().isOk();
    assertThat(second.at("/items/0/id")).isEqualTo(rows.get(1).at("/id").asString());
    assertThat(second.json().at("/next").asString("")).isEmpty();
  }

  private List<JsonNode> ledger(UUID client) {
    return service
        .maya()
        .get("/api/disclosures?clientId=" + client)
        .send()
        .isOk()
        .json()
        .at("/items")
        .valueStream()
        .toList();
  }

  private void asRiverbend(String sql) {
    AgencyScope.as(new AgencyId("riverbend"))
        .run(() -> transactions.run(() -> jdbc.sql(sql).update()));
  }
}
