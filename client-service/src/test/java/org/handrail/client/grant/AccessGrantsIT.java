package org.handrail.client.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.platform.caller.Role.PEER_SPECIALIST;
import static org.handrail.platform.caller.Role.PRIVACY_OFFICER;
import static org.handrail.platform.caller.Role.SUPERVISOR;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.client.Attentions;
import org.handrail.client.ClientService;
import org.handrail.client.Forms;
import org.handrail.client.ledger.LedgerOwner;
import org.handrail.client.specialist.Roster;
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
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Audits read for a time under an agreement; research and public health read counts. */
@HandrailIT
class AccessGrantsIT {
  private static final String GRANT = "/api/record-requests/{id}/grant";

  private final Api api;
  private final TokenIssuer tokens;
  private final ClientService service;
  private final SettableClock clock;
  private final Sweeping sweeping;
  private final JdbcClient jdbc;
  private final Transactions transactions;

  AccessGrantsIT(
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
    this.clock = clock;
    this.sweeping = sweeping;
  }

  private UUID asked(String kind) {
    return service
        .priyaThePrivacyOfficer()
        .post("/api/record-requests")
        .body(
            Map.of(
                "kind",
                kind,
                "requester",
                "Office of the State Auditor",
                "words",
                "We would like to look at your disclosures.",
                "receivedAt",
                Instant.now().minusSeconds(30).toString()))
        .send()
        .isCreated()
        .id();
  }

  private static Map<String, Object> agreed() {
    var agreed = new HashMap<String, Object>();
    agreed.put("agreement", "Agreement 26-114, signed 2026-11-20");
    agreed.put("purpose", "Whether consents were kept");
    agreed.put("noRedisclosure", true);
    agreed.put("expiresAt", Instant.now().plus(Duration.ofDays(30)).toString());
    agreed.put("destroyBy", Roster.today().plusDays(60).toString());
    return agreed;
  }

  private Answer grants(UUID request, Map<String, Object> agreed) {
    return service.priyaThePrivacyOfficer().post(GRANT, request).body(agreed).send();
  }

  private Answer reads(UUID request, String what) {
    return service.priyaThePrivacyOfficer().get(GRANT + "/" + what, request).send();
  }

  @Test
  @Proves("P2-AUD-1")
  void withoutAWrittenAgreementThereIsNoAccess() {
    var request = asked("audit");
    for (var missing :
        Map.of(
                "agreement", "agreement-missing",
                "purpose", "purpose-missing",
                "noRedisclosure", "no-redisclosure-missing",
                "expiresAt", "expiry-missing",
                "destroyBy", "destroy-by-missing")
            .entrySet()) {
      var agreed = agreed();
      agreed.remove(missing.getKey());
      grants(request, agreed)
          .isProblem(422, "access-grant-refused")
          .hasFault("/" + missing.getKey(), missing.getValue());
    }
    var passedOn = agreed();
    passedOn.put("noRedisclosure", false);
    grants(request, passedOn).isProblem(422, "access-grant-refused");
    var endless = agreed();
    endless.put("expiresAt", Instant.now().plus(Duration.ofDays(91)).toString());
    grants(request, endless)
        .isProblem(422, "access-grant-refused")
        .hasFault("/expiresAt", "expiry-missing");
    var kept = agreed();
    kept.put("destroyBy", Roster.today().plusDays(29).toString());
    grants(request, kept)
        .isProblem(422, "access-grant-refused")
        .hasFault("/destroyBy", "destroy-by-missing");
    reads(request, "rows").isNotFound();
  }

  @Test
  @Proves("P2-AUD-1")
  void anAuditReadsForATimeAndEachReadingIsWrittenDown() {
    var client = service.registers("Ana");
    service.consents(client, "Ana");
    service.discloses(client, UUID.randomUUID());
    var request = asked("audit");
    grants(request, agreed()).isCreated();
    grants(request, agreed()).isProblem(409, "access-grant-exists");
    var rows = reads(request, "rows?limit=500").isOk();
    assertThat(rows.json().at("/items")).isNotEmpty();
    assertThat(rows.text()).doesNotContain(client.toString(), "Ana", "Brook");
    assertThat(rows.header("Cache-Control")).contains("no-store");
    assertThat(
            service
                .priyaThePrivacyOfficer()
                .get(GRANT, request)
                .send()
                .isOk()
                .json()
                .at("/readings")
                .asLong())
        .isEqualTo(1);

    clock.advance(Duration.ofDays(31));
    reads(request, "rows").isProblem(409, "access-grant-ended");
    sweeping.sweep();
    clock.advance(Duration.ofDays(31));
    sweeping.sweep();
    assertThat(Attentions.about(request, 3))
        .as("where the grant is read")
        .contains("access-grant-ended privacy_officer", "access-grant-destroy privacy_officer");
  }

