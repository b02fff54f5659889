package org.handrail.client.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.client.ClientService.act;
import static org.handrail.platform.caller.Role.CLIENT;
import static org.handrail.platform.caller.Role.PEER_SPECIALIST;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
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

/** A client asks for a list, and gets it in the time that the law leaves. */
@HandrailIT
class ListRequestsIT {
  private static final String REQUESTS = "/api/disclosures/list-requests";

  private final Api api;
  private final TokenIssuer tokens;
  private final ClientService service;
  private final SettableClock clock;
  private final Sweeping sweeping;

  ListRequestsIT(Api api, TokenIssuer tokens, SettableClock clock, Sweeping sweeping) {
    this.api = api;
    this.tokens = tokens;
    service = new ClientService(api, tokens);
    this.clock = clock;
    this.sweeping = sweeping;
  }

  private Answer asks(UUID client, String kind) {
    return service
        .maya()
        .post(REQUESTS)
        .body(Map.of("clientId", client, "kind", kind, "act", act(clock.instant())))
        .send()
        .isCreated();
  }

  private static Duration time(Answer request) {
    return Duration.between(
        Instant.parse(request.at("/requestedAt")), Instant.parse(request.at("/dueAt")));
  }

  @Test
  @Proves("P2-ACC-1")
  void anAccountingHasSixtyDaysAndThirtyMoreForAWrittenReason() {
    var client = service.registers("Ana");
    var asked = asks(client, "accounting");
    assertThat(time(asked)).isEqualTo(Duration.ofDays(60));
    var priya = service.priyaThePrivacyOfficer();
    priya
        .post(REQUESTS + "/{id}/extension", asked.id())
        .ifMatch(asked)
        .body(Map.of("reason", " "))
        .send()
        .isProblem(400, "invalid");
    var extended =
        priya
            .post(REQUESTS + "/{id}/extension", asked.id())
            .ifMatch(asked)
            .body(Map.of("reason", "The paper files of 2024 are in another town."))
            .send()
            .isOk();
    assertThat(time(extended)).isEqualTo(Duration.ofDays(90));
    priya
        .post(REQUESTS + "/{id}/extension", asked.id())
        .ifMatch(extended)
        .body(Map.of("reason", "Still there."))
        .send()
        .isProblem(409, "list-request-no-more-time");
    priya
        .post(REQUESTS + "/{id}/answer", asked.id())
        .ifMatch(asked)
        .body(Map.of("how", "mailed"))
        .send()
        .isProblem(412, "version-conflict");
    var answered =
        priya
            .post(REQUESTS + "/{id}/answer", asked.id())
            .ifMatch(extended)
            .body(Map.of("how", "mailed"))
            .send()
            .isOk();
    priya
        .post(REQUESTS + "/{id}/answer", asked.id())
        .ifMatch(answered)
        .body(Map.of("how", "mailed"))
        .send()
        .isProblem(409, "list-request-answered");
  }

  @Test
  @Proves("P2-ACC-1")
  void theFirstWithinTwelveMonthsCostsNothing() {
    var client = service.registers("Ana");
    assertThat(asks(client, "accounting").json().at("/free").asBoolean()).isTrue();
    assertThat(asks(client, "accounting").json().at("/free").asBoolean()).isFalse();
    assertThat(asks(client, "intermediary-list").json().at("/free").asBoolean()).isTrue();
    clock.advance(Duration.ofDays(367));
    assertThat(asks(client, "accounting").json().at("/free").asBoolean()).isTrue();
  }

  @Test
  @Proves("P2-ACC-1")
  void whatAPersonAskedForOnOneOfTheirRecordsCountsAndIsSeenOnTheOther() {
    var merged = service.registers("Ana");
    var before = asks(merged, "accounting");
    var surviving = service.registers("Ana");
    service.merges(merged, surviving).isCreated();
    var now = asks(surviving, "accounting");
    assertThat(now.json().at("/free").asBoolean()).isFalse();
    assertThat(
            service
                .maya()
                .get(REQUESTS + "?clientId=" + surviving)
                .send()
                .isOk()
                .json()
                .at("/items")
                .valueStream()
                .map(request -> request.at("/id").asString()))
        .containsExactlyInAnyOrder(before.at("/id"), now.at("/id"));
  }

  @Test
  @Proves("P2-INT-1")
  void anIntermediarysListIsEscalatedAfterTwentyOneDaysAndLateAfterThirty() {
    var asked = asks(service.registers("Ana"), "intermediary-list");
    assertThat(time(asked)).isEqualTo(Duration.ofDays(30));
    service
        .priyaThePrivacyOfficer()
        .post(REQUESTS + "/{id}/extension", asked.id())
        .ifMatch(asked)
        .body(Map.of("reason", "More time"))
        .send()
        .isProblem(409, "list-request-no-more-time");
    assertThat(Attentions.about(asked.id(), 1)).contains("list-requested privacy_officer");
    clock.advance(Duration.ofDays(21));
    sweeping.sweep();
    assertThat(Attentions.about(asked.id(), 3))
        .contains("list-request-escalated privacy_officer", "list-request-escalated supervisor");
    clock.advance(Duration.ofDays(9));
    sweeping.sweep();
    assertThat(Attentions.about(asked.id(), 5)).contains("list-request-late privacy_officer");
    clock.reset();
    var queue =
        service.priyaThePrivacyOfficer().get(REQUESTS + "?open=true&limit=200").send().isOk();
    assertThat(queue.text()).contains(asked.at("/id"));
    service.maya().get(REQUESTS).send().isNotFound();
  }

