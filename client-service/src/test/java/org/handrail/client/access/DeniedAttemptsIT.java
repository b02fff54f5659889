package org.handrail.client.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.client.request.PrivacyDesk.demand;
import static org.handrail.platform.caller.Role.PEER_SPECIALIST;
import static org.handrail.platform.caller.Role.PRIVACY_OFFICER;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.client.ClientService;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.SettableClock;
import org.handrail.platform.fixtures.TokenIssuer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@HandrailIT
class DeniedAttemptsIT {
  private static final Instant NOW = Instant.parse("2026-11-20T10:10:00Z");

  private final Api api;
  private final TokenIssuer tokens;
  private final ClientService service;
  private final SettableClock clock;

  DeniedAttemptsIT(Api api, TokenIssuer tokens, SettableClock clock) {
    this.api = api;
    this.tokens = tokens;
    service = new ClientService(api, tokens);
    this.clock = clock;
  }

  @Test
  @Proves({"P2-APP-2", "P2-LOG-2"})
  void whoeverTriesStandsThereAlikeWhetherThereIsSuchAClientOrNot() {
    clock.set(NOW);
    var id = service.registers("Noor");
    var consent = service.consents(id, "Noor");
    var tried = new ArrayList<List<String>>();
    for (var nouns : List.of(List.of(id, consent), List.of(UUID.randomUUID(), UUID.randomUUID()))) {
      var who = "curious " + UUID.randomUUID();
      var stranger = api.as(tokens.person(who).of("riverbend").as(PEER_SPECIALIST));
      stranger.get("/api/clients/{id}", nouns.getFirst()).send().isNotFound();
      stranger.get("/api/consents/{id}", nouns.getLast()).send().isNotFound();
      stranger.get("/api/encounters?clientId=" + nouns.getFirst()).send().isNotFound();
      tried.add(attempts("riverbend", who));
    }
    assertThat(tried)
        .allSatisfy(
            attempts ->
                assertThat(attempts)
                    .containsExactlyInAnyOrder(
                        "clients 2026-11-20T10:10:00Z",
                        "consents 2026-11-20T10:10:00Z",
                        "encounters 2026-11-20T10:10:00Z"));
  }

  @Test
  @Proves({"P2-APP-2", "P2-LOG-2"})
  void whoNamesAClientThatIsNotTheirAgencysStandsThereToo() {
    clock.set(NOW);
    var theirs = service.registers(service.carl(), "Noor");
    var held = demand("subpoena", "Noor Brook");
    held.put("receivedAt", NOW.minusSeconds(60).toString());
    var request = service.maya().post("/api/record-requests").body(held).send().isCreated();
    var breach =
        service
            .maya()
            .post("/api/disclosures/breaches")
            .body(Map.of("discoveredAt", NOW.minusSeconds(60).toString(), "what", "A lost file"))
            .send()
            .isCreated();
    var tried = new ArrayList<List<String>>();
    for (var named : List.of(theirs, UUID.randomUUID())) {
      var who = "curious " + UUID.randomUUID();
      var officer = api.as(tokens.person(who).of("riverbend").as(PRIVACY_OFFICER));
      officer
          .post("/api/record-requests/{id}/client", request.id())
          .ifMatch(1)
          .body(Map.of("clientId", named))
          .send()
          .isProblem(400, "invalid");
      officer
          .post("/api/disclosures/breaches/{id}/people", breach.id())
          .ifMatch(1)
          .body(Map.of("clientIds", List.of(named)))
          .send()
          .isProblem(400, "invalid");
      officer
          .post("/api/clients/{id}/merge", service.registers("Noor"))
          .body(Map.of("into", named))
          .send()
          .isProblem(422, "merge-not-possible");
      tried.add(attempts("riverbend", who));
    }
    assertThat(tried)
        .allSatisfy(
            attempts ->
                assertThat(attempts)
                    .containsExactlyInAnyOrder(
                        "record-requests-client 2026-11-20T10:10:00Z",
                        "disclosures-breaches-people 2026-11-20T10:10:00Z",
                        "clients-merge 2026-11-20T10:10:00Z"));
  }

  @Test
  void trialsWithoutEndAreOneRowForEachKindAndHour() {
    clock.set(NOW);
    var who = "curious " + UUID.randomUUID();
    var stranger = api.as(tokens.person(who).of("riverbend").as(PEER_SPECIALIST));
    for (int i = 0; i < 20; i++) {
      stranger.get("/api/clients/{id}", UUID.randomUUID()).send().isNotFound();
    }
    clock.set(NOW.plus(Duration.ofHours(1)));
    stranger.get("/api/clients/{id}", UUID.randomUUID()).send().isNotFound();
    assertThat(attempts("riverbend", who))
        .containsExactly("clients 2026-11-20T11:10:00Z", "clients 2026-11-20T10:10:00Z");
  }

  @Test
  void thePrivacyOfficerOfTheirAgencyReadsThemAndNobodyElse() {
    var who = "curious " + UUID.randomUUID();
    var id = service.registers("Noor");
    api.as(tokens.person(who).of("cedarhouse").as(PEER_SPECIALIST))
        .get("/api/clients/{id}", id)
        .send()
        .isNotFound();
    assertThat(attempts("cedarhouse", who)).hasSize(1);
    assertThat(attempts("riverbend", who)).isEmpty();
    service
        .rosaTheSupervisor()
        .get("/api/clients/denied-attempts")
        .send()
        .isProblem(403, "role-not-allowed");
    service.hasOwnSignIn(id);
    assertThat(service.noor().get("/api/clients/{id}/access-log", id).send().isOk().text())
        .doesNotContain(TokenIssuer.subject(who).value());
  }

  /** Of that person, as the agency's privacy officer reads them. */
  private List<String> attempts(String agency, String who) {
    var found = new ArrayList<String>();
    var next = "";
    do {
      var page =
          service
              .privacyOfficerOf(agency)
              .get("/api/clients/denied-attempts?limit=200" + next)
              .send()
              .isOk();
      assertThat(page.text()).doesNotContain("clientId");
      page.json()
          .at("/items")
          .valueStream()
          .filter(attempt -> isOf(attempt, who))
          .forEach(
              attempt ->
                  found.add(attempt.at("/kind").asString() + " " + attempt.at("/at").asString()));
      next = page.at("/next").isEmpty() ? "" : "&after=" + page.at("/next");
    } while (!next.isEmpty());
    return found;
  }

  private static boolean isOf(JsonNode attempt, String who) {
    return attempt.at("/subject").asString().equals(TokenIssuer.subject(who).value());
  }
}
