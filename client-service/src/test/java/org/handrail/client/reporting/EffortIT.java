package org.handrail.client.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.platform.caller.Role.AGENCY_ADMIN;
import static org.handrail.platform.caller.Role.PEER_SPECIALIST;
import static org.handrail.platform.caller.Role.SUPERVISOR;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.client.ClientService;
import org.handrail.client.encounter.Meetings;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.TokenIssuer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** In an agency of its own, so that the counts are those of this test. */
@HandrailIT
class EffortIT {
  private static final Instant JULY = Instant.parse("2026-07-06T12:00:00Z");

  private final ClientService service;
  private final Api tess;
  private final Api admin;
  private final Api supervisor;
  private int hour;

  EffortIT(Api api, TokenIssuer tokens) {
    service = new ClientService(api, tokens);
    var agency = "effort-" + UUID.randomUUID().toString().substring(0, 8);
    tess = api.as(tokens.person("tess").of(agency).as(PEER_SPECIALIST));
    admin = api.as(tokens.person("ada").of(agency).as(AGENCY_ADMIN));
    supervisor = api.as(tokens.person("rosa").of(agency).as(SUPERVISOR));
  }

  @Test
  @Proves("R25")
  void funderLinesAreCountsOfManyOrNothing() {
    for (int person = 0; person < 10; person++) {
      meets("united-way", 75, "county", 25);
    }
    assertThat(line("united-way").at("/suppressed").asBoolean()).isTrue();
    assertThat(line("united-way").has("encounters")).isFalse();
    assertThat(line("united-way").has("minutes")).isFalse();
    meets("united-way", 75, "medicaid", 25);
    assertThat(line("united-way").at("/encounters").asInt()).isEqualTo(11);
    // Three quarters of eleven hours.
    assertThat(line("united-way").at("/minutes").asInt()).isEqualTo(495);
    assertThat(line("county").at("/suppressed").asBoolean()).isTrue();
    assertThat(line("medicaid").at("/suppressed").asBoolean()).isTrue();
    assertThat(
            admin.get("/api/encounters/funding?quarter=2026-Q2").send().isOk().json().at("/items"))
        .isEmpty();
  }

  @Test
  @Proves("R25")
  void aQuarterEndsWithTheAgencysLastDayOfIt() {
    for (int person = 0; person < 10; person++) {
      meets("united-way", 50, "county", 50);
    }
    meets(Instant.parse("2026-10-01T02:00:00Z"), "united-way", 50, "county", 50);
    assertThat(line("united-way").at("/encounters").asInt()).isEqualTo(11);
    meets(Instant.parse("2026-07-01T02:00:00Z"), "united-way", 50, "county", 50);
    assertThat(line("united-way").at("/encounters").asInt()).isEqualTo(11);
  }

  @Test
  @Proves("R25")
  void twoRecordsOfOnePersonAreOnePerson() {
    for (int person = 0; person < 9; person++) {
      meets("united-way", 50, "county", 50);
    }
    var surviving = meets("united-way", 50, "county", 50);
    var merged = meets("united-way", 50, "county", 50);
    assertThat(line("united-way").at("/encounters").asInt()).isEqualTo(11);
    var merge = "/api/clients/" + merged + "/merge";
    supervisor.post(merge).body(Map.of("into", surviving)).send().isCreated();
    assertThat(line("united-way").at("/suppressed").asBoolean()).isTrue();
    assertThat(line("united-way").has("encounters")).isFalse();
    supervisor.delete(merge).send().hasStatus(204);
    assertThat(line("united-way").at("/encounters").asInt()).isEqualTo(11);
  }

  @Test
  @Proves("R25")
  void whatWasWithdrawnIsNobodysTime() {
    for (int person = 0; person < 10; person++) {
      meets("united-way", 50, "county", 50);
    }
    var wrong = meets("united-way", 50, "county", 50);
    assertThat(line("united-way").at("/encounters").asInt()).isEqualTo(11);
    var encounter = tess.get("/api/encounters?clientId=" + wrong).send().isOk().at("/items/0/id");
    tess.post("/api/encounters/{id}/withdrawal", encounter)
        .body(Map.of("reason", "wrong-person"))
        .ifMatch(1)
        .send()
        .isOk();
    assertThat(line("united-way").at("/suppressed").asBoolean()).isTrue();
  }

  @Test
  void onlyWholeQuartersAndOnlyForWhoRunsTheAgency() {
    admin.get("/api/encounters/funding?quarter=2026-07").send().isProblem(400, "invalid");
    tess.get("/api/encounters/funding?quarter=2026-Q3").send().isProblem(403, "role-not-allowed");
    service
        .ana()
        .get("/api/encounters/funding?quarter=2026-Q3")
        .send()
        .isProblem(403, "role-not-allowed");
  }

  private JsonNode line(String source) {
    return admin
        .get("/api/encounters/funding?quarter=2026-Q3")
        .send()
        .isOk()
        .json()
        .at("/items")
        .valueStream()
        .filter(item -> item.at("/source").asString().equals(source))
        .findFirst()
        .orElseThrow();
  }

  private UUID meets(String one, int percent, String other, int rest) {
    return meets(JULY.plusSeconds(3600L * hour++), one, percent, other, rest);
  }

  private UUID meets(Instant at, String one, int percent, String other, int rest) {
    var account = Meetings.starting(at, 60);
    account.put(
        "funding",
        List.of(
            Map.of("source", one, "percent", percent), Map.of("source", other, "percent", rest)));
    var client = service.registers(tess, "Ana");
    Meetings.records(tess, client, account).isCreated();
    return client;
  }
}
