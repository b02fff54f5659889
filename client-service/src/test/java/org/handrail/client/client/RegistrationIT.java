package org.handrail.client.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.handrail.client.AtOnce;
import org.handrail.client.ClientService;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.TokenIssuer;
import org.handrail.platform.scope.AgencyScope;
import org.handrail.platform.scope.Transactions;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@HandrailIT
class RegistrationIT {
  private final ClientService service;
  private final JdbcClient jdbc;
  private final Transactions transactions;

  RegistrationIT(Api api, TokenIssuer tokens, JdbcClient jdbc, Transactions transactions) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    service = new ClientService(api, tokens);
  }

  @Test
  @Proves("P2-APP-1")
  void everyRecordIsUnderPart2AndNothingSaysOtherwise() {
    var registered =
        service.maya().post("/api/clients").body(Map.of("nameToUse", "Ana")).send().isCreated();
    assertThat(registered.json().at("/part2").asBoolean()).isTrue();
    assertThat(registered.at("/status")).isEqualTo("registered");
    assertThat(registered.at("/relation")).isEqualTo("primary");
    assertThat(registered.header("Location")).isEqualTo("/api/clients/" + registered.id());
    service
        .maya()
        .post("/api/clients")
        .body(Map.of("nameToUse", "Ana", "part2", false))
        .send()
        .isProblem(400, "invalid")
        .hasFault("/part2", "unknown-field");
  }

  @Test
  void contactIsOffUntilTheClientSaysSo() {
    var contact =
        service
            .maya()
            .post("/api/clients")
            .body(Map.of("nameToUse", "Ana", "contact", Map.of("phone", "555-0100")))
            .send()
            .isCreated()
            .json()
            .at("/contact");
    for (var channel : List.of("call", "text", "leaveMessage", "sendEmail")) {
      assertThat(contact.at("/" + channel).asBoolean()).as(channel).isFalse();
    }
  }

  @Test
  @Proves("P2-NPP-1")
  void anEnrolmentBecomesActiveWithNoticeAndAgreementOnly() {
    var id = service.registers("Nora");
    var path = "/api/clients/" + id;
    var maya = service.maya();

    maya.post(path + "/enrollment")
        .ifMatch(maya.get(path).send())
        .send()
        .isProblem(409, "notice-missing");
    var notice =
        maya.post(path + "/notices")
            .body(
                Map.of(
                    "version",
                    "2026-02",
                    "language",
                    "en",
                    "medium",
                    "paper",
                    "act",
                    ClientService.act()))
            .send()
            .isCreated();
    assertThat(notice.at("/notice/version")).isEqualTo("2026-02");
    assertThat(notice.at("/notice/language")).isEqualTo("en");
    assertThat(notice.at("/notice/medium")).isEqualTo("paper");
    assertThat(notice.at("/notice/givenAt")).isEqualTo("2026-11-01T10:00:00Z");
    assertThat(notice.at("/notice/givenBy")).isEqualTo(TokenIssuer.subject("maya").value());
    maya.post(path + "/enrollment").ifMatch(notice).send().isProblem(409, "agreement-missing");

    var agreement =
        maya.post(path + "/agreements")
            .body(Map.of("version", "2026-02", "act", ClientService.act()))
            .send()
            .isCreated();
    maya.post(path + "/enrollment").ifMatch(notice).send().isProblem(412, "version-conflict");
    maya.post(path + "/enrollment").send().isProblem(428, "precondition-required");
    var enrolled = maya.post(path + "/enrollment").ifMatch(agreement).send().isOk();
    assertThat(enrolled.at("/status")).isEqualTo("active");
    maya.post(path + "/enrollment").ifMatch(enrolled).send().isProblem(409, "already-enrolled");
  }

  @Test
  void aNoticeWithoutOneOfItsFactsIsRefused() {
    var path = "/api/clients/" + service.registers("Nell") + "/notices";
    var whole =
        Map.of(
            "version", "2026-02", "language", "en", "medium", "paper", "act", ClientService.act());
    for (var fact : whole.keySet()) {
      var lacking = new HashMap<String, Object>(whole);
      lacking.remove(fact);
      service
          .maya()
          .post(path)
          .body(lacking)
          .send()
          .isProblem(400, "invalid")
          .hasFault("/" + fact, "missing");
    }
  }

  @Test
  @Proves({"P2-QSO-1", "P2-QSO-2"})
  void onlyThoseAtTheClientsSideSeeThem() {
    var path = "/api/clients/" + service.registers("Quinn");
    service.maya().get(path).send().isOk();
    assertThat(service.rosaTheSupervisor().get(path).send().isOk().at("/relation"))
        .isEqualTo("supervisor");
    for (var stranger : List.of(service.paul(), service.carl(), service.ana())) {
      stranger.get(path).send().isNotFound();
    }
    for (var stranger : List.of(service.paul(), service.carl())) {
      stranger
          .post(path + "/agreements")
          .body(Map.of("version", "2026-02", "act", ClientService.act()))
          .send()
          .isNotFound();
      stranger.post(path + "/enrollment").ifMatch(1).send().isNotFound();
    }
    service.hana().get(path).send().isProblem(403, "role-not-allowed");
  }

  @Test
  void aBackupSeesTheClientToo() {
    var bo = service.registers("Bo");
    var path = "/api/clients/" + bo;
    service.backedByPaul(service.maya(), bo);
    assertThat(service.paul().get(path).send().isOk().at("/relation")).isEqualTo("backup");

    var place = path + "/assignments/";
    service.carl().delete(place + TokenIssuer.subject("paul")).send().isNotFound();
    service
        .maya()
        .delete(place + TokenIssuer.subject("maya"))
        .send()
        .isProblem(409, "primary-stays");
    service.maya().delete(place + TokenIssuer.subject("paul")).send().hasStatus(204);
    service.paul().get(path).send().isNotFound();
    service.maya().delete(place + TokenIssuer.subject("paul")).send().isNotFound();
  }

  @Test
  void theClientSeesTheirOwnRecordAndNoOther() {
    var mine = service.registers("Ana");
    var other = service.registers("Ben");
    service.hasOwnSignIn(mine, "ana");
    var ana = service.client("ana");
    assertThat(ana.get("/api/clients/{id}", mine).send().isOk().at("/relation")).isEqualTo("self");
    ana.get("/api/clients/{id}", other).send().isNotFound();
    assertThat(ana.get("/api/clients").send().isOk().json().at("/items").valueStream())
        .extracting(item -> item.at("/id").asString())
        .containsExactly(mine.toString());
  }

  @Test
  @Proves("P2-APP-2")
  void theDuplicateCheckKnowsOnlyTheSpecialistsOwnClients() {
    var id = service.registers("Dana");
    var again = Map.of("nameToUse", "D.", "legalName", "DANA  brook", "dateOfBirth", "1990-05-17");
    var known =
        service.maya().post("/api/clients").body(again).send().isProblem(409, "client-known");
    assertThat(known.at("/clientId")).isEqualTo(id.toString());
    for (var other : List.of(service.paul(), service.carl())) {
      other.post("/api/clients").body(again).send().isCreated();
    }
    var another = new HashMap<String, Object>(again);
    another.put("anotherPerson", true);
    service.maya().post("/api/clients").body(another).send().isCreated();
  }

  @Test
  void ofTwoWhoRegisterSomebodyAtOnceTheLaterFindsTheEarlier() throws Exception {
    var somebody =
        Map.of(
            "nameToUse",
            "Tw",
            "legalName",
            UUID.randomUUID() + " Lund",
            "dateOfBirth",
            "1971-03-04");
    Callable<Answer> registers = () -> service.maya().post("/api/clients").body(somebody).send();
    var answers = AtOnce.meetBefore("client", registers, registers);
    assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(201, 409);
    var earlier = answers.stream().filter(it -> it.status() == 201).findFirst().orElseThrow();
    var later = answers.stream().filter(it -> it.status() == 409).findFirst().orElseThrow();
    assertThat(later.isProblem(409, "client-known").at("/clientId"))
        .isEqualTo(earlier.id().toString());
  }

  @Test
  void listsByPages() {
    var lila = service.registers("Lila");
    var page = service.maya().get("/api/clients?limit=1").send().isOk();
    assertThat(page.json().at("/items")).hasSize(1);
    var seen = new ArrayList<String>();
    String next = "";
    do {
      page = service.maya().get("/api/clients?limit=2" + next).send().isOk();
      page.json().at("/items").forEach(item -> seen.add(item.at("/id").asString()));
      next = "&after=" + page.at("/next");
    } while (!page.at("/next").isEmpty());
    assertThat(seen).doesNotHaveDuplicates().contains(lila.toString());
    assertThat(service.carl().get("/api/clients").send().isOk().text())
        .doesNotContain(lila.toString());
  }

  @Test
  @Proves("P2-APP-2")
  void aColleaguesClientIsNoPlaceInTheListToGoOnFrom() {
    var ofMaya = service.registers("Lena");
    service.registers(service.paul(), "Leon");
    var unknown = service.paul().get("/api/clients?after=" + UUID.randomUUID()).send().isOk();
    assertThat(service.paul().get("/api/clients?after=" + ofMaya).send().isOk().text())
        .isEqualTo(unknown.text());
  }

  @Test
  @Proves("P2-APP-1")
  void theDatabaseKnowsNoRecordThatIsNotUnderPart2() {
    assertThat(keeps(true)).isEqualTo(1);
    assertThatThrownBy(() -> keeps(false))
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("client_part2_check");
  }

  private int keeps(boolean underPart2) {
    return AgencyScope.as(new AgencyId("riverbend"))
        .call(
            () ->
                transactions.inTransaction(
                    () ->
                        jdbc.sql(
                                """
                                insert into client (agency, id, status, name_to_use, languages, contact, part2, registered_at,
                                  registered_by, version)
                                values ('riverbend', gen_random_uuid(), 'registered', 'Pat', '{}', '{}', :part2, now(), 'maya', 1)
                                """)
                            .param("part2", underPart2)
                            .update()));
  }

  @Test
  void tellsOtherServicesWhoIsWhatToWhom() {
    var id = service.registers("Asa");
    var plan =
        service
            .referralService()
            .get("/internal/assignments/{id}", id)
            .header("Handrail-On-Behalf-Of-Subject", TokenIssuer.subject("maya").value())
            .header("Handrail-On-Behalf-Of-Agency", "riverbend");
    assertThat(plan.send().isOk().at("/relation")).isEqualTo("primary");
    plan.header("Handrail-On-Behalf-Of-Subject", TokenIssuer.subject("paul").value())
        .send()
        .isNotFound();
    plan.header("Handrail-On-Behalf-Of-Agency", "cedarhouse").send().isNotFound();
    var supervised =
        service
            .referralService()
            .get("/internal/assignments/{id}?supervisor=true", id)
            .header("Handrail-On-Behalf-Of-Subject", TokenIssuer.subject("rosa").value());
    assertThat(
            supervised
                .header("Handrail-On-Behalf-Of-Agency", "riverbend")
                .send()
                .isOk()
                .at("/relation"))
        .isEqualTo("supervisor");
    supervised.header("Handrail-On-Behalf-Of-Agency", "cedarhouse").send().isNotFound();
    service
        .maya()
        .get("/internal/assignments/{id}", UUID.randomUUID())
        .send()
        .isProblem(403, "role-not-allowed");
  }
}
