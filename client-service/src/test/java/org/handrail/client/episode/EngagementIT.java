package org.handrail.client.episode;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.handrail.client.Attentions;
import org.handrail.client.ClientService;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@HandrailIT
class EngagementIT {
  private final Api api;
  private final TokenIssuer tokens;
  private final ClientService service;
  private final Sweeping sweeping;
  private final SettableClock clock;
  private final JdbcClient jdbc;
  private final Transactions transactions;

  EngagementIT(
      Api api,
      TokenIssuer tokens,
      Sweeping sweeping,
      SettableClock clock,
      JdbcClient jdbc,
      Transactions transactions) {
    this.api = api;
    this.tokens = tokens;
    this.jdbc = jdbc;
    this.transactions = transactions;
    service = new ClientService(api, tokens);
    this.sweeping = sweeping;
    this.clock = clock;
  }

  @Test
  @Proves({"R23", "C1"})
  void notNowIsRespectedUntilTheDayThatTheClientNamed() {
    clock.set(Instant.parse("2026-11-20T10:00:00Z"));
    var id = service.registers("Tess");
    var path = "/api/clients/" + id;
    var maya = service.maya();
    maya.post(path + "/not-now")
        .body(Map.of("laterOkOn", "2026-11-20", "act", ClientService.act()))
        .send()
        .isProblem(400, "invalid")
        .hasFault("/laterOkOn", "in-past");
    maya.post(path + "/not-now")
        .body(Map.of("laterOkOn", "2026-12-01"))
        .send()
        .isProblem(400, "invalid")
        .hasFault("/act", "missing");
    var said =
        maya.post(path + "/not-now")
            .body(Map.of("laterOkOn", "2026-12-01", "act", ClientService.act()))
            .send()
            .isCreated();
    assertThat(said.at("/notNow/laterOkOn")).isEqualTo("2026-12-01");
    attempt(id, "2026-11-20T09:59:00Z", "specialist", "text", "not-reached")
        .isProblem(409, "not-now");

    clock.set(Instant.parse("2026-12-01T05:00:00Z"));
    sweeping.sweep();
    assertThat(Attentions.asked("re-offer-due", id).at("/subject").asString())
        .isEqualTo(TokenIssuer.subject("maya").value());
    attempt(id, "2026-12-01T05:00:00Z", "specialist", "text", "reached").isCreated();
  }

  @ParameterizedTest
  @Proves("R23")
  @CsvSource({
    "America/New_York, 2026-11-21T00:30:00Z, 2026-11-20, 2026-11-21, 2026-11-21T05:00:00Z",
    "America/New_York, 2027-03-15T00:30:00Z, 2027-03-14, 2027-03-15, 2027-03-15T04:00:00Z",
    "Pacific/Pago_Pago, 2026-11-21T10:30:00Z, 2026-11-20, 2026-11-21, 2026-11-21T11:00:00Z",
    "Pacific/Kiritimati, 2026-11-20T12:00:00Z, 2026-11-21, 2026-11-22, 2026-11-21T10:00:00Z",
    "America/Havana, 2027-03-13T12:00:00Z, 2027-03-13, 2027-03-14, 2027-03-14T05:00:00Z"
  })
  void theDayThatTheClientNamedBeginsWhenItDoesAtTheAgency(
      String zone, Instant now, LocalDate today, LocalDate tomorrow, Instant begins) {
    clock.set(now);
    var agency = new Roster(api, tokens, "days-" + UUID.randomUUID().toString().substring(0, 8));
    agency.moves(zone);
    var pua = agency.peer("pua");
    var id = service.registers(pua, "Tia");
    saysNotNow(pua, id, today).isProblem(400, "invalid").hasFault("/laterOkOn", "in-past");
    saysNotNow(pua, id, tomorrow).isCreated();

    clock.set(begins.minusMillis(1));
    sweeping.sweep();
    attempt(pua, id, clock.instant(), "specialist", "text", "reached").isProblem(409, "not-now");
    assertThat(waiting(agency.id(), id)).isEqualTo(1);

    clock.set(begins);
    sweeping.sweep();
    Attentions.asked("re-offer-due", id);
    attempt(pua, id, begins, "specialist", "text", "reached").isCreated();
  }

