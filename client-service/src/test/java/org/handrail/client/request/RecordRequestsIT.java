package org.handrail.client.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.handrail.client.Forms.consentOf;
import static org.handrail.client.request.PrivacyDesk.demand;
import static org.handrail.platform.caller.Role.CLIENT;
import static org.handrail.platform.caller.Role.INTAKE_COORDINATOR;
import static org.handrail.platform.caller.Role.PRIVACY_OFFICER;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.handrail.client.Attentions;
import org.handrail.client.ClientService;
import org.handrail.client.Forms;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.deadline.Sweeping;
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

/** Requests for records as they come in, and what the privacy officer makes of them. */
@HandrailIT
class RecordRequestsIT {
  private static final String REQUESTS = "/api/record-requests";

  private final Api api;
  private final TokenIssuer tokens;
  private final ClientService service;
  private final PrivacyDesk desk;
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
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.api = api;
    this.tokens = tokens;
    service = new ClientService(api, tokens);
    desk = new PrivacyDesk(service);
    this.clock = clock;
    this.sweeping = sweeping;
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
    var held = desk.comesIn(demand("subpoena", "Ana Brook"));
    assertThat(desk.seen(held).json().has("clientId")).isFalse();
    desk.does(held, "client", Map.of("clientId", UUID.randomUUID()))
        .isProblem(400, "invalid")
        .hasFault("/clientId", "unknown");
    var carls = service.registers(service.carl(), "Cal");
    desk.does(held, "client", Map.of("clientId", carls))
        .isProblem(400, "invalid")
        .hasFault("/clientId", "unknown");
    assertThat(desk.does(held, "client", Map.of("clientId", client)).isOk().at("/clientId"))
        .isEqualTo(client.toString());
    service.maya().get(REQUESTS + "/{id}", held.id()).send().isNotFound();
    service.maya().get(REQUESTS).send().isProblem(403, "role-not-allowed");
  }

  @Test
  @Proves("P2-COURT-1")
  void aPrivacyOfficerSeesTheirAgencysQueueOnly() {
    var held = desk.comesIn(demand("subpoena", "Ana Brook"));
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
    var own = ownAccess(client);
    var asked = desk.comesIn(own);
    assertThat(asked.json().has("answerText")).isFalse();
    var seen = desk.seen(asked);
    assertThat(
            Duration.between(
                Instant.parse(seen.at("/receivedAt")), Instant.parse(seen.at("/dueAt"))))
        .isEqualTo(Duration.ofDays(30));
    clock.advance(Duration.ofDays(21).plusMinutes(1));
    sweeping.sweep();
    assertThat(Attentions.about(asked.id(), 2)).contains("record-request-due privacy_officer");
    clock.advance(Duration.ofDays(9));
    sweeping.sweep();
    assertThat(Attentions.about(asked.id(), 3)).contains("record-request-late privacy_officer");
    service.paul().post(REQUESTS).body(own).send().isNotFound();
    service.maya().get(REQUESTS + "/{id}", asked.id()).send().isOk();
  }

  @Test
  @Proves("P2-RGT-1")
  void theThirtyDaysOfOwnAccessBeginWhenItIsReceived() {
    var own = ownAccess(service.registers("Ana"));
    own.put("words", "I wrote to you weeks ago.");
    own.put("receivedAt", Instant.now().minus(Duration.ofDays(40)).toString());
    var asked = desk.comesIn(own);
    assertThat(Instant.parse(asked.at("/dueAt")))
        .isBetween(
            Instant.now().minus(Duration.ofDays(10)).minusSeconds(60),
            Instant.now().minus(Duration.ofDays(10)));
    sweeping.sweep();
    assertThat(Attentions.about(asked.id(), 3)).contains("record-request-late privacy_officer");
  }

  @Test
  @Proves({"P2-QSO-2", "P2-APP-2"})
  void aClientsOwnRequestStaysTheirs() {
    var client = service.registers("Ana");
    var another = service.registers(service.paul(), "Bo");
    var asked = desk.comesIn(ownAccess(client));
    for (var whose : List.of(another, client)) {
      desk.does(asked, "client", Map.of("clientId", whose))
          .isProblem(409, "record-request-own-access");
    }
    assertThat(desk.seen(asked).at("/clientId")).isEqualTo(client.toString());
    service.paul().get(REQUESTS + "/{id}", asked.id()).send().isNotFound();
    service
        .priyaThePrivacyOfficer()
        .get("/api/clients/{id}/record", another)
        .send()
        .isProblem(409, "own-record-not-asked-for");
    assertThatThrownBy(() -> isMovedInTheDatabase(asked.id(), another))
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("another client");
  }

  @Test
  @Proves({"P2-QSO-2", "P2-APP-2"})
  void aMergeOpensNoRecordThatNobodyAskedFor() {
    var client = service.registers("Ana");
    var another = service.registers(service.paul(), "Bo");
    var asked = desk.comesIn(ownAccess(client));
    service.merges(client, another).isCreated();
    desk.does(asked, "client", Map.of("clientId", another))
        .isProblem(409, "record-request-own-access");
    service.paul().get(REQUESTS + "/{id}", asked.id()).send().isNotFound();
    var priya = service.priyaThePrivacyOfficer();
    priya
        .get("/api/clients/{id}/record", another)
        .send()
        .isProblem(409, "own-record-not-asked-for");
    priya.get("/api/clients/{id}/record", client).send().isOk();
  }

  @Test
  @Proves("P2-RGT-1")
  void aMergedRecordCanBeAskedForToo() {
    var merged = service.registers("Ana");
    service.merges(merged, service.registers("Ana")).isCreated();
    desk.comesIn(ownAccess(merged));
    service.maya().get("/api/clients/{id}/record", merged).send().isOk();
  }

  @Test
  void whatCameWithoutAClientIsLinkedUntilItIsAnswered() {
    var client = service.registers("Ana");
    var another = service.registers("Bo");
    var study = demand("other", "Whom of yours may we ask?");
    study.remove("process");
    study.put("kind", "research");
    var asked = desk.comesIn(study);
    desk.does(asked, "client", Map.of("clientId", another)).isOk();
    desk.does(asked, "client", Map.of("clientId", client)).isOk();
    desk.does(asked, "answer", Map.of("answer", "refused")).isOk();
    desk.does(asked, "client", Map.of("clientId", another))
        .isProblem(409, "record-request-answered");
    assertThatThrownBy(() -> isMovedInTheDatabase(asked.id(), another))
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("another client");
  }

  private void isMovedInTheDatabase(UUID request, UUID client) {
    AgencyScope.as(new AgencyId("riverbend"))
        .run(
            () ->
                transactions.run(
                    () ->
                        jdbc.sql("update record_request set client_id = :client where id = :id")
                            .param("client", client)
                            .param("id", request)
                            .update()));
  }

  private static Map<String, Object> ownAccess(UUID client) {
    var own = new HashMap<String, Object>();
    own.put("kind", "own-access");
    own.put("requester", "The client");
    own.put("words", "I want to read what you have about me.");
    own.put("receivedAt", Instant.now().minusSeconds(30).toString());
    own.put("clientId", client);
    return own;
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
  @Proves("P2-COURT-1")
  void whoIsAClientBesidesTheirWorkTakesASubpoenaAsAnybody() {
    var both = api.as(tokens.person("ines").of("riverbend").as(INTAKE_COORDINATOR, CLIENT));
    both.post(REQUESTS).body(demand("subpoena", "Ana Brook")).send().isCreated();
  }

  @Test
  @Proves("P2-FUN-1")
  void nothingIsUsedForFundraisingUnlessTheClientSaidSo() {
    var client = service.registers("Ana");
    service.consents(client, "Ana");
    var asked = Forms.referral(client, UUID.randomUUID(), "sending-1");
    asked.put("purpose", "fundraising");
    assertThat(service.asksTheDoor(asked).isOk().at("/code")).isEqualTo("consent-purpose");
    var form = consentOf(client, "Ana");
    form.put("purposes", List.of("fundraising"));
    var draft = service.drafts(form);
    service
        .signs(draft)
        .isProblem(422, "consent-deficient")
        .hasFault("/statements/fundraisingOptOut", "opt-out-statement-missing");
    assertThat(service.asksTheDoor(asked).isOk().at("/code")).isEqualTo("consent-purpose");

    var statements = new HashMap<String, Object>();
    ((Map<?, ?>) Objects.requireNonNull(form.get("statements")))
        .forEach((key, yes) -> statements.put((String) key, yes));
    statements.put("fundraisingOptOut", true);
    form.put("statements", statements);
    var consent = service.signs(service.drafts(form)).isOk().id();
    asked.put("step", "sending-2");
    assertThat(service.asksTheDoor(asked).isOk().at("/outcome")).isEqualTo("released");

    service.revokes(consent).isOk();
    asked.put("step", "sending-3");
    assertThat(service.asksTheDoor(asked).isOk().at("/code")).isEqualTo("consent-revoked");
  }
}
