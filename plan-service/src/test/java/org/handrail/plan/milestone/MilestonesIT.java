package org.handrail.plan.milestone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.handrail.platform.fixtures.EventContracts.assertPromised;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.handrail.plan.Coalition;
import org.handrail.plan.PlanServiceIT;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.EventContracts;
import org.handrail.platform.fixtures.EventContracts.Example;
import org.handrail.platform.fixtures.KafkaFixture;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.scope.AgencyScope;
import org.junit.jupiter.api.Test;

@PlanServiceIT
class MilestonesIT {

  private static final String STATUS_RELEASED = "org.handrail.referral.status-released.v1";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Coalition coalition;

  MilestonesIT(Coalition coalition) {
    this.coalition = coalition;
  }

  private record Waiting(Coalition.Client client, UUID plan, UUID goal, UUID milestone) {}

  private Waiting waiting() {
    var client = coalition.client();
    var plan = coalition.plan(client);
    var goal = coalition.goal(coalition.maya, plan, "client").isCreated().id();
    var milestone = state(plan, goal).isCreated().id();
    coalition.activate(coalition.maya, plan, "in-person").isOk();
    return new Waiting(client, plan, goal, milestone);
  }

  private Answer state(UUID plan, UUID goal) {
    return coalition.maya.post("/api/milestones").body(coalition.milestone(plan, goal)).send();
  }

  private Answer read(UUID milestone) {
    return coalition.maya.get("/api/milestones/{id}", milestone).send().isOk();
  }

  private static Example attended() {
    return EventContracts.examples(STATUS_RELEASED).stream()
        .filter(it -> it.data().path("businessStatus").asString("").equals("attended"))
        .findFirst()
        .orElseThrow();
  }

  private static void tell(Example example, UUID referral, UUID client) {
    KafkaFixture.send(
        example
            .about(referral)
            .ofAgency("riverbend")
            .with("clientId", client.toString())
            .onTheWire());
  }

  @Test
  @Proves("PRS-PLAN-1")
  void isProposedByAnArrivalAndMarkedByTheClientsActAlone() {
    var waiting = waiting();
    var referral = UUID.randomUUID();
    tell(attended(), referral, waiting.client().id());
    await()
        .atMost(PATIENCE)
        .until(() -> read(waiting.milestone()).at("/status").equals("proposed"));
    var proposed = read(waiting.milestone());
    assertThat(proposed.at("/proposal/referralId")).isEqualTo(referral.toString());
    assertThat(proposed.json().has("marking")).isFalse();

    var path = "/api/milestones/" + waiting.milestone() + "/marking";
    coalition
        .maya
        .post(path)
        .body(Map.of())
        .send()
        .isProblem(400, "invalid")
        .hasFault("/act", "missing");
    coalition
        .maya
        .post(path)
        .body(coalition.act("own-sign-in"))
        .send()
        .isProblem(422, "act-kind-not-possible");
    var marked = coalition.maya.post(path).body(coalition.act("in-person")).send().isOk();
    assertThat(marked.at("/status")).isEqualTo("marked");
    coalition
        .maya
        .post(path)
        .body(coalition.act("in-person"))
        .send()
        .isProblem(409, "milestone-already-marked");

    var told =
        KafkaFixture.read(
            "handrail.plan.v1", it -> it.key().equals(waiting.milestone().toString()), 2, PATIENCE);
    assertPromised(told.getFirst(), "org.handrail.milestone.proposed.v1");
    assertPromised(told.getLast(), "org.handrail.milestone.marked.v1");
  }

  @Test
  void takesEveryExampleOfWhatItReads() {
    for (var example : EventContracts.examples(STATUS_RELEASED)) {
      var waiting = waiting();
      var referral = UUID.randomUUID();
      tell(example, referral, waiting.client().id());
      // Of the same key, so that it comes after what is under test, or is parked behind it.
      tell(attended(), referral, waiting.client().id());
      await()
          .atMost(PATIENCE)
          .alias(example.name())
          .until(() -> read(waiting.milestone()).at("/status").equals("proposed"));
    }
  }

  @Test
  void isProposedOncePerReferral() {
    var waiting = waiting();
    var referral = UUID.randomUUID();
    tell(attended(), referral, waiting.client().id());
    await()
        .atMost(PATIENCE)
        .until(() -> read(waiting.milestone()).at("/status").equals("proposed"));
    var later = state(waiting.plan(), waiting.goal()).isCreated().id();
    // The same news again, as when the referral ends where the client arrived: no news.
    tell(attended(), referral, waiting.client().id());
    var marker = UUID.randomUUID();
    var another = waiting();
    tell(attended(), marker, another.client().id());
    await()
        .atMost(PATIENCE)
        .until(() -> read(another.milestone()).at("/status").equals("proposed"));
    assertThat(read(later).at("/status")).isEqualTo("open");
  }