  @Test
  @Proves("P2-ACC-1")
  void anAccountingIsEscalatedLateOrNotAsItsTimeIs() {
    var waiting = asks(service.registers("Ana"), "accounting");
    var longer = asks(service.registers("Bo"), "accounting");
    var given = asks(service.registers("Cy"), "accounting");
    var priya = service.priyaThePrivacyOfficer();
    priya
        .post(REQUESTS + "/{id}/extension", longer.id())
        .ifMatch(longer)
        .body(Map.of("reason", "The paper files of 2024 are in another town."))
        .send()
        .isOk();
    priya
        .post(REQUESTS + "/{id}/answer", given.id())
        .ifMatch(given)
        .body(Map.of("how", "mailed"))
        .send()
        .isOk();
    clock.advance(Duration.ofDays(45));
    sweeping.sweep();
    Attentions.asked("list-request-escalated", waiting.id());
    assertThat(Attentions.isAsked("list-request-late", waiting.id())).isFalse();
    clock.advance(Duration.ofDays(15));
    sweeping.sweep();
    Attentions.asked("list-request-late", waiting.id());
    assertThat(Attentions.isAsked("list-request-late", longer.id())).isFalse();
    clock.advance(Duration.ofDays(30));
    sweeping.sweep();
    Attentions.asked("list-request-late", longer.id());
    assertThat(Attentions.about(given.id(), 1)).containsExactly("list-requested privacy_officer");
    assertThat(Attentions.isAsked("list-request-escalated", given.id())).isFalse();
    assertThat(Attentions.isAsked("list-request-late", given.id())).isFalse();
  }

  @Test
  @Proves("P2-ACC-1")
  void whoeverIsLateGetsNoMoreTime() {
    var asked = asks(service.registers("Ana"), "accounting");
    clock.advance(Duration.ofDays(60).plusSeconds(1));
    service
        .priyaThePrivacyOfficer()
        .post(REQUESTS + "/{id}/extension", asked.id())
        .ifMatch(asked)
        .body(Map.of("reason", "The paper files of 2024 are in another town."))
        .send()
        .isProblem(409, "list-request-no-more-time");
  }

  @Test
  @Proves({"P2-INT-1", "P2-ACC-1"})
  void theDaysAreCountedFromTheAskingWheneverItIsTyped() {
    var client = service.registers("Ana");
    var now = clock.instant();
    var body = Map.of("clientId", client, "kind", "intermediary-list");
    var late = asks(body, now.minus(Duration.ofDays(31))).isCreated();
    assertThat(Instant.parse(late.at("/dueAt"))).isBefore(now);
    assertThat(time(late)).isEqualTo(Duration.ofDays(30));
    var waiting = asks(body, now.minus(Duration.ofDays(22))).isCreated();
    sweeping.sweep();
    assertThat(Attentions.about(late.id(), 5))
        .contains("list-request-escalated privacy_officer", "list-request-late privacy_officer");
    assertThat(Attentions.about(waiting.id(), 3))
        .contains("list-request-escalated privacy_officer")
        .doesNotContain("list-request-late privacy_officer");
    asks(
            Map.of(
                "clientId", client, "kind", "accounting", "from", now.minusSeconds(60).toString()),
            now.minus(Duration.ofDays(1)))
        .isProblem(400, "invalid")
        .hasFault("/from", "in-future");
  }

  private Answer asks(Map<String, ?> request, Instant at) {
    var body = new HashMap<String, Object>(request);
    body.put("act", act(at));
    return service.maya().post(REQUESTS).body(body).send();
  }

  @Test
  @Proves("P2-ACC-1")
  void theClientAsksByThemselvesAndTheirOwnDownloadAnswersIt() {
    var client = service.anaWithHerSignIn();
    var body = new HashMap<String, Object>();
    body.put("clientId", client);
    body.put("kind", "accounting");
    body.put("act", Map.of("kind", "own-sign-in", "at", Instant.now().toString()));
    var asked = service.ana().post(REQUESTS).body(body).send().isCreated();
    var answered =
        service
            .ana()
            .post(REQUESTS + "/{id}/answer", asked.id())
            .ifMatch(asked)
            .body(Map.of("how", "downloaded"))
            .send()
            .isOk();
    assertThat(answered.at("/answeredHow")).isEqualTo("downloaded");
    service.paul().get(REQUESTS + "/{id}", asked.id()).send().isNotFound();
    service.carl().get(REQUESTS + "?clientId=" + client).send().isNotFound();
  }

  @Test
  @Proves("P2-ACC-1")
  void onlyTheOfficerAndTheClientSayThatTheyHaveIt() {
    var asked = asks(service.registers("Ana"), "accounting");
    var client = api.as(tokens.person("maya").of("riverbend").as(PEER_SPECIALIST, CLIENT));
    client
        .post(REQUESTS + "/{id}/answer", asked.id())
        .ifMatch(asked)
        .body(Map.of("how", "handed-over"))
        .send()
        .isNotFound();
    service
        .priyaThePrivacyOfficer()
        .post(REQUESTS + "/{id}/answer", asked.id())
        .ifMatch(asked)
        .body(Map.of("how", "handed-over"))
        .send()
        .isOk();
  }
}