  @Test
  @Proves("R23")
  void nobodyForgetsToAskWhereTheDayBeginsLaterThanItDidWhenTheyNamedIt() {
    clock.set(Instant.parse("2026-11-20T10:00:00Z"));
    var agency = new Roster(api, tokens, "days-" + UUID.randomUUID().toString().substring(0, 8));
    var pua = agency.peer("pua");
    var id = service.registers(pua, "Tia");
    saysNotNow(pua, id, LocalDate.parse("2026-12-01")).isCreated();
    agency.moves("Pacific/Honolulu");
    clock.set(Instant.parse("2026-12-01T05:00:00Z"));
    sweeping.sweep();
    assertThat(waiting(agency.id(), id)).isEqualTo(1);
    clock.set(Instant.parse("2026-12-01T10:00:00Z"));
    sweeping.sweep();
    Attentions.asked("re-offer-due", id);
    assertThat(waiting(agency.id(), id)).isZero();
  }

  private static Answer saysNotNow(Api specialist, UUID id, LocalDate laterOkOn) {
    return specialist
        .post("/api/clients/{id}/not-now", id)
        .body(Map.of("laterOkOn", laterOkOn.toString(), "act", ClientService.act()))
        .send();
  }

  @Test
  @Proves("R23")
  void whatWasBeforeANotNowDoesNotLiftIt() {
    clock.set(Instant.parse("2026-11-20T10:00:00Z"));
    var id = service.registers("Tess");
    var path = "/api/clients/" + id;
    var maya = service.maya();
    var said = Map.of("kind", "phone", "at", "2026-11-20T09:00:00Z");
    maya.post(path + "/not-now")
        .body(Map.of("laterOkOn", "2027-02-01", "act", said))
        .send()
        .isCreated();

    attempt(id, "2026-11-10T09:00:00Z", "client", "in-person", "reached").isCreated();
    var older = Map.of("kind", "signed-paper", "at", "2026-11-16T09:00:00Z");
    var told =
        maya.post(path + "/not-now")
            .body(Map.of("laterOkOn", "2026-11-30", "act", older))
            .send()
            .isCreated();

    assertThat(told.at("/notNow/laterOkOn")).isEqualTo("2027-02-01");
    attempt(id, "2026-11-20T09:59:00Z", "specialist", "text", "not-reached")
        .isProblem(409, "not-now");
    clock.set(Instant.parse("2026-12-01T06:00:00Z"));
    sweeping.sweep();
    assertThat(waiting("riverbend", id)).isEqualTo(1);
  }

  @Test
  @Proves("R23")
  void whatIsTypedOfBeforeRemindsOfAPassedDayNoMore() {
    clock.set(Instant.parse("2026-11-20T10:00:00Z"));
    var id = service.registers("Tess");
    saysNotNow(service.maya(), id, LocalDate.parse("2026-12-01")).isCreated();
    clock.set(Instant.parse("2026-12-01T05:00:00Z"));
    sweeping.sweep();
    assertThat(waiting(id)).isZero();

    attempt(id, "2026-10-30T09:00:00Z", "client", "in-person", "reached").isCreated();
    assertThat(waiting(id)).isZero();
  }

  @Test
  @Proves("R23")
  void ofTheOtherRecordsDayTheyAreRemindedOnce() {
    clock.set(Instant.parse("2026-11-20T10:00:00Z"));
    var merged = service.registers("Xia");
    var surviving = service.registers("Xia");
    saysNotNow(service.maya(), merged, LocalDate.parse("2026-12-01")).isCreated();
    service.merges(merged, surviving).isCreated();

    attempt(surviving, "2026-10-30T09:00:00Z", "client", "in-person", "reached").isCreated();
    assertThat(waiting(surviving)).isZero();
    assertThat(waiting(merged)).isEqualTo(1);
  }