  @Test
  @Proves("P2-AUD-1")
  void anAuditReadsARowThatNoEntryCouldBeAsItStands() throws SQLException {
    var client = service.registers("Ana");
    service.consents(client, "Ana");
    service.discloses(client, UUID.randomUUID());
    LedgerOwner.does(
        "update disclosure set recipient = 'Nobody we know' where client_id = '%s'"
            .formatted(client));
    var request = asked("audit");
    grants(request, agreed()).isCreated();
    assertThat(allRows(request))
        .extracting(row -> row.at("/recipient").asString())
        .contains("Nobody we know", "harborlight");
  }

  @Test
  @Proves("P2-AUD-1")
  void anAuditReadsNothingOfTheAnswersThatWereWithheldFromTheAgency() {
    var client = service.registers("Ana");
    service.asksTheDoor(Forms.referral(client, UUID.randomUUID(), "sending-1")).isOk();
    var oneWay = new HashMap<>(Forms.consentOf(client, "Ana"));
    oneWay.put("disclosers", List.of("riverbend"));
    oneWay.put("recipients", Map.of("named", List.of("harborlight")));
    service.signs(service.drafts(oneWay)).isOk();
    var referral = UUID.randomUUID();
    var sent = service.discloses(client, referral);
    var request = asked("audit");
    grants(request, agreed()).isCreated();
    var before = allRows(request);

    for (var step : List.of("acknowledged-2", "accepted-3")) {
      assertThat(service.asksTheDoor(Forms.answer(sent, referral, step)).isOk().at("/outcome"))
          .isEqualTo("denied");
    }

    var rows = allRows(request);
    assertThat(rows).isEqualTo(before);
    assertThat(rows)
        .as("its own denials are in it")
        .anyMatch(row -> row.at("/outcome").asString().equals("denied"));
  }

  private List<JsonNode> allRows(UUID request) {
    var rows = new ArrayList<JsonNode>();
    var after = "";
    do {
      var page = reads(request, "rows?limit=500" + after).isOk();
      page.json().at("/items").forEach(rows::add);
      after = page.at("/next").isEmpty() ? "" : "&after=" + page.at("/next");
    } while (!after.isEmpty());
    return rows;
  }

  @Test
  @Proves("P2-AUD-1")
  void copiesAreDestroyedByTheEndOfADayOfTheAgency() {
    clock.set(Instant.parse("2026-12-01T12:00:00Z"));
    var agreed = agreed();
    agreed.put("expiresAt", "2026-12-11T02:00:00Z");
    agreed.put("destroyBy", "2026-12-09");
    var request = asked("audit");
    grants(request, agreed)
        .isProblem(422, "access-grant-refused")
        .hasFault("/destroyBy", "destroy-by-missing");
    agreed.put("destroyBy", "2026-12-10");
    var grant = grants(request, agreed).isCreated();
    clock.set(Instant.parse("2026-12-11T04:59:59Z"));
    sweeping.sweep();
    assertThat(Attentions.about(request, 2)).contains("access-grant-ended privacy_officer");
    assertThat(waiting(grant.id())).isEqualTo(1);
    clock.set(Instant.parse("2026-12-11T05:00:00Z"));
    sweeping.sweep();
    assertThat(Attentions.about(request, 3)).contains("access-grant-destroy privacy_officer");
  }

  private long waiting(UUID about) {
    return AgencyScope.as(new AgencyId("riverbend"))
        .call(
            () ->
                transactions.reading(
                    () ->
                        jdbc.sql("select count(*) from deadline where about = :id")
                            .param("id", about)
                            .query(Long.class)
                            .single()));
  }

  @Test
  @Proves("P2-RES-1")
  void researchNeedsItsApprovalAndReadsCountsOnly() {
    var request = asked("research");
    grants(request, agreed())
        .isProblem(422, "access-grant-refused")
        .hasFault("/approval", "approval-missing");
    var approved = agreed();
    approved.put("approval", "IRB 2026-77");
    grants(request, approved).isCreated();
    reads(request, "rows").isNotFound();
    fewAndMany(request);
  }

  @Test
  @Proves("P2-PHA-1")
  void publicHealthReadsNobodysRecord() {
    var request = asked("public-health");
    grants(request, agreed()).isCreated();
    reads(request, "rows").isNotFound();
    fewAndMany(request);
  }

