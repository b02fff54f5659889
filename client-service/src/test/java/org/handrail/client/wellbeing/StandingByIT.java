package org.handrail.client.wellbeing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.client.specialist.Roster.asked;
import static org.handrail.platform.caller.Role.INTAKE_COORDINATOR;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.handrail.client.specialist.Roster;
import org.handrail.platform.deadline.Sweeping;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.SettableClock;
import org.handrail.platform.fixtures.TokenIssuer;
import org.junit.jupiter.api.Test;

/** Somebody is there for those who walk along, at night and after the worst. */
@HandrailIT
class StandingByIT {
  private final Roster here;
  private final Roster there;
  private final Sweeping sweeping;
  private final SettableClock clock;

  StandingByIT(Api api, TokenIssuer tokens, Sweeping sweeping, SettableClock clock) {
    here = new Roster(api, tokens, "yarrowbridge");
    there = new Roster(api, tokens, "mossbridge");
    this.sweeping = sweeping;
    this.clock = clock;
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
  void aRotaIsReadToItsEnd() {
    var path = "/api/specialists/on-call";
    var from = Instant.now().plus(Duration.ofDays(200)).truncatedTo(ChronoUnit.SECONDS);
    var mel = there.joins("mel");
    var hours =
        IntStream.range(0, 3)
            .mapToObj(day -> onCall(there, mel, from.plus(Duration.ofDays(day))))
            .toList();
    var list = path + "?from=" + from + "&until=" + from.plus(Duration.ofDays(9)) + "&limit=2";
    assertThat(readTo(there.peer("ben"), list)).isEqualTo(hours);

    there.supervisor().post("/api/specialists/{id}/departure", mel).send().hasStatus(204);
    assertThat(readTo(there.peer("ben"), list)).isEmpty();
    var open = path + "/open?limit=2";
    assertThat(readTo(there.supervisor(), open)).isEqualTo(hours);

    var next = there.supervisor().get(open).send().isOk().at("/next");
    there.supervisor().delete(path + "/" + hours.get(1)).send().hasStatus(204);
    assertThat(ids(there.supervisor(), open + "&after=" + next))
        .as("though the last of the first page is gone")
        .containsExactly(hours.get(2));
    there
        .supervisor()
        .get(open + "&after=" + hours.get(2))
        .send()
        .isProblem(400, "invalid")
        .hasFaultOf("after", "wrong-value");
  }

  private static List<UUID> readTo(Api who, String list) {
    var read = new ArrayList<>(ids(who, list));
    var next = who.get(list).send().isOk().json().at("/next");
    if (!next.isMissingNode()) {
      assertThat(read).hasSize(2);
      read.addAll(ids(who, list + "&after=" + next.asString()));
    }
    return read;
  }

  @Test
  void hoursAreKeptAsTheyAreJudged() {
    var ned = here.joins("ned");
    here.supervisor()
        .post("/api/specialists/on-call")
        .body(
            Map.of(
                "specialistId",
                ned,
                "startsAt",
                "2026-11-03T09:00:00.0000001Z",
                "endsAt",
                "2026-11-03T09:00:00.0000002Z"))
        .send()
        .isProblem(400, "invalid")
        .hasFault("/endsAt", "not-possible");
  }

  @Test
  void aRepeatIsAnsweredAsTheFirstHoweverLongAgoItsHoursAre() {
    var oz = here.joins("oz");
    var from = Instant.now().minus(Duration.ofDays(3652)).truncatedTo(ChronoUnit.SECONDS);
    var duty =
        Map.of(
            "specialistId",
            oz,
            "startsAt",
            from.toString(),
            "endsAt",
            from.plus(Duration.ofHours(8)).toString());
    var key = UUID.randomUUID().toString();
    var path = "/api/specialists/on-call";
    var first = here.supervisor().post(path).key(key).body(duty).send().isCreated().id();
    try {
      clock.advance(Duration.ofDays(2));
      assertThat(here.supervisor().post(path).key(key).body(duty).send().isCreated().id())
          .isEqualTo(first);
      here.supervisor()
          .post(path)
          .body(duty)
          .send()
          .isProblem(400, "invalid")
          .hasFault("/startsAt", "too-long-ago");
    } finally {
      clock.reset();
    }
  }

  @Test
  @Proves("R22")
  void whoIsAwayOrHasLeftAnswersNobodyAndTheSupervisorsHearOfTheirHours() {
    var path = "/api/specialists/on-call";
    var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    var until = Roster.today().plusDays(2);
    var kim = here.joins("kim");
    var tonight = onCall(kim, now.minus(Duration.ofHours(1)));
    var nextWeek = onCall(kim, now.plus(Duration.ofDays(8)));
    var lou = here.joins("lou");
    var lous = onCall(lou, now.plus(Duration.ofDays(1)));
    var all = path + "?from=" + now + "&until=" + now.plus(Duration.ofDays(9));
    assertThat(ids(here.peer("ben"), all)).contains(tonight, nextWeek, lous);
    assertThat(ids(here.supervisor(), path + "/open")).doesNotContain(tonight, nextWeek, lous);

    here.peer("kim")
        .post("/api/specialists/{id}/leave", kim)
        .body(Map.of("until", until.toString()))
        .send()
        .isCreated();
    assertThat(asked("on-call-open", kim, 1)).containsExactly("supervisor");
    assertThat(ids(here.peer("ben"), all)).contains(nextWeek, lous).doesNotContain(tonight);
    assertThat(ids(here.supervisor(), path + "/open")).contains(tonight).doesNotContain(nextWeek);
    here.peer("kim").post("/api/specialists/{id}/return", kim).send().isOk();
    assertThat(ids(here.peer("ben"), all)).contains(tonight);

    here.supervisor().post("/api/specialists/{id}/departure", lou).send().hasStatus(204);
    assertThat(asked("on-call-open", lou, 1)).containsExactly("supervisor");
    assertThat(ids(here.peer("ben"), all)).doesNotContain(lous);
    here.peer("ben").get(path + "/open").send().isProblem(403, "role-not-allowed");
    assertThat(ids(there.supervisor(), path + "/open")).doesNotContain(lous);
  }

  private UUID onCall(UUID specialist, Instant from) {
    return onCall(here, specialist, from);
  }

  private static UUID onCall(Roster agency, UUID specialist, Instant from) {
    return agency
        .supervisor()
        .post("/api/specialists/on-call")
        .body(
            Map.of(
                "specialistId",
                specialist,
                "startsAt",
                from.toString(),
                "endsAt",
                from.plus(Duration.ofHours(8)).toString()))
        .send()
        .isCreated()
        .id();
  }

  private static List<UUID> ids(Api who, String list) {
    return who.get(list)
        .send()
        .isOk()
        .json()
        .at("/items")
        .valueStream()
        .map(duty -> UUID.fromString(duty.at("/id").asString()))
        .toList();
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
    for (var who : List.of(here.peer("hob"), here.supervisor())) {
      assertThat(who.get("/api/specialists/debriefs/{id}", id).send().isOk().at("/id"))
          .isEqualTo(id.toString());
    }
    for (var other : List.of(here.peer("ida"), there.supervisor())) {
      other.get("/api/specialists/debriefs/{id}", id).send().isNotFound();
    }
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
    clock.advance(Duration.ofHours(73));
    sweeping.sweep();
    assertThat(asked("debrief-waits", idas, 1)).containsExactly("supervisor");
  }

  @Test
  @Proves("R22")
  void whoWalkedAlongOnARecordMergedIntoAnotherIsOfferedATalkToo() {
    var client = here.registers(here.peer("jon"), "Max");
    var merged = here.registers(here.peer("kit"), "Max");
    here.supervisor()
        .post("/api/clients/{id}/merge", merged)
        .body(Map.of("into", client))
        .send()
        .isCreated();
    here.peer("jon")
        .post("/api/clients/{id}/debriefs", client)
        .body(Map.of("after", "death"))
        .send()
        .hasStatus(204);
    for (var who : List.of("jon", "kit")) {
      var offered = here.peer(who).get("/api/specialists/debriefs").send().isOk();
      assertThat(offered.json().at("/items")).as("offered to " + who).hasSize(1);
    }
  }
}
