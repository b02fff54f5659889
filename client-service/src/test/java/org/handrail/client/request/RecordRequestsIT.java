package org.handrail.client.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.handrail.client.ClientService.consentOf;
import static org.handrail.platform.caller.Role.INTAKE_COORDINATOR;
import static org.handrail.platform.caller.Role.PRIVACY_OFFICER;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.client.AskedAttention;
import org.handrail.client.ClientService;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.deadline.Sweeping;
import org.handrail.platform.fixtures.Answer;
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

/** Whoever demands records in the name of the law learns nothing before a court has ordered it. */
@HandrailIT
class RecordRequestsIT {
  private static final String REQUESTS = "/api/record-requests";

  private final Api api;
  private final TokenIssuer tokens;
  private final ClientService service;
  private final SettableClock clock;
  private final Sweeping sweeping;
  private final JdbcClient jdbc;
  private final Transactions transactions;

  RecordRequestsIT(
      Api api,
      TokenIssuer tokens,
      SettableClock clock,
      Sweeping sweeping,
      JdbcClient jdbc,
      Transactions transactions) {
    this.api = api;
    this.tokens = tokens;
    service = new ClientService(api, tokens);
    this.clock = clock;
    this.sweeping = sweeping;
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  @AfterEach
  void letTheClockGo() {
    clock.reset();
  }

  private static Map<String, Object> demand(String process, String words) {
    var request = new HashMap<String, Object>();
    request.put("kind", "legal-process");
    request.put("process", process);
    request.put("requester", "Deputy Hale");
    request.put("organization", "County Sheriff");
    request.put("words", words);
    request.put("receivedAt", Instant.now().minusSeconds(30).toString());
    return request;
  }

  private Answer comesIn(Map<String, Object> request) {
    return service.maya().post(REQUESTS).body(request).send().isCreated();
  }

  private Answer seen(Answer request) {
    return service.priyaThePrivacyOfficer().get(REQUESTS + "/{id}", request.id()).send().isOk();
  }

  private Answer does(Answer request, String what, Object body) {
    return service
        .priyaThePrivacyOfficer()
        .post(REQUESTS + "/{id}/" + what, request.id())
        .ifMatch(seen(request))
        .body(body)
        .send();
  }

  private static Map<String, Object> order() {
    return Map.of(
        "court", "County Court",
        "reference", "26-MS-114",
        "section", "2.64",
        "issuedOn", "2026-11-20");
  }

  private static Map<String, Object> subpoena() {
    return Map.of("reference", "S-77", "issuedOn", "2026-11-21");
  }

  @Test
  @Proves("P2-COURT-1")
  void whateverIsBroughtIsHeldAndAnsweredWithNeitherYesNorNo() {
    service.registers("Ana");
    for (var process : List.of("subpoena", "warrant", "search", "police")) {
      var known = comesIn(demand(process, "I want everything on Ana Brook."));
      var unknown = comesIn(demand(process, "I want everything on Nobody Atall."));
      for (var answer : List.of(known, unknown)) {
        assertThat(answer.at("/status")).isEqualTo("on-hold");
        assertThat(answer.at("/answerText"))
            .contains("does not allow us to say whether any person is or was served here");
      }
      assertThat(withoutId(known)).isEqualTo(withoutId(unknown));
    }
    var held = comesIn(demand("warrant", "Ana Brook"));
    assertThat(AskedAttention.about(held.id(), 1))
        .containsExactly("record-request-on-hold privacy_officer");
  }

  private static String withoutId(Answer answer) {
    return answer.text().replace(answer.at("/id"), "");
  }

  @Test
  @Proves("P2-COURT-1")
  void onlyACourtsOrderTogetherWithASubpoenaLiftsTheHold() {
    var held = comesIn(demand("subpoena", "Ana Brook"));
    does(held, "release-from-hold", "")
        .isProblem(409, "record-request-held")
        .hasFault("/courtOrder", "court-order-missing")
        .hasFault("/subpoena", "subpoena-missing");
    does(held, "subpoena", subpoena()).isOk();
    does(held, "release-from-hold", "")
        .isProblem(409, "record-request-held")
        .hasFault("/courtOrder", "court-order-missing");
    does(held, "answer", Map.of("answer", "given"))
        .isProblem(409, "record-request-held")
        .hasFault("/courtOrder", "court-order-missing");
    does(held, "court-order", order()).isOk();
    does(held, "answer", Map.of("answer", "given")).isProblem(409, "record-request-held");
    var released = does(held, "release-from-hold", "").isOk();
    assertThat(released.at("/status")).isEqualTo("released-from-hold");
    does(held, "answer", Map.of("answer", "given")).isOk();
    does(held, "answer", Map.of("answer", "given")).isProblem(409, "record-request-answered");
  }

  @Test
  @Proves("P2-COURT-1")
  void anOrderThatNoSubpoenaCompelsLiftsNoHold() {
    var held = comesIn(demand("court-order", "Ana Brook"));
    does(held, "court-order", order()).isOk();
    does(held, "release-from-hold", "")
        .isProblem(409, "record-request-held")
        .hasFault("/subpoena", "subpoena-missing");
    assertThat(seen(held).at("/status")).isEqualTo("on-hold");
  }

  @Test
  @Proves("P2-COURT-1")
  void theDatabaseHoldsItToo() {
    var held = comesIn(demand("police", "Ana Brook"));
    for (var change : List.of("status = 'released-from-hold'", "status = 'open'")) {
      assertThatThrownBy(() -> asRiverbend("update record_request set " + change, held.id()))
          .as(change)
          .isInstanceOf(DataAccessException.class)
          .hasMessageContaining("check");
    }
  }

  private void asRiverbend(String update, UUID id) {
    AgencyScope.as(new AgencyId("riverbend"))
        .run(
            () ->
                transactions.run(
                    () -> jdbc.sql(update + " where id = :id").param("id", id).update()));
  }

  @Test
  @Proves({"P2-LEG-1", "P2-COURT-1"})
  void nothingGoesIntoProceedingsWithoutOrderOrConsent() {
    var client = service.registers("Ana");
    service.consents(client, "Ana");
    var held = comesIn(demand("subpoena", "Ana Brook"));
    does(held, "client", Map.of("clientId", client)).isOk();
    var toCourt = Map.of("recipient", "county-court", "categories", List.of("demographics"));
    does(held, "disclosures", toCourt).isProblem(409, "record-request-not-ordered");
    does(held, "subpoena", subpoena()).isOk();
    does(held, "disclosures", toCourt).isProblem(409, "record-request-not-ordered");
    assertThat(ledger(client)).isEmpty();

    // A consent to treatment is none to a charge, and no party of criminal justice is among its
    // recipients.
    var asked = ClientService.referral(client, UUID.randomUUID(), "sending-1");
    asked.put("recipient", "county-sheriff");
    asked.put("purpose", "CJ");
    asked.put("required", List.of("contact"));
    asked.remove("content");
    asked.remove("optional");
    assertThat(service.asksTheDoor(asked).isOk().at("/outcome")).isEqualTo("denied");
    asked.put("step", "sending-2");
    asked.put("required", List.of("legal-proceedings"));
    service
        .asksTheDoor(asked)
        .isProblem(400, "invalid")
        .hasFault("/required/0", "not-released-here");

    does(held, "court-order", order()).isOk();
    does(held, "disclosures", toCourt).isProblem(409, "record-request-not-ordered");
    does(held, "release-from-hold", "").isOk();
    does(
            held,
            "disclosures",
            Map.of("recipient", "county-court", "categories", List.of("legal-proceedings")))
        .isProblem(400, "invalid");
    var disclosed = does(held, "disclosures", toCourt).isCreated();
    var read =
        service
            .priyaThePrivacyOfficer()
            .get("/api/disclosures/{id}", disclosed.at("/disclosureId"))
            .send()
            .isOk();
    assertThat(read.json().at("/package").propertyNames()).containsExactly("demographics");
    assertThat(ledger(client))
        .contains("\"basis\":\"42 CFR 2.64\"", "\"matter\":\"court-order\"", "county-court");
  }

  private String ledger(UUID client) {
    var items =
        service
            .priyaThePrivacyOfficer()
            .get("/api/disclosures?clientId=" + client)
            .send()
            .isOk()
            .json()
            .at("/items");
    return items.isEmpty() ? "" : items.toString();
  }

  @Test
  @Proves({"P2-COURT-1", "P2-APP-2"})
  void whomItIsAboutIsThePrivacyOfficersToSay() {
    var client = service.registers("Ana");
    var naming = demand("subpoena", "Ana Brook");
    naming.put("clientId", client);
    service
        .maya()
        .post(REQUESTS)
        .body(naming)
        .send()
        .isProblem(400, "invalid")
        .hasFault("/clientId", "contradictory");
    var held = comesIn(demand("subpoena", "Ana Brook"));
    assertThat(seen(held).json().has("clientId")).isFalse();
    does(held, "client", Map.of("clientId", UUID.randomUUID()))
        .isProblem(400, "invalid")
        .hasFault("/clientId", "unknown");
    var carls = service.registers(service.carl(), "Cal");
    does(held, "client", Map.of("clientId", carls))
        .isProblem(400, "invalid")
        .hasFault("/clientId", "unknown");
    assertThat(does(held, "client", Map.of("clientId", client)).isOk().at("/clientId"))
        .isEqualTo(client.toString());
    service.maya().get(REQUESTS + "/{id}", held.id()).send().isNotFound();
    service.maya().get(REQUESTS).send().isProblem(403, "role-not-allowed");
  }

  @Test
  @Proves("P2-COURT-1")
  void aPrivacyOfficerSeesTheirAgencysQueueOnly() {
    var held = comesIn(demand("subpoena", "Ana Brook"));
    var queue =
        service.priyaThePrivacyOfficer().get(REQUESTS + "?waiting=true&limit=200").send().isOk();
    assertThat(queue.text()).contains(held.at("/id"));
    var theirs = api.as(tokens.person("petra").of("harborlight").as(PRIVACY_OFFICER));
    assertThat(theirs.get(REQUESTS + "?limit=200").send().isOk().text())
        .doesNotContain(held.at("/id"));
    theirs.get(REQUESTS + "/{id}", held.id()).send().isNotFound();
    theirs.post(REQUESTS + "/{id}/release-from-hold", held.id()).ifMatch(1).send().isNotFound();
  }

  @Test
  void anOwnRequestForAccessHasThirtyDays() {
    var client = service.registers("Ana");
    var own = new HashMap<String, Object>();
    own.put("kind", "own-access");
    own.put("requester", "The client");
    own.put("words", "I want to read what you have about me.");
    own.put("receivedAt", Instant.now().minusSeconds(30).toString());
    own.put("clientId", client);
    var asked = comesIn(own);
    assertThat(asked.json().has("answerText")).isFalse();
    var seen = seen(asked);
    assertThat(
            Duration.between(
                Instant.parse(seen.at("/recordedAt")), Instant.parse(seen.at("/dueAt"))))
        .isEqualTo(Duration.ofDays(30));
    clock.advance(Duration.ofDays(21).plusMinutes(1));
    sweeping.sweep();
    assertThat(AskedAttention.about(asked.id(), 3)).contains("record-request-due privacy_officer");
    clock.advance(Duration.ofDays(9));
    sweeping.sweep();
    assertThat(AskedAttention.about(asked.id(), 5)).contains("record-request-late agency_admin");
    service.paul().post(REQUESTS).body(own).send().isNotFound();
    service.maya().get(REQUESTS + "/{id}", asked.id()).send().isOk();
  }

  @Test
  void whatContradictsItselfIsRefused() {
    var request = demand("subpoena", "Ana Brook");
    request.remove("process");
    var ines = api.as(tokens.person("ines").of("riverbend").as(INTAKE_COORDINATOR));
    ines.post(REQUESTS)
        .body(request)
        .send()
        .isProblem(400, "invalid")
        .hasFault("/process", "contradictory");
    request.put("process", "subpoena");
    request.put("receivedAt", Instant.now().plusSeconds(3600).toString());
    ines.post(REQUESTS)
        .body(request)
        .send()
        .isProblem(400, "invalid")
        .hasFault("/receivedAt", "in-future");
    service
        .ana()
        .post(REQUESTS)
        .body(demand("police", "x"))
        .send()
        .isProblem(403, "role-not-allowed");
  }

  @Test
  @Proves("P2-FUN-1")
  void nothingIsUsedForFundraisingUnlessTheClientSaidSo() {
    var client = service.registers("Ana");
    service.consents(client, "Ana");
    var asked = ClientService.referral(client, UUID.randomUUID(), "sending-1");
    asked.put("purpose", "fundraising");
    assertThat(service.asksTheDoor(asked).isOk().at("/code")).isEqualTo("consent-purpose");
    var form = consentOf(client, "Ana");
    form.put("purposes", List.of("fundraising"));
    var draft = service.drafts(form);
    service
        .signs(draft)
        .isProblem(422, "consent-deficient")
        .hasFault("/statements/fundraisingOptOut", "opt-out-statement-missing");
  }
}