  @Test
  @Proves("R23")
  void withoutADayNobodyAsksAndTheClientMayComeAnyTime() {
    clock.set(Instant.parse("2026-11-20T10:00:00Z"));
    var id = service.registers("Uma");
    service
        .maya()
        .post("/api/clients/{id}/not-now", id)
        .body(Map.of("act", ClientService.act()))
        .send()
        .isCreated();
    clock.set(Instant.parse("2027-11-20T10:00:00Z"));
    attempt(id, "2027-11-20T09:00:00Z", "specialist", "text", "reached").isProblem(409, "not-now");
    var came = attempt(id, "2027-11-20T09:30:00Z", "client", "in-person", "reached").isCreated();
    assertThat(came.json().has("notNow")).isFalse();
    attempt(id, "2027-11-20T09:40:00Z", "specialist", "text", "reached").isCreated();
  }

  @Test
  @Proves("C1")
  void attemptsGoByTheWaysThatAreAllowedAndInACadence() {
    clock.set(Instant.parse("2026-11-20T10:00:00Z"));
    var id = service.registers("Vic");
    attempt(id, "2026-11-20T09:00:00Z", "specialist", "call", "not-reached")
        .isProblem(409, "way-not-allowed");
    attempt(id, "2026-11-21T09:00:00Z", "specialist", "text", "not-reached")
        .isProblem(400, "invalid")
        .hasFault("/at", "in-future");
    assertThat(
            attempt(id, "2026-11-20T09:00:00Z", "specialist", "text", "message-left")
                .isCreated()
                .json()
                .at("/inVain")
                .asInt())
        .isEqualTo(1);
    clock.set(Instant.parse("2026-11-22T10:00:01Z"));
    sweeping.sweep();
    Attentions.asked("attempt-due", id);
    var reached = attempt(id, "2026-11-22T10:00:00Z", "specialist", "visit", "reached").isCreated();
    assertThat(reached.json().at("/inVain").asInt()).isZero();
    var all = service.maya().get("/api/clients/{id}/attempts?limit=1", id).send().isOk();
    assertThat(all.at("/items/0/way")).isEqualTo("visit");
    assertThat(all.at("/next")).isEqualTo(all.at("/items/0/id"));
    service.paul().get("/api/clients/{id}/attempts", id).send().isNotFound();
    service.carl().get("/api/clients/{id}/engagement", id).send().isNotFound();
  }

  @Test
  @Proves("R23")
  void whatTheClientSaidHoldsAgainWhenItWasSomebodyElseWhoCame() {
    clock.set(Instant.parse("2026-11-20T10:00:00Z"));
    var id = service.registers("Ben");
    service
        .maya()
        .post("/api/clients/{id}/not-now", id)
        .body(Map.of("laterOkOn", "2026-12-01", "act", ClientService.act()))
        .send()
        .isCreated();
    attempt(id, "2026-11-20T09:00:00Z", "client", "in-person", "reached").isCreated();
    assertThat(engagement(id).json().has("notNow")).isFalse();
    var came = service.maya().get("/api/clients/{id}/attempts", id).send().isOk().at("/items/0/id");
    var path = "/api/clients/" + id + "/attempts/" + came + "/withdrawal";
    service.backedByPaul(service.maya(), id);
    service
        .paul()
        .post(path)
        .body(Map.of("reason", "wrong-person"))
        .send()
        .isProblem(409, "withdrawal-of-another");

    var left = service.maya().post(path).body(Map.of("reason", "wrong-person")).send().isOk();

    assertThat(left.at("/notNow/laterOkOn")).isEqualTo("2026-12-01");
    assertThat(
            service.maya().get("/api/clients/{id}/attempts", id).send().isOk().json().at("/items"))
        .isEmpty();
    attempt(id, "2026-11-20T09:30:00Z", "specialist", "text", "reached").isProblem(409, "not-now");
    clock.set(Instant.parse("2026-12-01T05:00:00Z"));
    sweeping.sweep();
    Attentions.asked("re-offer-due", id);
  }

