package org.handrail.client.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.client.Attentions;
import org.handrail.client.ClientService;
import org.handrail.platform.deadline.Sweeping;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.SettableClock;
import org.handrail.platform.fixtures.TokenIssuer;
import org.junit.jupiter.api.Test;

@HandrailIT
class PapersIT {
  private final ClientService service;
  private final Sweeping sweeping;
  private final SettableClock clock;

  PapersIT(Api api, TokenIssuer tokens, Sweeping sweeping, SettableClock clock) {
    service = new ClientService(api, tokens);
    this.sweeping = sweeping;
    this.clock = clock;
  }

  @Test
  @Proves("V1")
  void eitherSideEndsTheAgreementWithoutAReason() {
    var id = service.enrols("Ela");
    var path = "/api/clients/" + id;
    var ending = path + "/agreements/end";
    service
        .maya()
        .post(ending)
        .body(Map.of("reason", "did not come"))
        .send()
        .isProblem(400, "invalid")
        .hasFault("/reason", "unknown-field");
    service
        .maya()
        .post(ending)
        .body(Map.of("act", ClientService.act(Instant.parse("2020-03-01T10:00:00Z"))))
        .send()
        .isProblem(400, "invalid")
        .hasFault("/act/at", "before-agreement");
    var ended = service.maya().post(ending).body(Map.of("act", ClientService.act())).send().isOk();
    assertThat(ended.at("/status")).isEqualTo("registered");
    assertThat(ended.json().has("agreement")).isFalse();
    service.maya().post(ending).body(Map.of()).send().isProblem(409, "agreement-not-in-force");
    service
        .maya()
        .post(path + "/enrollment")
        .ifMatch(ended)
        .send()
        .isProblem(409, "agreement-missing");

    assertThat(service.enrolsAgain(id).at("/status")).isEqualTo("active");
    // And the other side: the client is not left alone with it.
    assertThat(service.maya().post(ending).body(Map.of()).send().isOk().at("/status"))
        .isEqualTo("registered");
    assertThat(Attentions.asked("agreement-ended", id).at("/role").asString())
        .isEqualTo("supervisor");
  }

  @Test
  @Proves("V1")
  void theClientEndsItByThemselves() {
    var id = service.enrols("Noor");
    service.hasOwnSignIn(id);
    assertThat(
            service
                .noor()
                .post("/api/clients/{id}/agreements/end", id)
                .body(Map.of())
                .send()
                .isOk()
                .at("/status"))
        .isEqualTo("registered");
    service.paul().post("/api/clients/{id}/agreements/end", id).body(Map.of()).send().isNotFound();
  }

  @Test
  @Proves("V1")
  void anOlderPaperDoesNotBringBackWhatTheClientEnded() {
    var id = service.enrols("Noor");
    service.hasOwnSignIn(id);
    service.noor().post("/api/clients/{id}/agreements/end", id).body(Map.of()).send().isOk();

    service
        .maya()
        .post("/api/clients/{id}/agreements", id)
        .body(Map.of("version", "2026-02", "act", ClientService.onPaper()))
        .send()
        .isProblem(400, "invalid")
        .hasFault("/act/at", "before-end");
  }

  @Test
  @Proves("P2-NPP-1")
  void aNoticeThatWaitsForCapacityLetsNothingBecomeActiveAndIsReminded() {
    var id = service.registers("Finn");
    var path = "/api/clients/" + id;
    var at = clock.instant().plus(Duration.ofDays(2));
    var maya = service.maya();
    maya.post(path + "/notices/deferral")
        .body(Map.of("deferredReason", "no-time", "remindAt", at.toString()))
        .send()
        .isProblem(400, "invalid");
    maya.post(path + "/notices/deferral")
        .body(Map.of("deferredReason", "capacity", "remindAt", "2020-01-01T00:00:00Z"))
        .send()
        .isProblem(400, "invalid")
        .hasFault("/remindAt", "in-past");
    maya.post(path + "/notices/deferral")
        .body(Map.of("deferredReason", "capacity", "remindAt", at.toString()))
        .send()
        .isCreated();
    var agreed = service.agrees(id);
    maya.post(path + "/enrollment").ifMatch(agreed).send().isProblem(409, "notice-missing");
    assertThat(offers()).contains(id.toString());

    clock.set(at.plusSeconds(1));
    sweeping.sweep();
    assertThat(Attentions.asked("notice-due", id).at("/subject").asString())
        .isEqualTo(TokenIssuer.subject("maya").value());
    service.givesNotice(id, "2026-02");
    maya.post(path + "/notices/deferral")
        .body(Map.of("deferredReason", "capacity", "remindAt", at.plusSeconds(99).toString()))
        .send()
        .isProblem(409, "notice-given");
  }

  @Test
  @Proves("P2-NPP-2")
  void whoHasAnOlderNoticeIsOfferedTheCurrentOne() {
    var older = service.registers("Gia");
    var current = service.registers("Hal");
    var colleagues = service.registers(service.paul(), "Ira");
    givesTheOldNotice(service.maya(), older);
    givesTheOldNotice(service.paul(), colleagues);
    service.givesNotice(current, "2026-02");
    assertThat(offers())
        .contains(older.toString())
        .doesNotContain(current.toString(), colleagues.toString());
    assertThat(service.carl().get("/api/clients/notice-offers?limit=200").send().isOk().text())
        .doesNotContain(older.toString());
    service.givesNotice(older, "2026-02");
    assertThat(offers()).doesNotContain(older.toString());
  }

  @Test
  @Proves("P2-NPP-1")
  void onlyPapersThatThereWereOnThatDayCanHaveBeenGiven() {
    var path = "/api/clients/" + service.registers("Jo");
    notice(path, "2031-01", "en", ClientService.act())
        .isProblem(422, "paper-unknown")
        .hasFault("/version", "unknown");
    notice(path, "2024-04", "en", ClientService.act())
        .isProblem(422, "paper-unknown")
        .hasFault("/version", "not-in-force");
    notice(path, "2026-02", "vi", ClientService.act())
        .isProblem(422, "paper-unknown")
        .hasFault("/language", "unknown");
    notice(path, "2026-02", "es-MX", ClientService.act()).isCreated();
    for (var version : List.of("1", "psa-2026-1")) {
      service
          .maya()
          .post(path + "/agreements")
          .body(Map.of("version", version, "act", ClientService.act()))
          .send()
          .isProblem(422, "paper-unknown")
          .hasFault("/version", "unknown");
    }
    assertThat(service.maya().get(path).send().isOk().json().has("agreement")).isFalse();
  }

  private Answer notice(String path, String version, String language, Map<String, Object> act) {
    return service
        .maya()
        .post(path + "/notices")
        .body(Map.of("version", version, "language", language, "medium", "paper", "act", act))
        .send();
  }

  private static void givesTheOldNotice(Api specialist, UUID client) {
    specialist
        .post("/api/clients/{id}/notices", client)
        .body(
            Map.of(
                "version",
                "2024-04",
                "language",
                "en",
                "medium",
                "paper",
                "act",
                ClientService.act(Instant.parse("2025-06-02T14:00:00Z"))))
        .send()
        .isCreated();
  }

  private String offers() {
    var seen = new StringBuilder();
    var next = "";
    do {
      var page = service.maya().get("/api/clients/notice-offers?limit=2" + next).send().isOk();
      seen.append(page.text());
      next = page.at("/next").isEmpty() ? "" : "&after=" + page.at("/next");
    } while (!next.isEmpty());
    return seen.toString();
  }
}
