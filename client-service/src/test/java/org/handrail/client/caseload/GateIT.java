package org.handrail.client.caseload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.client.specialist.Roster.asked;
import static org.handrail.client.specialist.Roster.today;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.client.AtOnce;
import org.handrail.client.ClientService;
import org.handrail.client.specialist.Roster;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.Role;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.TokenIssuer;
import org.handrail.platform.scope.AgencyScope;
import org.handrail.platform.scope.Transactions;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nobody takes a place at a client's side against the roster. */
@HandrailIT
class GateIT {
  private final Roster here;
  private final Roster enforcing;
  private final Roster small;
  private final JdbcClient jdbc;
  private final Transactions transactions;

  GateIT(Api api, TokenIssuer tokens, JdbcClient jdbc, Transactions transactions) {
    here = new Roster(api, tokens, "quarryside");
    enforcing = new Roster(api, tokens, "stonebridge");
    small = new Roster(api, tokens, "thornbury");
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  private static void setting(Roster roster, String mode, int cap) {
    var path = "/api/specialists/settings";
    roster
        .admin()
        .put(path)
        .body(
            Map.of(
                "roster",
                mode,
                "caseloadCap",
                cap,
                "supervisionMinutes",
                60,
                "zone",
                "America/New_York"))
        .ifMatch(roster.admin().get(path).send().isOk())
        .send()
        .isOk();
  }

  @Test
  @Proves("CERT-2")
  void whoseCertificationHasLapsedTakesNobodyNewAndKeepsWhomTheyHave() {
    var gus = here.joins("gus");
    here.begins(gus, "icrc-pr", today().minusYears(3)).isCreated();
    var client = here.registers(here.peer("gus"), "Kit");
    var other = here.registers(here.peer("hal"), "Lou");
    var credential =
        here.supervisor()
            .get("/api/specialists/{id}/credentials", gus)
            .send()
            .isOk()
            .json()
            .at("/items/0/id")
            .asString();
    var one =
        here.supervisor()
            .get("/api/specialists/{s}/credentials/{id}", gus, credential)
            .send()
            .isOk();
    here.attests("gus", one, today()).isCreated();
    here.step(one, "certified", today().minusMonths(24)).isOk();

    here.registered(here.peer("gus"), "Mia").isProblem(409, "credential-not-valid");
    here.assigns(here.peer("hal"), other, "gus").isProblem(409, "credential-not-valid");
    here.peer("gus").get("/api/clients/{id}", client).send().isOk();
    var caseload =
        here.supervisor().get("/api/specialists/{id}/caseload", gus).send().isOk().json();
    assertThat(caseload.at("/supervised").asBoolean()).isTrue();
    assertThat(caseload.at("/clients")).hasSize(1);

    here.attests("gus", one, today()).isCreated();
    here.step(one, "reinstated", today()).isOk();
    here.assigns(here.peer("hal"), other, "gus").isCreated();
    here.step(one, "revoked", today()).isOk();
    here.registered(here.peer("gus"), "Mia").isProblem(409, "credential-not-valid");
  }

  @Test
  @Proves("CERT-2")
  void anAgencyMayLetNobodyInWhoIsNotOnItsRoster() {
    setting(enforcing, "enforced", 15);
    enforcing.registered(enforcing.peer("ike"), "Nia").isProblem(409, "not-on-roster");
    var ike = enforcing.joins("ike");
    enforcing.registered(enforcing.peer("ike"), "Nia").isProblem(409, "credential-missing");
    enforcing.begins(ike, "icrc-pr", today()).isCreated();
    var client = enforcing.registers(enforcing.peer("ike"), "Nia");
    enforcing.assigns(enforcing.peer("ike"), client, "jan").isProblem(409, "not-on-roster");
    // The client's own sign-in is no place on a roster.
    enforcing.signsIn(enforcing.peer("ike"), client, "nia");
  }

  @Test
  @Proves("R22")
  void nobodyCarriesMoreThanTheCapUnlessASupervisorKnows() {
    setting(small, "advisory", 2);
    var kim = small.joins("kim");
    var path = "/api/specialists/" + kim;
    var kims = small.peer("kim");
    var first = small.registers(kims, "Ona");
    small.registers(kims, "Pam");
    small.registered(kims, "Quy").isProblem(409, "caseload-full");
    // A backup is not the first at the client's side.
    small.assigns(small.peer("lea"), small.registers(small.peer("lea"), "Ray"), "kim").isCreated();

    var raise = Map.of("extra", 1, "until", today().toString(), "words", "Until Lea is back");
    small
        .as("kim", Role.SUPERVISOR)
        .post(path + "/cap-raises")
        .body(raise)
        .send()
        .isProblem(409, "own-cap");
    kims.post(path + "/cap-raises").body(raise).send().isProblem(403, "role-not-allowed");
    small
        .supervisor()
        .post(path + "/cap-raises")
        .body(Map.of("extra", 1, "until", today().minusDays(2).toString(), "words", "late"))
        .send()
        .isProblem(400, "invalid")
        .hasFault("/until", "in-past");
    small.supervisor().post(path + "/cap-raises").body(raise).send().isCreated();
    small.registers(kims, "Quy");
    small.registered(kims, "Sam").isProblem(409, "caseload-full");

    // What a client wants is not refused; a supervisor learns of it.
    kims.post("/api/clients/{id}/contact-rhythm", first)
        .body(Map.of("cadence", "hourly"))
        .send()
        .isProblem(400, "invalid")
        .hasFault("/cadence", "unknown");
    kims.post("/api/clients/{id}/contact-rhythm", first)
        .body(Map.of("cadence", "daily"))
        .send()
        .isProblem(400, "invalid")
        .hasFault("/act", "missing");
    kims.post("/api/clients/{id}/contact-rhythm", first)
        .body(Map.of("cadence", "daily", "act", ClientService.act()))
        .send()
        .isOk();
    kims.post("/api/clients/{id}/contact-rhythm", first)
        .body(
            Map.of(
                "cadence",
                "quarterly",
                "act",
                ClientService.act(Instant.parse("2026-01-01T10:00:00Z"))))
        .send()
        .isProblem(400, "invalid")
        .hasFault("/act/at", "before-wish");
    var rhythm = kims.get("/api/clients/{id}/contact-rhythm", first).send().isOk();
    assertThat(rhythm.at("/cadence")).isEqualTo("daily");
    assertThat(rhythm.at("/act/kind")).isEqualTo("in-person");
    assertThat(rhythm.at("/choices/0")).isEqualTo("daily");
    assertThat(asked("caseload-over-cap", kim, 1)).containsExactly("supervisor");
    var caseload = kims.get(path + "/caseload").send().isOk().json();
    assertThat(caseload.at("/carried").asDouble()).isEqualTo(5);
    assertThat(caseload.at("/cap").asDouble()).isEqualTo(3);
    small.admin().get(path + "/caseload").send().isProblem(403, "role-not-allowed");
    small.peer("lea").get(path + "/caseload").send().isNotFound();
  }

  @Test
  @Proves("R22")
  void whoHasLeftTakesNoPlaceUntilTheyComeBack() {
    setting(small, "advisory", 2);
    var ned = small.joins("ned");
    var neds = small.peer("ned");
    var gone = small.registers(neds, "Wyn");
    var episode = small.opensEpisode(neds, gone).isCreated();
    small.registers(neds, "Xan");
    small.registered(neds, "Yul").isProblem(409, "caseload-full");
    small.ends(neds, gone, episode);

    var caseload = neds.get("/api/specialists/{id}/caseload", ned).send().isOk().json();
    assertThat(caseload.at("/carried").asDouble()).isEqualTo(1);
    assertThat(caseload.at("/clients")).hasSize(1);
    var last = small.registers(neds, "Yul");
    small.opensEpisode(neds, last).isCreated();
    small.opensEpisode(neds, gone).isProblem(409, "caseload-full");
    small
        .supervisor()
        .post("/api/specialists/{id}/cap-raises", ned)
        .body(Map.of("extra", 1, "until", today().toString(), "words", "Wyn is back"))
        .send()
        .isCreated();
    small.opensEpisode(neds, gone).isCreated();
    small.registered(neds, "Zia").isProblem(409, "caseload-full");
  }

  @Test
  @Proves("R22")
  void ofTwoWhoWouldTakeTheLastPlaceOneDoes() throws Exception {
    setting(small, "advisory", 2);
    small.joins("mel");
    small.registers(small.peer("mel"), "Tia");
    assertThat(
            AtOnce.meetBefore(
                "assignment",
                () -> small.registered(small.peer("mel"), "Una").status(),
                () -> small.registered(small.peer("mel"), "Val").status()))
        .containsExactlyInAnyOrder(201, 409);
  }

  @Test
  void whoHasLeftIsOnNoRosterUntilTheyComeBack() {
    var pax = here.joins("pax");
    here.supervisor().post("/api/specialists/{id}/departure", pax).send().hasStatus(204);
    here.registered(here.peer("pax"), "Yul").isProblem(409, "not-on-roster");
    assertThat(here.joins("pax")).isEqualTo(pax);
    here.registers(here.peer("pax"), "Yul");
  }

  @Test
  @Proves("R22")
  void whoHasLeftLeavesNoSecondTimeAndIsGivenNoLeaveAndNoHigherCap() {
    var path = "/api/specialists/" + here.joins("roz");
    here.supervisor().post(path + "/departure").send().hasStatus(204);
    here.supervisor().post(path + "/departure").send().isProblem(409, "not-on-roster");
    here.supervisor()
        .post(path + "/cap-raises")
        .body(raise())
        .send()
        .isProblem(409, "not-on-roster");
    here.supervisor().post(path + "/leave").body(Map.of()).send().isProblem(409, "not-on-roster");
  }

  @Test
  @Proves("R22")
  void whoComesBackToTheRosterIsThereAndCarriesWhatEverybodyDoes() {
    var path = "/api/specialists/" + here.joins("ugo");
    here.supervisor().post(path + "/cap-raises").body(raise()).send().isCreated();
    var before = here.peer("ugo").post(path + "/leave").body(Map.of()).send().isCreated();
    assertThat(before.json().at("/away").asBoolean()).isTrue();
    assertThat(before.json().at("/cap").asInt()).isEqualTo(20);
    here.supervisor().post(path + "/departure").send().hasStatus(204);

    here.joins("ugo");

    var again = here.peer("ugo").get(path + "/caseload").send().isOk();
    assertThat(again.json().at("/away").asBoolean(true)).isFalse();
    assertThat(again.json().at("/cap").asInt()).isEqualTo(15);
    here.supervisor().post(path + "/return").send().isProblem(409, "not-away");
    var raised = here.supervisor().post(path + "/cap-raises").body(raise()).send().isCreated();
    assertThat(raised.json().at("/cap").asInt()).isEqualTo(20);
  }

  private static Map<String, Object> raise() {
    return Map.of("extra", 5, "until", today().plusDays(30).toString(), "words", "Winter shelter");
  }

  @Test
  @Proves("R18")
  void whoKnowsSomebodyOtherwiseCannotTakeThePlaceAndNobodyElseLearnsWhy() {
    here.joins("quin");
    here.joins("rory");
    var quins = here.peer("quin");
    var path = "/api/specialists/me/dual-relationships";
    quins.post(path).body(Map.of("name", "ZOE   brook")).send().isCreated();
    quins.post(path).body(Map.of()).send().isProblem(400, "invalid");
    var zoe = here.registers(here.peer("rory"), "Zoe");
    var conflict =
        here.assigns(here.peer("rory"), zoe, "quin").isProblem(409, "specialist-unavailable");
    var rory = here.supervisor().get("/api/specialists").send().isOk();
    assertThat(rory.text()).doesNotContain("dual");

    // The same answer as for somebody who takes nobody new.
    var stan = here.joins("stan");
    here.peer("stan")
        .put("/api/specialists/{id}/offers", stan)
        .body(Map.of("takesNew", false))
        .ifMatch(1)
        .send()
        .isOk();
    var busy =
        here.assigns(here.peer("rory"), zoe, "stan").isProblem(409, "specialist-unavailable");
    assertThat(withoutTrace(conflict.text())).isEqualTo(withoutTrace(busy.text()));

    // Nor does the declaration tell the specialist who is a client.
    var stranger = Map.of("clientId", zoe);
    quins.post(path).body(stranger).send().isNotFound();
    here.registered(quins, "Zoe").isProblem(409, "specialist-unavailable");
    here.registers(quins, "Zack");
    assertThat(quins.get(path).send().isOk().json().at("/items")).hasSize(1);
    assertThat(here.peer("rory").get(path).send().isOk().json().at("/items")).isEmpty();

    var mine = "select count(*) from dual_relationship";
    assertThat(countAs("quin", mine)).isEqualTo(1);
    for (var somebody : List.of("rory", "sol", "ada")) {
      assertThat(countAs(somebody, mine)).as(somebody).isZero();
    }
  }

  @Test
  @Proves("R18")
  void whoKnowsSomebodyByAnotherRecordOfTheirsCannotTakeThePlaceEither() {
    here.joins("tom");
    here.joins("ula");
    here.peer("tom")
        .post("/api/specialists/me/dual-relationships")
        .body(Map.of("name", "Xenia Brook"))
        .send()
        .isCreated();
    var merged = here.registers(here.peer("ula"), "Xenia");
    var surviving = here.registers(here.peer("ula"), "Xena");
    here.supervisor()
        .post("/api/clients/{id}/merge", merged)
        .body(Map.of("into", surviving))
        .send()
        .isCreated();
    here.assigns(here.peer("ula"), surviving, "tom").isProblem(409, "specialist-unavailable");
    here.supervisor().delete("/api/clients/{id}/merge", merged).send().hasStatus(204);
    here.assigns(here.peer("ula"), surviving, "tom").isCreated();
  }

  @Test
  @Proves("R22")
  void theRhythmThatSomebodyChoseLastHoldsOverTheirRecords() {
    var zev = here.joins("zev");
    var zevs = here.peer("zev");
    var merged = here.registers(zevs, "Uri");
    var surviving = here.registers(zevs, "Uri");
    for (var chosen : List.of(List.of(surviving, "monthly"), List.of(merged, "daily"))) {
      zevs.post("/api/clients/{id}/contact-rhythm", chosen.getFirst())
          .body(Map.of("cadence", chosen.getLast(), "act", ClientService.act()))
          .send()
          .isOk();
    }
    var merge = "/api/clients/" + merged + "/merge";
    here.supervisor().post(merge).body(Map.of("into", surviving)).send().isCreated();
    assertThat(rhythm(zevs, surviving)).isEqualTo("daily");
    assertThat(
            zevs.get("/api/specialists/{id}/caseload", zev).send().isOk().at("/clients/0/cadence"))
        .isEqualTo("daily");
    here.supervisor().delete(merge).send().hasStatus(204);
    assertThat(rhythm(zevs, surviving)).isEqualTo("monthly");
  }

  private static String rhythm(Api person, UUID client) {
    return person.get("/api/clients/{id}/contact-rhythm", client).send().isOk().at("/cadence");
  }

  private long countAs(String name, String sql) {
    return AgencyScope.as(new AgencyId("quarryside"), new SubjectId(here.subject(name)))
        .call(() -> transactions.reading(() -> jdbc.sql(sql).query(Long.class).single()));
  }

  private static String withoutTrace(String text) {
    return text.replaceAll("\"traceId\":\"[0-9a-f]{32}\"", "");
  }
}
