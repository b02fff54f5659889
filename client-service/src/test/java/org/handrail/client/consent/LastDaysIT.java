package org.handrail.client.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.client.ClientService.act;
import static org.handrail.client.Forms.consentOf;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.handrail.client.ClientService;
import org.handrail.client.Forms;
import org.handrail.client.specialist.Roster;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.SettableClock;
import org.handrail.platform.fixtures.TokenIssuer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The last day of a consent is a day of the agency; Riverbend's are those of New Jersey. */
@HandrailIT
class LastDaysIT {
  private static final Instant NOW = Instant.parse("2026-10-20T12:00:00Z");

  private final Api api;
  private final TokenIssuer tokens;
  private final ClientService service;
  private final SettableClock clock;

  LastDaysIT(Api api, TokenIssuer tokens, SettableClock clock) {
    this.api = api;
    this.tokens = tokens;
    service = new ClientService(api, tokens);
    this.clock = clock;
  }

  @ParameterizedTest
  @Proves("P2-EXP-1")
  @CsvSource({
    "2026-11-01, 2026-11-01T04:00:00Z, 25",
    "2027-03-14, 2027-03-14T05:00:00Z, 23",
    "2027-03-15, 2027-03-15T04:00:00Z, 24"
  })
  void holdsUntilItsLastDayIsOverHoweverManyHoursThatDayHas(
      String lastDay, Instant begins, long hours) {
    clock.set(NOW);
    var client = service.registers("Ana");
    var draft = drafts(client, Map.of("on", lastDay));
    var end = begins.plus(Duration.ofHours(hours));
    assertThat(draft.at("/expires/at")).isEqualTo(end.toString());
    assertThat(draft.at("/expires/on")).isEqualTo(lastDay);
    signs(draft, NOW).isOk();
    clock.set(end.minusNanos(1000));
    assertThat(outcome(client)).isEqualTo("released");
    clock.set(end);
    assertThat(outcome(client)).isEqualTo("denied");
  }

  @Test
  void theDayIsOneOfTheAgencyThatWritesItDown() {
    var lanai = new Roster(api, tokens, "lanai");
    lanai.moves("Pacific/Honolulu");
    var pua = lanai.peer("pua");
    var draft =
        pua.post("/api/consents")
            .body(formOf(service.registers(pua, "Ana"), Map.of("on", "2027-01-31")))
            .send()
            .isCreated();
    assertThat(draft.at("/expires/at")).isEqualTo("2027-02-01T10:00:00Z");
    assertThat(draft.at("/expires/on")).isEqualTo("2027-01-31");
    assertThat(paperOf(pua, draft))
        .contains("at the end of January 31, 2027 (Hawaii-Aleutian Time)\n");
  }

  @Test
  void anyOtherInstantIsNoDaysEnd() {
    clock.set(NOW);
    var draft = drafts(service.registers("Ana"), Map.of("at", "2027-01-31T23:59:59Z"));
    assertThat(draft.at("/expires/at")).isEqualTo("2027-01-31T23:59:59Z");
    assertThat(draft.json().at("/expires").has("on")).isFalse();
  }

  @Test
  @Proves({"P2-CON-4", "R29"})
  void thePaperSaysTheLastDayAsADay() {
    clock.set(NOW);
    var form = formOf(service.registers("Ana"), Map.of("on", "2027-01-31"));
    assertThat(paperOf(form))
        .contains("This consent ends: at the end of January 31, 2027 (Eastern Time)\n");
    form.put("language", "es");
    assertThat(paperOf(form))
        .contains(
            "Este consentimiento termina: al final del 31 de enero de 2027 (hora oriental)\n");
  }

  @Test
  void aDayAndAnotherEndContradictEachOther() {
    var client = service.registers("Ana");
    for (var other : Map.of("at", "2027-02-01T05:00:00Z", "event", "x", "none", true).entrySet()) {
      service
          .maya()
          .post("/api/consents")
          .body(formOf(client, Map.of("on", "2027-01-31", other.getKey(), other.getValue())))
          .send()
          .isProblem(400, "invalid")
          .hasFault("/expires", "contradictory");
    }
  }

  @Test
  void nobodySignsForADayThatIsOverAndUntilMidnightAtTheAgencyTheDayIsNot() {
    var lateAtTheAgency = Instant.parse("2026-10-21T03:30:00Z");
    clock.set(lateAtTheAgency);
    var client = service.registers("Ana");
    var yesterday = drafts(client, Map.of("on", "2026-10-19"));
    assertThat(yesterday.at("/lacking/0/pointer")).isEqualTo("/expires");
    signs(yesterday, lateAtTheAgency)
        .isProblem(422, "consent-deficient")
        .hasFault("/expires", "expiry-past");
    var today = drafts(client, Map.of("on", "2026-10-20"));
    assertThat(signs(today, lateAtTheAgency).isOk().at("/status")).isEqualTo("active");
  }

  private Answer drafts(UUID client, Map<String, Object> end) {
    return service.drafts(formOf(client, end));
  }

  private static Map<String, Object> formOf(UUID client, Map<String, Object> end) {
    var form = new HashMap<>(consentOf(client, "Ana"));
    form.put("expires", end);
    return form;
  }

  private Answer signs(Answer draft, Instant at) {
    return service
        .maya()
        .post("/api/consents/{id}/signature", draft.id())
        .body(Map.of("signer", "client", "act", act(at)))
        .ifMatch(draft)
        .send();
  }

  private String paperOf(Map<String, Object> form) {
    return paperOf(service.maya(), service.drafts(form));
  }

  private static String paperOf(Api specialist, Answer draft) {
    return specialist
        .get("/api/consents/{id}/document", draft.id())
        .header("Accept", "text/plain")
        .send()
        .isOk()
        .text();
  }

  private String outcome(UUID client) {
    return service
        .asksTheDoor(Forms.referral(client, UUID.randomUUID(), "sending-1"))
        .isOk()
        .at("/outcome");
  }
}
