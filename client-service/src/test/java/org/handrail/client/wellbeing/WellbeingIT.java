package org.handrail.client.wellbeing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.client.specialist.Roster.ZONE;
import static org.handrail.client.specialist.Roster.asked;
import static org.handrail.client.specialist.Roster.today;
import static org.handrail.platform.caller.Role.AGENCY_ADMIN;
import static org.handrail.platform.caller.Role.INTAKE_COORDINATOR;
import static org.handrail.platform.caller.Role.PEER_SPECIALIST;
import static org.handrail.platform.caller.Role.SUPERVISOR;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.client.specialist.Roster;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.deadline.Sweeping;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.SettableClock;
import org.handrail.platform.fixtures.TokenIssuer;
import org.handrail.platform.scope.AgencyScope;
import org.handrail.platform.scope.Transactions;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Care for those who walk along. */
@HandrailIT
class WellbeingIT {
  private static final AgencyId AGENCY = new AgencyId("yarrowdale");

  private final Roster here;
  private final Roster there;
  private final JdbcClient jdbc;
  private final Transactions transactions;
  private final Sweeping sweeping;
  private final SettableClock clock;

  WellbeingIT(
      Api api,
      TokenIssuer tokens,
      JdbcClient jdbc,
      Transactions transactions,
      Sweeping sweeping,
      SettableClock clock) {
    here = new Roster(api, tokens, AGENCY.value());
    there = new Roster(api, tokens, "mossbank");
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.sweeping = sweeping;
    this.clock = clock;
  }

  private long countAs(String name, String table) {
    return AgencyScope.as(AGENCY, new SubjectId(here.subject(name)))
        .call(
            () ->
                transactions.reading(
                    () -> jdbc.sql("select count(*) from " + table).query(Long.class).single()));
  }

  @Test
  @Proves("R22")
  void nobodyElseCanOpenSomebodysNotebook() {
    var abe = here.joins("abe");
    var before = here.supervisor().get("/api/specialists/{id}", abe).send().isOk();
    var path = "/api/specialists/me/wellness";
    var entry =
        Map.of("kind", "return-to-use", "feelings", Map.of("sleep", 2), "words", "A hard weekend");
    var written = here.peer("abe").post(path).body(entry).send().isCreated();
    assertThat(written.json().at("/support")).hasSize(2);
    here.peer("abe")
        .put("/api/specialists/me/wellness-plan")
        .body(Map.of("sections", Map.of("what helps", "My sister")))
        .ifMatch(0)
        .send()
        .isOk();
    assertThat(here.peer("abe").get(path).send().isOk().at("/items/0/words"))
        .isEqualTo("A hard weekend");

    for (var other :
        List.of(
            here.supervisor(),
            here.peer("ben"),
            here.as("ada", AGENCY_ADMIN, SUPERVISOR),
            there.as("abe", PEER_SPECIALIST))) {
      assertThat(other.get(path).send().isOk().json().at("/items")).isEmpty();
      assertThat(other.get("/api/specialists/me/wellness-plan").send().isOk().text())
          .doesNotContain("sister");
      other.delete(path + "/" + written.id()).send().isNotFound();
    }
    here.admin().get(path).send().isProblem(403, "role-not-allowed");
    for (var table : List.of("wellness_entry", "wellness_plan")) {
      assertThat(countAs("abe", table)).as(table).isEqualTo(1);
      for (var other : List.of("sol", "ada", "ben")) {
        assertThat(countAs(other, table)).as(table + " as " + other).isZero();
      }
      var asTheAgency =
          AgencyScope.as(AGENCY)
              .call(
                  () ->
                      transactions.reading(
                          () ->
                              jdbc.sql("select count(*) from " + table)
                                  .query(Long.class)
                                  .single()));
      assertThat(asTheAgency).as(table + " as the agency").isZero();
    }

    // It changes nothing anywhere else.
    assertThat(here.supervisor().get("/api/specialists/{id}", abe).send().isOk().text())
        .isEqualTo(before.text());
    here.registers(here.peer("abe"), "Cy");
    here.peer("abe").delete(path + "/" + written.id()).send().hasStatus(204);
    assertThat(countAs("abe", "wellness_entry")).isZero();
  }