  @Test
  void hearsOfAReferralThatIsNamedThoughTheNewsCameFirst() {
    var waiting = waiting();
    var referral = UUID.randomUUID();
    tell(attended(), referral, waiting.client().id());
    await()
        .atMost(PATIENCE)
        .until(() -> read(waiting.milestone()).at("/status").equals("proposed"));
    var body = coalition.milestone(waiting.plan(), waiting.goal());
    body.put("on", Map.of("referralBusinessStatus", "attended", "referralId", referral));
    var named = coalition.maya.post("/api/milestones").body(body).send().isCreated();
    assertThat(named.at("/status")).isEqualTo("proposed");
  }

  @Test
  void isNotTouchedByAnotherAgencysReferral() {
    var waiting = waiting();
    var foreign = UUID.randomUUID();
    KafkaFixture.send(
        attended()
            .about(foreign)
            .ofAgency("cedarhouse")
            .with("clientId", waiting.client().id().toString())
            .onTheWire());
    var own = UUID.randomUUID();
    tell(attended(), own, waiting.client().id());
    await()
        .atMost(PATIENCE)
        .until(() -> read(waiting.milestone()).at("/status").equals("proposed"));
    await().atMost(PATIENCE).until(() -> attendedAt("cedarhouse", foreign));
    assertThat(read(waiting.milestone()).at("/proposal/referralId")).isEqualTo(own.toString());
  }

  private boolean attendedAt(String agency, UUID referral) {
    return AgencyScope.as(new AgencyId(agency))
        .call(
            () ->
                coalition.transactions.reading(
                    () ->
                        coalition
                                .jdbc
                                .sql("select count(*) from attended_referral where referral_id = ?")
                                .param(referral)
                                .query(Long.class)
                                .single()
                            == 1));
  }

  @Test
  void needsAPlanInForceAndAGoalOfTheClient() {
    var plan = coalition.plan(coalition.client());
    var proposal = coalition.goal(coalition.maya, plan, "prs-proposal").isCreated().id();
    state(plan, proposal).isProblem(409, "goal-not-accepted");
    state(plan, UUID.randomUUID()).isProblem(422, "goal-not-in-plan");
    state(UUID.randomUUID(), proposal).isNotFound();
    var goal = coalition.goal(coalition.maya, plan, "client").isCreated().id();
    var early = state(plan, goal).isCreated().id();
    coalition
        .maya
        .post("/api/milestones/{id}/marking", early)
        .body(coalition.act("phone"))
        .send()
        .isProblem(409, "plan-not-active");
  }

  @Test
  void looksToStrangersAsIfItWereNotThere() {
    var waiting = waiting();
    for (var stranger : coalition.strangers()) {
      stranger.get("/api/milestones/{id}", waiting.milestone()).send().isNotFound();
      stranger.get("/api/milestones?planId=" + waiting.plan()).send().isNotFound();
      stranger.get("/api/milestones?planId=" + UUID.randomUUID()).send().isNotFound();
      stranger
          .post("/api/milestones")
          .body(coalition.milestone(waiting.plan(), waiting.goal()))
          .send()
          .isNotFound();
      stranger
          .post("/api/milestones/{id}/marking", waiting.milestone())
          .body(coalition.act("phone"))
          .send()
          .isNotFound();
    }
  }

  @Test
  void areListedPageByPage() {
    var waiting = waiting();
    var second = state(waiting.plan(), waiting.goal()).isCreated().id();
    var third = state(waiting.plan(), waiting.goal()).isCreated().id();
    var path = "/api/milestones?limit=2&planId=" + waiting.plan();
    var first = coalition.ana.get(path).send().isOk();
    assertThat(first.at("/items/0/id")).isEqualTo(waiting.milestone().toString());
    assertThat(first.at("/items/1/id")).isEqualTo(second.toString());
    var rest = coalition.ana.get(path + "&after=" + first.at("/next")).send().isOk();
    assertThat(rest.at("/items/0/id")).isEqualTo(third.toString());
    assertThat(rest.json().has("next")).isFalse();
    coalition.ana.get(path.replace("limit=2", "limit=201")).send().isProblem(400, "invalid");
  }

  @Test
  void waitsForArrivalsOnly() {
    var waiting = waiting();
    var body = coalition.milestone(waiting.plan(), waiting.goal());
    body.put("on", Map.of("referralBusinessStatus", "engaged"));
    coalition.maya.post("/api/milestones").body(body).send().isProblem(400, "invalid");
  }
}