  /** Of ten clients of a year nothing is told, of eleven the count. */
  private void fewAndMany(UUID request) {
    var counts = reads(request, "counts").isOk();
    assertThat(counts.text()).doesNotContain("Brook", "clientId");
    for (var count : counts.json().at("/items")) {
      assertThat(count.propertyNames()).containsExactlyInAnyOrder("measure", "year", "clients");
      if (!count.at("/clients").isNull()) {
        assertThat(count.at("/clients").asLong()).isGreaterThanOrEqualTo(11);
      }
    }
  }

  @Test
  void theYearsOfCountsAreThoseOfTheAgency() {
    var agency = "brookside" + UUID.randomUUID().toString().substring(0, 8);
    var priya = api.as(tokens.person("pri" + agency).of(agency).as(PRIVACY_OFFICER));
    var request = isGrantedCounts(priya);
    clock.set(Instant.parse("2027-01-01T04:59:59Z"));
    service.registers(api.as(tokens.person("may" + agency).of(agency).as(PEER_SPECIALIST)), "P0");
    clock.reset();
    var counts = priya.get(GRANT + "/counts", request).send().isOk();
    assertThat(counts.json().at("/items")).hasSize(1);
    assertThat(counts.json().at("/items/0/year").asInt()).isEqualTo(2026);
  }

  private UUID isGrantedCounts(Api priya) {
    var request =
        priya
            .post("/api/record-requests")
            .body(
                Map.of(
                    "kind", "public-health",
                    "requester", "County Health",
                    "words", "How many?",
                    "receivedAt", Instant.now().minusSeconds(30).toString()))
            .send()
            .isCreated()
            .id();
    priya.post(GRANT, request).body(agreed()).send().isCreated();
    return request;
  }

  @Test
  @Proves({"P2-RES-1", "P2-PHA-1"})
  void aCountOfOneToTenIsNotTold() {
    var agency = "brookside" + UUID.randomUUID().toString().substring(0, 8);
    var maya = api.as(tokens.person("may" + agency).of(agency).as(PEER_SPECIALIST));
    var priya = api.as(tokens.person("pri" + agency).of(agency).as(PRIVACY_OFFICER));
    var request = isGrantedCounts(priya);
    for (int i = 0; i < 10; i++) {
      service.registers(maya, "P" + i);
    }
    var ten = priya.get(GRANT + "/counts", request).send().isOk();
    assertThat(ten.json().at("/items/0/clients").isNull()).isTrue();
    var eleventh = service.registers(maya, "P11");
    var eleven = priya.get(GRANT + "/counts", request).send().isOk();
    assertThat(eleven.json().at("/items/0/clients").asLong()).isEqualTo(11);
    // Two records of one person are one person.
    api.as(tokens.person("ros" + agency).of(agency).as(SUPERVISOR))
        .post("/api/clients/{id}/merge", eleventh)
        .body(Map.of("into", service.registers(maya, "P11")))
        .send()
        .isCreated();
    var merged = priya.get(GRANT + "/counts", request).send().isOk();
    assertThat(merged.json().at("/items/0/clients").asLong()).isEqualTo(11);
  }

  @Test
  @Proves("P2-AUD-1")
  void aRequestThatWasRefusedGrantsNothing() {
    for (var answer : List.of("refused", "neither-confirmed-nor-denied")) {
      var refused = asked("audit");
      answers(refused, answer);
      grants(refused, agreed()).isProblem(409, "access-grant-not-possible");
      reads(refused, "rows").isNotFound();
    }
    var granted = asked("audit");
    grants(granted, agreed()).isCreated();
    reads(granted, "rows").isOk();
    answers(granted, "refused");
    reads(granted, "rows").isProblem(409, "access-grant-ended");
    var given = asked("audit");
    answers(given, "given");
    grants(given, agreed()).isCreated();
  }

  private void answers(UUID request, String answer) {
    var priya = service.priyaThePrivacyOfficer();
    priya
        .post("/api/record-requests/{id}/answer", request)
        .ifMatch(priya.get("/api/record-requests/{id}", request).send().isOk())
        .body(Map.of("answer", answer))
        .send()
        .isOk();
  }

  @Test
  void otherRequestsLeadToNoAccessAndOtherAgenciesToNobody() {
    var request = asked("other");
    grants(request, agreed()).isProblem(409, "access-grant-not-possible");
    var audit = asked("audit");
    var theirs = api.as(tokens.person("petra").of("harborlight").as(PRIVACY_OFFICER));
    theirs.post(GRANT, audit).body(agreed()).send().isNotFound();
    grants(audit, agreed()).isCreated();
    theirs.get(GRANT, audit).send().isNotFound();
    theirs.get(GRANT + "/rows", audit).send().isNotFound();
    service.maya().get(GRANT + "/rows", audit).send().isProblem(403, "role-not-allowed");
  }
}