  @Test
  @Proves("R22")
  void whoIsAskedForATalkHearsThatAndNothingMore() {
    var path = "/api/specialists/me/wellness";
    here.peer("cal")
        .post(path)
        .body(Map.of("kind", "note", "words", "secret", "talkTo", here.subject("cal")))
        .send()
        .isProblem(400, "invalid")
        .hasFault("/talkTo", "oneself");
    // Nobody shall believe to have been heard by somebody who is not there.
    here.peer("cal")
        .post(path)
        .body(Map.of("kind", "note", "words", "secret", "talkTo", "nobody-at-all"))
        .send()
        .isProblem(409, "colleague-unknown");
    assertThat(here.peer("cal").get(path).send().isOk().json().at("/items")).isEmpty();
    here.peer("dot").get("/api/clients").send().isOk();
    here.peer("cal")
        .post(path)
        .body(Map.of("kind", "note", "words", "secret", "talkTo", here.subject("dot")))
        .send()
        .isCreated();
    var talks = here.peer("dot").get("/api/specialists/me/talks").send().isOk();
    assertThat(talks.at("/items/0/from")).isEqualTo(here.subject("cal"));
    assertThat(talks.text()).doesNotContain("secret");
    var talk = UUID.fromString(talks.at("/items/0/id"));
    assertThat(asked("asks-for-a-talk", talk, 1)).containsExactly(here.subject("dot"));
    assertThat(here.supervisor().get("/api/specialists/me/talks").send().json().at("/items"))
        .isEmpty();
    assertThat(countAs("sol", "asked_talk")).isZero();
  }

  @Test
  void aPlanOfOnesOwnChangesWithItsVersion() {
    var path = "/api/specialists/me/wellness-plan";
    var first = here.peer("dan").get(path).send().isOk();
    assertThat(first.etag()).isEqualTo("\"0\"");
    var body = Map.of("sections", Map.of("signs", "I stop calling"));
    here.peer("dan").put(path).body(body).ifMatch(first).send().isOk();
    here.peer("dan").put(path).body(body).ifMatch(first).send().isProblem(412, "version-conflict");
    here.peer("dan").put(path).body(body).send().isProblem(428, "precondition-required");
    here.peer("dan")
        .post("/api/specialists/me/wellness")
        .body(Map.of("kind", "check", "feelings", Map.of("sleep", 6)))
        .send()
        .isProblem(400, "invalid");
  }

  @Test
  @Proves("R22")
  void supervisionIsAboutTheSpecialistAndNamesNoClient() {
    var eli = here.joins("eli");
    here.registers(here.peer("eli"), "Gwen");
    var path = "/api/specialists/" + eli + "/supervision-sessions";
    var held = Instant.now().minus(Duration.ofHours(2)).truncatedTo(ChronoUnit.SECONDS).toString();
    for (var notes :
        List.of("About " + UUID.randomUUID(), "Talked of GWEN  brook's housing", "gwen brook")) {
      here.supervisor()
          .post(path)
          .body(Map.of("heldAt", held, "minutes", 60, "notes", notes))
          .send()
          .isProblem(422, "client-named")
          .hasFault("/notes", "client-named");
    }
    here.supervisor()
        .post(path)
        .body(Map.of("heldAt", held, "minutes", 60, "clientId", UUID.randomUUID()))
        .send()
        .isProblem(400, "invalid")
        .hasFault("/clientId", "unknown-field");
    here.as("eli", PEER_SPECIALIST, SUPERVISOR)
        .post(path)
        .body(Map.of("heldAt", held, "minutes", 60))
        .send()
        .isProblem(409, "own-supervision");
    here.supervisor()
        .post(path)
        .body(Map.of("heldAt", held, "minutes", 60, "notes", "Boundaries, and rest"))
        .send()
        .isCreated();
    assertThat(here.peer("eli").get(path).send().isOk().at("/items/0/notes"))
        .isEqualTo("Boundaries, and rest");
    here.peer("ben").get(path).send().isNotFound();
    there.supervisor().get(path).send().isNotFound();
    here.admin().get(path).send().isProblem(403, "role-not-allowed");
  }

  @Test
  @Proves("R22")
  void aMonthWithTooLittleSupervisionIsToldToBoth() {
    var flo = here.joins("flo");
    var second = today().withDayOfMonth(1).plusMonths(2);
    try {
      clock.set(second.atTime(1, 0).atZone(ZONE).toInstant());
      sweeping.sweep();
    } finally {
      clock.reset();
    }
    assertThat(asked("supervision-short", flo, 2))
        .containsExactlyInAnyOrder("supervisor", here.subject("flo"));
  }

