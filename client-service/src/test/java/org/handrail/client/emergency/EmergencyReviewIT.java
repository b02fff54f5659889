package org.handrail.client.emergency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.client.emergency.Glass.breaksGlass;
import static org.handrail.client.emergency.Glass.emergency;
import static org.handrail.platform.caller.Role.SUPERVISOR;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.handrail.client.Attentions;
import org.handrail.client.ClientService;
import org.handrail.platform.caller.AgencyId;
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

/** What follows on an emergency: who hears of it, who reviews it, and what the client is told. */
@HandrailIT
class EmergencyReviewIT {
  private final Api api;
  private final TokenIssuer tokens;
  private final ClientService service;
  private final SettableClock clock;
  private final Sweeping sweeping;
  private final JdbcClient jdbc;
  private final Transactions transactions;

  EmergencyReviewIT(
      Api api,
      TokenIssuer tokens,
      SettableClock clock,
      Sweeping sweeping,
      JdbcClient jdbc,
      Transactions transactions) {
    this.api = api;
    this.tokens = tokens;
    service = new ClientService(api, tokens);
    this.clock = clock;
    this.sweeping = sweeping;
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  @Test
  @Proves("P2-EMG-1")
  void supervisorAndPrivacyOfficerHearAtOnceAndTheReviewHasItsClock() {
    var client = service.registers("Ana");
    var access = breaksGlass(service.maya(), emergency(client)).isCreated();
    var maya = TokenIssuer.subject("maya");
    assertThat(Attentions.about(access.id(), 3))
        .containsExactlyInAnyOrder(
            "emergency-access supervisor",
            "emergency-access privacy_officer",
            "emergency-tell-client " + maya);
    assertThat(queue()).contains(access.at("/id"));

    clock.advance(Duration.ofHours(49));
    sweeping.sweep();
    assertThat(Attentions.about(access.id(), 5))
        .contains("emergency-review-waits supervisor", "emergency-review-waits privacy_officer");
    clock.advance(Duration.ofHours(24));
    sweeping.sweep();
    assertThat(Attentions.about(access.id(), 7))
        .contains("emergency-review-late supervisor", "emergency-review-late privacy_officer");
    clock.reset();

    var review = Map.of("finding", "justified", "note", "The hospital called back and confirmed.");
    var reviewed =
        service
            .priyaThePrivacyOfficer()
            .post("/api/emergency-access/{id}/review", access.id())
            .body(review)
            .send()
            .isOk();
    assertThat(reviewed.at("/review/finding")).isEqualTo("justified");
    assertThat(queue()).doesNotContain(access.at("/id"));
    service
        .rosaTheSupervisor()
        .post("/api/emergency-access/{id}/review", access.id())
        .body(review)
        .send()
        .isProblem(409, "emergency-already-reviewed");
  }

  private String queue() {
    return service
        .rosaTheSupervisor()
        .get("/api/emergency-access?toReview=true&limit=200")
        .send()
        .isOk()
        .text();
  }

  @Test
  @Proves("P2-EMG-1")
  void aReviewInTimeStopsTheClockAndNobodyReviewsTheirOwn() {
    var client = service.registers("Ana");
    var access = breaksGlass(service.rosaTheSupervisor(), emergency(client)).isCreated();
    var review = Map.of("finding", "not-justified", "note", "Nobody could confirm it.");
    service
        .rosaTheSupervisor()
        .post("/api/emergency-access/{id}/review", access.id())
        .body(review)
        .send()
        .isProblem(409, "emergency-own-review");
    api.as(tokens.person("sol").of("riverbend").as(SUPERVISOR))
        .post("/api/emergency-access/{id}/review", access.id())
        .body(review)
        .send()
        .isOk();
    var left =
        AgencyScope.as(new AgencyId("riverbend"))
            .call(
                () ->
                    transactions.reading(
                        () ->
                            jdbc.sql(
                                    """
                                    select count(*) from deadline
                                    where about = :id and kind like 'emergency-review-%'
                                    """)
                                .param("id", access.id())
                                .query(Long.class)
                                .single()));
    assertThat(left).isZero();
  }

  @Test
  @Proves("P2-EMG-1")
  void theClientSeesItAtOnceAndItIsRecordedWhenTheyWereTold() {
    var client = service.anaWithHerSignIn();
    var access = breaksGlass(service.maya(), emergency(client)).isCreated();
    var seen = service.ana().get("/api/emergency-access?clientId=" + client).send().isOk();
    assertThat(seen.at("/items/0/id")).isEqualTo(access.at("/id"));
    assertThat(seen.at("/items/0/personnel")).isEqualTo("Dr. Osei");
    assertThat(seen.json().at("/items/0").has("toldAt")).isFalse();
    service.paul().post("/api/emergency-access/{id}/told", access.id()).send().isNotFound();
    var told = service.maya().post("/api/emergency-access/{id}/told", access.id()).send().isOk();
    assertThat(told.at("/toldAt")).isNotBlank();
    var ledger = service.ana().get("/api/disclosures?clientId=" + client).send().isOk();
    assertThat(ledger.at("/items/0/basis")).isEqualTo("42 CFR 2.51");
  }

  @Test
  @Proves("P2-EMG-1")
  void whomNobodyToldAfterAWeekIsToldByTheSupervisor() {
    var told = breaksGlass(service.maya(), emergency(service.registers("Bo"))).isCreated();
    var untold = breaksGlass(service.maya(), emergency(service.registers("Ana"))).isCreated();
    service.maya().post("/api/emergency-access/{id}/told", told.id()).send().isOk();
    clock.advance(Duration.ofDays(7));
    sweeping.sweep();
    clock.reset();
    Attentions.asked("emergency-untold", untold.id());
    assertThat(Attentions.isAsked("emergency-untold", told.id())).isFalse();
  }

  @Test
  void nobodyIsAskedToTellWhoDied() {
    var client = service.registers("Bo");
    var late = breaksGlass(service.maya(), emergency(client)).isCreated();
    var other = breaksGlass(service.maya(), emergency(service.registers("Ana"))).isCreated();
    var episode = service.maya().post("/api/clients/{id}/episodes", client).send().isCreated();
    service
        .rosaTheSupervisor()
        .post("/api/clients/" + client + "/episodes/" + episode.id() + "/closing")
        .body(Map.of("reason", "died"))
        .ifMatch(episode)
        .send()
        .isOk();
    clock.advance(Duration.ofDays(7));
    sweeping.sweep();
    clock.reset();

    Attentions.asked("emergency-untold", other.id());
    assertThat(Attentions.isAsked("emergency-untold", late.id())).isFalse();
  }

  @Test
  @Proves("P2-EMG-1")
  void whereNobodyWalksWithTheClientTheSupervisorTellsThem() {
    var client = service.registers("Ana");
    AgencyScope.as(new AgencyId("riverbend"))
        .run(
            () ->
                transactions.run(
                    () ->
                        jdbc.sql("delete from assignment where client_id = :id")
                            .param("id", client)
                            .update()));
    var access = breaksGlass(service.paul(), emergency(client)).isCreated();
    assertThat(Attentions.about(access.id(), 3)).contains("emergency-tell-client supervisor");
  }

  @Test
  @Proves("P2-EMG-1")
  void ofTwoReviewsAtOnceOneCounts() throws InterruptedException, ExecutionException {
    var client = service.registers("Ana");
    var access = breaksGlass(service.maya(), emergency(client)).isCreated();
    var review = Map.of("finding", "justified", "note", "It was right.");
    Callable<Integer> reviewing =
        () ->
            service
                .rosaTheSupervisor()
                .post("/api/emergency-access/{id}/review", access.id())
                .body(review)
                .send()
                .status();
    try (var together = Executors.newVirtualThreadPerTaskExecutor()) {
      var statuses = new ArrayList<Integer>();
      for (var answer : together.invokeAll(List.of(reviewing, reviewing, reviewing))) {
        statuses.add(answer.get());
      }
      assertThat(statuses).containsExactlyInAnyOrder(200, 409, 409);
    }
  }
}
