package org.handrail.client.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.handrail.client.request.PrivacyDesk.demand;
import static org.handrail.client.request.PrivacyDesk.order;
import static org.handrail.client.request.PrivacyDesk.subpoena;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.handrail.client.Attentions;
import org.handrail.client.ClientService;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.fixtures.Answer;
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

/** Whoever demands records in the name of the law learns nothing before a court has ordered it. */
@HandrailIT
class LegalProcessIT {
  private final ClientService service;
  private final PrivacyDesk desk;
  private final SettableClock clock;
  private final JdbcClient jdbc;
  private final Transactions transactions;

  LegalProcessIT(
      Api api,
      TokenIssuer tokens,
      SettableClock clock,
      JdbcClient jdbc,
      Transactions transactions) {
    service = new ClientService(api, tokens);
    this.clock = clock;
    desk = new PrivacyDesk(service);
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  @Test
  @Proves("P2-COURT-1")
  void whateverIsBroughtIsHeldAndAnsweredWithNeitherYesNorNo() {
    service.registers("Ana");
    for (var process : List.of("subpoena", "warrant", "search", "police")) {
      var known = desk.comesIn(demand(process, "I want everything on Ana Brook."));
      var unknown = desk.comesIn(demand(process, "I want everything on Nobody Atall."));
      for (var answer : List.of(known, unknown)) {
        assertThat(answer.at("/status")).isEqualTo("on-hold");
        assertThat(answer.at("/answerText"))
            .contains("does not allow us to say whether any person is or was served here");
      }
      assertThat(withoutId(known)).isEqualTo(withoutId(unknown));
    }
    var held = desk.comesIn(demand("warrant", "Ana Brook"));
    assertThat(Attentions.about(held.id(), 1))
        .containsExactly("record-request-on-hold privacy_officer");
  }

  private static String withoutId(Answer answer) {
    return answer.text().replace(answer.at("/id"), "");
  }

  @Test
  @Proves("P2-COURT-1")
  void onlyACourtsOrderTogetherWithASubpoenaLiftsTheHold() {
    var held = desk.comesIn(demand("subpoena", "Ana Brook"));
    desk.does(held, "release-from-hold", "")
        .isProblem(409, "record-request-held")
        .hasFault("/courtOrder", "court-order-missing")
        .hasFault("/subpoena", "subpoena-missing");
    desk.does(held, "subpoena", subpoena()).isOk();
    desk.does(held, "release-from-hold", "")
        .isProblem(409, "record-request-held")
        .hasFault("/courtOrder", "court-order-missing");
    desk.does(held, "answer", Map.of("answer", "given"))
        .isProblem(409, "record-request-held")
        .hasFault("/courtOrder", "court-order-missing");
    desk.does(held, "court-order", order()).isOk();
    desk.does(held, "answer", Map.of("answer", "given")).isProblem(409, "record-request-held");
    var released = desk.does(held, "release-from-hold", "").isOk();
    assertThat(released.at("/status")).isEqualTo("released-from-hold");
    desk.does(held, "answer", Map.of("answer", "given")).isOk();
    desk.does(held, "answer", Map.of("answer", "given")).isProblem(409, "record-request-answered");
  }

  @Test
  @Proves("P2-COURT-1")
  void anOrderThatNoSubpoenaCompelsLiftsNoHold() {
    var held = desk.comesIn(demand("court-order", "Ana Brook"));
    desk.does(held, "court-order", order()).isOk();
    desk.does(held, "release-from-hold", "")
        .isProblem(409, "record-request-held")
        .hasFault("/subpoena", "subpoena-missing");
    assertThat(desk.seen(held).at("/status")).isEqualTo("on-hold");
  }

  @Test
  void aPaperIsNotOfADayThatHasNotBegunAtTheAgency() {
    var held = desk.comesIn(demand("court-order", "Ana Brook"));
    clock.set(Instant.parse("2027-01-01T02:00:00Z"));
    desk.does(held, "subpoena", Map.of("reference", "S-77", "issuedOn", "2027-01-01"))
        .isProblem(400, "invalid")
        .hasFault("/issuedOn", "in-future");
    desk.does(held, "subpoena", Map.of("reference", "S-77", "issuedOn", "2026-12-31")).isOk();
  }

  @Test
  void aPaperIsNeitherOfAnotherCenturyNorOfADayToCome() {
    var held = desk.comesIn(demand("court-order", "Ana Brook"));
    for (var day : Map.of("1901-05-05", "too-long-ago", "2199-05-05", "in-future").entrySet()) {
      for (var paper : Map.of("court-order", order(), "subpoena", subpoena()).entrySet()) {
        var dated = new HashMap<>(paper.getValue());
        dated.put("issuedOn", day.getKey());
        desk.does(held, paper.getKey(), dated)
            .isProblem(400, "invalid")
            .hasFault("/issuedOn", day.getValue());
      }
    }
  }

  @Test
  @Proves("P2-COURT-1")
  void theDatabaseHoldsItToo() {
    var held = desk.comesIn(demand("police", "Ana Brook"));
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
  @Proves("P2-COURT-1")
  void nobodyButThePrivacyOfficersReadsWhomItIsAbout() throws Exception {
    var client = service.registers("Noor");
    service.hasOwnSignIn(client);
    var held = desk.comesIn(demand("subpoena", "Noor Brook"));
    desk.does(held, "client", Map.of("clientId", client)).isOk();
    var log = "/api/clients/" + client + "/access-log?limit=200";
    var priyas = service.privacyOfficerAtTheirSide().get(log).send().isOk();
    var look =
        priyas
            .json()
            .at("/items")
            .valueStream()
            .filter(one -> one.at("/kind").asString().equals("record-requests-client"))
            .findFirst()
            .orElseThrow();
    for (var other : List.of(service.noor(), service.maya(), service.rosaTheSupervisor())) {
      assertThat(other.get(log).send().isOk().text()).doesNotContain("record-requests");
      other
          .post("/api/clients/{id}/annotations", client)
          .body(
              Map.of(
                  "about",
                  Map.of("kind", "look", "id", look.at("/id").asString()),
                  "words",
                  "What was this?"))
          .send()
          .isProblem(400, "invalid")
          .hasFault("/about/id", "unknown");
    }

    var asked = demand("subpoena", "My record, please");
    asked.put("kind", "own-access");
    asked.remove("process");
    asked.put("clientId", client);
    desk.comesIn(asked);
    for (var reader : List.of(service.noor(), service.maya(), service.priyaThePrivacyOfficer())) {
      assertThat(reader.get("/api/clients/{id}/record", client).send().isOk().text())
          .doesNotContain("record-requests");
    }
    var pdf = service.noor().get("/api/clients/{id}/record/pdf", client).send().isOk();
    try (var document = Loader.loadPDF(pdf.bytes())) {
      assertThat(new PDFTextStripper().getText(document))
          .contains("Who looked at your record")
          .doesNotContainPattern("record.requests");
    }
  }

  @Test
  @Proves("P2-COURT-1")
  void aLiftedHoldIsOfOneClient() {
    var client = service.registers("Bo");
    var another = service.registers("Cy");
    var held = desk.comesIn(demand("subpoena", "Bo Brook"));
    desk.does(held, "client", Map.of("clientId", another)).isOk();
    desk.does(held, "client", Map.of("clientId", client)).isOk();
    desk.does(held, "court-order", order()).isOk();
    desk.does(held, "subpoena", subpoena()).isOk();
    desk.does(held, "release-from-hold", "").isOk();
    desk.does(held, "client", Map.of("clientId", another))
        .isProblem(409, "record-request-released");
    desk.does(held, "court-order", order()).isProblem(409, "record-request-released");
    desk.does(held, "subpoena", subpoena()).isProblem(409, "record-request-released");
    assertThat(desk.seen(held).at("/clientId")).isEqualTo(client.toString());
    assertThatThrownBy(
            () -> asRiverbend("update record_request set client_id = '" + another + "'", held.id()))
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("another client");
  }
}