  @Test
  @Proves("R22")
  void allColleaguesSeeWhoIsOnCall() {
    var gil = here.joins("gil");
    var path = "/api/specialists/on-call";
    var from = Instant.now().minus(Duration.ofHours(1)).truncatedTo(ChronoUnit.SECONDS);
    var duty =
        Map.of(
            "specialistId",
            gil,
            "startsAt",
            from.toString(),
            "endsAt",
            from.plus(Duration.ofHours(8)).toString());
    here.peer("gil").post(path).body(duty).send().isProblem(403, "role-not-allowed");
    there.supervisor().post(path).body(duty).send().isNotFound();
    var id = here.supervisor().post(path).body(duty).send().isCreated().id();
    here.supervisor().post(path).body(duty).send().isProblem(409, "on-call-overlap");
    var hugh = here.joins("hugh");
    here.peer("hugh").post("/api/specialists/{id}/leave", hugh).body(Map.of()).send().isCreated();
    here.supervisor()
        .post(path)
        .body(
            Map.of(
                "specialistId",
                hugh,
                "startsAt",
                from.toString(),
                "endsAt",
                from.plus(Duration.ofHours(8)).toString()))
        .send()
        .isProblem(409, "specialist-unavailable");
    here.supervisor()
        .post(path)
        .body(
            Map.of(
                "specialistId",
                gil,
                "startsAt",
                from.toString(),
                "endsAt",
                from.plus(Duration.ofHours(25)).toString()))
        .send()
        .isProblem(400, "invalid")
        .hasFault("/endsAt", "not-possible");
    for (var colleague : List.of(here.peer("ben"), here.as("ina", INTAKE_COORDINATOR))) {
      assertThat(colleague.get(path).send().isOk().at("/items/0/name")).isEqualTo("gil");
    }
    assertThat(
            here.peer("ben")
                .get(path + "?from=" + from.plus(Duration.ofHours(8)))
                .send()
                .isOk()
                .json()
                .at("/items"))
        .isEmpty();
    assertThat(there.supervisor().get(path).send().isOk().json().at("/items")).isEmpty();
    there.supervisor().delete(path + "/" + id).send().isNotFound();
    here.supervisor().delete(path + "/" + id).send().hasStatus(204);
    assertThat(here.peer("ben").get(path).send().isOk().json().at("/items")).isEmpty();
  }

  @Test
  @Proves("R22")
  void afterTheWorstEverybodyWhoWalkedAlongIsOfferedATalk() {
    var client = here.registers(here.peer("hob"), "Max");
    here.assigns(here.peer("hob"), client, "ida").isCreated();
    var path = "/api/clients/" + client + "/debriefs";
    here.peer("ben").post(path).body(Map.of("after", "overdose")).send().isNotFound();
    here.peer("hob").post(path).body(Map.of("after", "overdose")).send().hasStatus(204);
    var hobs = here.peer("hob").get("/api/specialists/debriefs").send().isOk();
    assertThat(hobs.json().at("/items")).hasSize(1);
    assertThat(hobs.text()).doesNotContain(client.toString());
    var id = UUID.fromString(hobs.at("/items/0/id"));
    assertThat(asked("debrief-offered", id, 1)).containsExactly(here.subject("hob"));
    assertThat(asked("debrief-due", id, 1)).containsExactly("supervisor");
    var idas =
        UUID.fromString(here.peer("ida").get("/api/specialists/debriefs").send().at("/items/0/id"));

    var answer = "/api/specialists/debriefs/" + id + "/answer";
    here.peer("ida").post(answer).body(Map.of("answer", "held")).send().isNotFound();
    there.supervisor().post(answer).body(Map.of("answer", "held")).send().isNotFound();
    here.peer("hob").post(answer).body(Map.of("answer", "declined")).send().hasStatus(204);
    here.supervisor()
        .post(answer)
        .body(Map.of("answer", "held"))
        .send()
        .isProblem(409, "debrief-answered");
    try {
      clock.advance(Duration.ofHours(73));
      sweeping.sweep();
    } finally {
      clock.reset();
    }
    assertThat(asked("debrief-waits", idas, 1)).containsExactly("supervisor");
  }
}