  @Test
  @Proves("R23")
  void whoIsLetBeByMistakeBeyondTheirDayIsAskedOnceThatIsFound() {
    clock.set(Instant.parse("2026-11-20T10:00:00Z"));
    var merged = service.registers("Ben");
    var surviving = service.registers("Ben");
    saysNotNow(service.maya(), merged, LocalDate.parse("2026-12-01")).isCreated();
    service.merges(merged, surviving).isCreated();
    attempt(surviving, "2026-11-20T09:00:00Z", "client", "in-person", "reached").isCreated();
    clock.set(Instant.parse("2026-12-03T10:00:00Z"));
    sweeping.sweep();
    var attempts = "/api/clients/" + surviving + "/attempts";
    var came = service.maya().get(attempts).send().isOk().at("/items/0/id");
    service
        .maya()
        .post(attempts + "/" + came + "/withdrawal")
        .body(Map.of("reason", "wrong-person"))
        .send()
        .isOk();
    sweeping.sweep();
    Attentions.asked("re-offer-due", surviving);
  }

  @Test
  @Proves("R23")
  void whoseLastMistakenVisitIsTakenBackIsAskedOnceWhicheverWasWrittenDownFirst() {
    clock.set(Instant.parse("2026-11-20T10:00:00Z"));
    var id = service.registers("Ben");
    attempt(id, "2026-10-10T09:30:00Z", "client", "in-person", "reached").isCreated();
    saysNotNow(service.maya(), id, LocalDate.parse("2026-12-01")).isCreated();
    attempt(id, "2026-11-20T09:30:00Z", "client", "in-person", "reached").isCreated();
    clock.set(Instant.parse("2026-12-03T10:00:00Z"));
    attempt(id, "2026-12-02T09:30:00Z", "client", "call", "reached").isCreated();
    var attempts = "/api/clients/" + id + "/attempts";
    var listed = service.maya().get(attempts).send().isOk();
    takesBack(attempts, listed.at("/items/1/id"));
    sweeping.sweep();
    assertThat(Attentions.isAsked("re-offer-due", id)).as("they have come since").isFalse();

    clock.advance(Duration.ofMinutes(1));
    takesBack(attempts, listed.at("/items/0/id"));
    sweeping.sweep();
    Attentions.asked("re-offer-due", id);

    clock.advance(Duration.ofMinutes(1));
    takesBack(attempts, listed.at("/items/2/id"));
    assertThat(waitingFor("re-offer", id)).as("that was before they said it").isZero();
    attempt(id, "2026-12-02T09:30:00Z", "client", "call", "reached").isCreated();
    takesBack(attempts, service.maya().get(attempts).send().isOk().at("/items/0/id"));
    assertThat(waitingFor("re-offer", id)).as("they were asked about already").isZero();
  }

  private void takesBack(String attempts, String came) {
    service
        .maya()
        .post(attempts + "/" + came + "/withdrawal")
        .body(Map.of("reason", "wrong-person"))
        .send()
        .isOk();
  }

  private long waitingFor(String kind, UUID id) {
    return AgencyScope.as(new AgencyId("riverbend"))
        .call(
            () ->
                transactions.reading(
                    () ->
                        jdbc.sql("select count(*) from deadline where about = :id and kind = :kind")
                            .param("id", id)
                            .param("kind", kind)
                            .query(Long.class)
                            .single()));
  }

