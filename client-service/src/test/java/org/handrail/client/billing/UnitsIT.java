package org.handrail.client.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.client.encounter.Meetings.records;
import static org.handrail.client.encounter.Meetings.starting;

import java.time.Instant;
import java.time.LocalDate;
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
  void whatNobodyKnowsIsRefusedAndStrangersFindNothing() {
    units("my-uncle", "2026-11-03").isProblem(422, "payer-unknown");
    units("nj-medicaid", "yesterday").isProblem(400, "invalid");
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
