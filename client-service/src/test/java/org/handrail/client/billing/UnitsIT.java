package org.handrail.client.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.client.encounter.Meetings.records;
import static org.handrail.client.encounter.Meetings.starting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.client.ClientService;
import org.handrail.client.specialist.Roster;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.TokenIssuer;
import org.junit.jupiter.api.Test;

@HandrailIT
class UnitsIT {
  private final ClientService service;
  private final Roster here;
  private final Api sam;
  private final UUID client;

  UnitsIT(Api api, TokenIssuer tokens) {
    service = new ClientService(api, tokens);
    here = new Roster(api, tokens, "units-" + UUID.randomUUID());
    sam = here.peer("sam");
    client = here.registers(sam, "Sue");
  }

  @Test
  @Proves({"BILL-1", "CERT-2"})
  void aDayIsToldUnitByUnitAndWithItsObstacles() {
    // Half past eleven at night in New Jersey is the next day in Greenwich.
    var late = starting(Instant.parse("2026-11-04T04:30:00Z"), 30);
    late.put("goalId", UUID.randomUUID());
    var first = records(sam, client, late).isCreated();
    records(sam, client, starting(Instant.parse("2026-11-04T05:30:00Z"), 30)).isCreated();
    var day = units("nj-medicaid", "2026-11-03").isOk();
    assertThat(day.json().at("/items")).hasSize(1);
    assertThat(day.at("/items/0/encounterId")).isEqualTo(first.id().toString());
    assertThat(day.at("/procedure")).isEqualTo("H0038");
    assertThat(day.at("/awaits/0")).isEqualTo("diagnosis-from-clinician");
    assertThat(day.json().at("/items/0/obstacles").valueStream().map(it -> it.asString()))
        .containsExactlyInAnyOrder("credential-not-valid", "sign-off-missing");
    here.supervisor()
        .post("/api/encounters/{id}/sign-off", first.id())
        .ifMatch(first)
        .send()
        .isOk();
    assertThat(
            units("nj-medicaid", "2026-11-03")
                .json()
                .at("/items/0/obstacles")
                .valueStream()
                .map(it -> it.asString()))
        .containsExactly("credential-not-valid");
    here.certified("sam", here.joins("sam"), LocalDate.parse("2026-11-03"));
    var certified = units("nj-medicaid", "2026-11-03").isOk();
    assertThat(certified.json().at("/items/0/obstacles")).isEmpty();
    assertThat(certified.json().at("/items/0/units").asInt()).isEqualTo(2);
    assertThat(
            units("nj-medicaid", "2026-11-04")
                .json()
                .at("/items/0/obstacles")
                .valueStream()
                .map(it -> it.asString()))
        .contains("goal-missing");
  }

  @Test
  @Proves("BILL-1")
  void timeThatReachesOverMidnightIsNotPaidTwice() {
    here.assigns(sam, client, "tim").isCreated();
    // Midnight in New York is at five.
    here.certified("sam", here.joins("sam"), LocalDate.parse("2026-11-04"));
    var night = starting(Instant.parse("2026-11-05T04:00:00Z"), 120);
    night.put("goalId", UUID.randomUUID());
    records(sam, client, night).isCreated();
    records(here.peer("tim"), client, starting(Instant.parse("2026-11-05T05:15:00Z"), 60))
        .isCreated();
    var next = units("nc-medicaid", "2026-11-05").isOk();
    assertThat(next.json().at("/items")).hasSize(1);
    assertThat(next.json().at("/items/0/obstacles").valueStream().map(it -> it.asString()))
        .contains("overlaps");
  }

  @Test
  @Proves("BILL-1")
  void aPersonHasOneDayWhateverRecordItStandsOn() {
    here.certified("sam", here.joins("sam"), LocalDate.parse("2026-11-09"));
    here.certified("tim", here.joins("tim"), LocalDate.parse("2026-11-09"));
    var tim = here.peer("tim");
    var other = here.registers(tim, "Sue");
    here.assigns(tim, other, "sam").isCreated();
    var goal = UUID.randomUUID();
    var morning = starting(Instant.parse("2026-11-09T14:00:00Z"), 60);
    morning.put("goalId", goal);
    var same = starting(Instant.parse("2026-11-09T14:15:00Z"), 60);
    same.put("goalId", goal);
    records(sam, client, morning).isCreated();
    records(tim, other, same).isCreated();
    assertThat(unitsOf(client)).containsExactly(4);
    assertThat(unitsOf(other)).containsExactly(4);
    here.supervisor()
        .post("/api/clients/{id}/merge", other)
        .body(Map.of("into", client))
        .send()
        .isCreated();
    assertThat(unitsOf(client)).containsExactly(4, 0);
    assertThat(unitsOf(other)).containsExactly(4, 0);
    // Who is at the side of one record only reads what stands there, counted with all.
    assertThat(unitsOf(tim, other)).containsExactly(0);
    here.supervisor().delete("/api/clients/{id}/merge", other).send().hasStatus(204);
    assertThat(unitsOf(other)).containsExactly(4);
  }

  private List<Integer> unitsOf(UUID record) {
    return unitsOf(sam, record);
  }

  private static List<Integer> unitsOf(Api reader, UUID record) {
    return reader
        .get("/api/encounters/units?clientId=" + record + "&payer=nc-medicaid&day=2026-11-09")
        .send()
        .isOk()
        .json()
        .at("/items")
        .valueStream()
        .map(it -> it.at("/units").asInt())
        .toList();
  }

  @Test
  void whatNobodyKnowsIsRefusedAndStrangersFindNothing() {
    units("my-uncle", "2026-11-03").isProblem(422, "payer-unknown");
    units("nj-medicaid", "yesterday").isProblem(400, "invalid");
    units("nj-medicaid", "2199-12-31").isProblem(400, "invalid").hasFaultOf("day", "in-future");
    var path = "/api/encounters/units?payer=nj-medicaid&day=2026-11-03&clientId=";
    service.paul().get(path + client).send().isNotFound();
    service.paul().get(path + UUID.randomUUID()).send().isNotFound();
    service.carl().get(path + client).send().isNotFound();
  }

  private Answer units(String payer, String day) {
    return sam.get("/api/encounters/units?clientId=" + client + "&payer=" + payer + "&day=" + day)
        .send();
  }
}