  @Test
  @Proves("C1")
  void whoWasTriedOnTheWrongRecordWasNotTried() {
    clock.set(Instant.parse("2026-11-20T10:00:00Z"));
    var id = service.registers("Ben");
    attempt(id, "2026-11-20T09:00:00Z", "specialist", "text", "not-reached").isCreated();
    var tried =
        service.maya().get("/api/clients/{id}/attempts", id).send().isOk().at("/items/0/id");
    var left =
        service
            .rosaTheSupervisor()
            .post("/api/clients/" + id + "/attempts/" + tried + "/withdrawal")
            .body(Map.of("reason", "did-not-happen"))
            .send()
            .isOk();
    assertThat(left.json().at("/inVain").asInt(1)).isZero();
  }

  @Test
  @Proves("R23")
  void notNowIsThePersonsWhicheverRecordTheySaidItOn() {
    clock.set(Instant.parse("2026-11-20T10:00:00Z"));
    var merged = service.registers("Xia");
    var surviving = service.registers("Xia");
    attempt(surviving, "2026-11-20T09:00:00Z", "specialist", "text", "not-reached").isCreated();
    service
        .maya()
        .post("/api/clients/{id}/not-now", merged)
        .body(Map.of("laterOkOn", "2026-12-01", "act", ClientService.act()))
        .send()
        .isCreated();
    service.merges(merged, surviving).isCreated();
    assertThat(engagement(surviving).at("/notNow/laterOkOn")).isEqualTo("2026-12-01");
    attempt(surviving, "2026-11-20T09:30:00Z", "specialist", "text", "reached")
        .isProblem(409, "not-now");

    // The try that is due meanwhile rests.
    clock.set(Instant.parse("2026-11-24T10:00:00Z"));
    sweeping.sweep();
    clock.set(Instant.parse("2026-12-01T05:00:00Z"));
    sweeping.sweep();
    assertThat(Attentions.about(surviving, 1)).containsExactly("re-offer-due " + maya());
    attempt(surviving, "2026-12-01T05:00:00Z", "specialist", "text", "reached").isCreated();
  }

  @Test
  @Proves("R23")
  void whoComesByThemselvesIsThereForAsLongAsTheirRecordsAreMerged() {
    clock.set(Instant.parse("2026-11-20T10:00:00Z"));
    var merged = service.registers("Yan");
    var surviving = service.registers("Yan");
    service
        .maya()
        .post("/api/clients/{id}/not-now", merged)
        .body(Map.of("act", ClientService.act()))
        .send()
        .isCreated();
    service.merges(merged, surviving).isCreated();
    clock.set(Instant.parse("2026-11-21T10:00:00Z"));
    attempt(surviving, "2026-11-21T09:00:00Z", "client", "in-person", "reached").isCreated();
    assertThat(engagement(surviving).json().has("notNow")).isFalse();
    attempt(surviving, "2026-11-21T09:30:00Z", "specialist", "text", "reached").isCreated();
    service.rosaTheSupervisor().delete("/api/clients/{id}/merge", merged).send().hasStatus(204);
    assertThat(engagement(merged).json().has("notNow")).isTrue();
  }

  private Answer engagement(UUID id) {
    return service.maya().get("/api/clients/{id}/engagement", id).send().isOk();
  }

  private static String maya() {
    return TokenIssuer.subject("maya").value();
  }

  private long waiting(UUID id) {
    return waiting("riverbend", id);
  }

  private long waiting(String agency, UUID id) {
    return AgencyScope.as(new AgencyId(agency))
        .call(
            () ->
                transactions.reading(
                    () ->
                        jdbc.sql("select count(*) from deadline where about = :id")
                            .param("id", id)
                            .query(Long.class)
                            .single()));
  }

  private Answer attempt(UUID id, String at, String initiative, String way, String outcome) {
    return attempt(service.maya(), id, Instant.parse(at), initiative, way, outcome);
  }

  private static Answer attempt(
      Api specialist, UUID id, Instant at, String initiative, String way, String outcome) {
    return specialist
        .post("/api/clients/{id}/attempts", id)
        .body(Map.of("at", at.toString(), "initiative", initiative, "way", way, "outcome", outcome))
        .send();
  }
}
