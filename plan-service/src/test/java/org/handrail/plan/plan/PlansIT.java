package org.handrail.plan.plan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.platform.fixtures.EventContracts.assertPromised;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.plan.Coalition;
import org.handrail.plan.PlanServiceIT;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.fixtures.KafkaFixture;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.TokenIssuer;
import org.handrail.platform.scope.AgencyScope;
import org.junit.jupiter.api.Test;

@PlanServiceIT
class PlansIT {

  private final Coalition coalition;
  private final Plans plans;

  PlansIT(Coalition coalition, Plans plans) {
    this.coalition = coalition;
    this.plans = plans;
  }

  @Test
  void isInForceByTheClientsActAndToldWithoutWords() {
    var client = coalition.client();
    var plan = coalition.plan(client);
    var goal = coalition.goal(coalition.maya, plan, "client").isCreated();
    assertThat(goal.at("/words")).isEqualTo("Take my daughter to school");
    assertThat(goal.at("/statedBy")).isEqualTo("client");
    assertThat(goal.header("Location")).isEqualTo("/api/plans/" + plan + "/goals/" + goal.id());

    var active = coalition.activate(coalition.maya, plan, "in-person").isOk();
    assertThat(active.at("/status")).isEqualTo("active");
    assertThat(active.at("/activation/kind")).isEqualTo("in-person");
    assertThat(active.etag()).isEqualTo("\"3\"");

    var told =
        KafkaFixture.read(
            "handrail.plan.v1", it -> it.key().equals(plan.toString()), 2, Duration.ofSeconds(30));
    assertPromised(told.getFirst(), "org.handrail.plan.created.v1");
    assertPromised(told.getLast(), "org.handrail.plan.activated.v1");
    assertThat(new String(told.getLast().value(), UTF_8))
        .contains(client.id().toString(), "family-life")
        .doesNotContain("daughter");
  }

  @Test
  @Proves("PRS-PLAN-1")
  void isActivatedByNobodyButTheClient() {
    var plan = coalition.plan(coalition.client());
    coalition.goal(coalition.maya, plan, "client").isCreated();
    coalition
        .maya
        .post("/api/plans/{id}/activation", plan)
        .ifMatch(2)
        .body(Map.of())
        .send()
        .isProblem(400, "invalid")
        .hasFault("/act", "missing");
    coalition
        .activate(coalition.maya, plan, "own-sign-in")
        .isProblem(422, "act-kind-not-possible")
        .hasFault("/act/kind", "not-possible");
    assertThat(coalition.maya.get("/api/plans/{id}", plan).send().at("/status")).isEqualTo("draft");
  }

  @Test
  @Proves("PRS-PLAN-1")
  void isActivatedByTheClientsOwnSignIn() {
    var plan = coalition.plan(coalition.client());
    coalition.goal(coalition.ana, plan, "client").isCreated();
    coalition.activate(coalition.ana, plan, "in-person").isProblem(422, "act-kind-not-possible");
    var active = coalition.activate(coalition.ana, plan, "own-sign-in").isOk();
    assertThat(active.at("/activation/recordedBy")).isEqualTo(TokenIssuer.subject("ana").value());
  }

  @Test
  @Proves("PRS-PLAN-1")
  void keepsProposalsAsideUntilTheClientAcceptsThem() {
    var plan = coalition.plan(coalition.client());
    var proposal = coalition.goal(coalition.maya, plan, "prs-proposal").isCreated();
    assertThat(proposal.at("/status")).isEqualTo("proposed");
    coalition.activate(coalition.maya, plan, "phone").isProblem(409, "plan-without-goal");

    var path = "/api/plans/" + plan + "/goals/" + proposal.id() + "/acceptance";
    coalition.maya.post(path).body(Map.of()).send().isProblem(400, "invalid");
    var accepted = coalition.maya.post(path).body(coalition.act("phone")).send().isOk();
    assertThat(accepted.at("/status")).isEqualTo("accepted");
    assertThat(accepted.at("/statedBy")).as("whose thought it was").isEqualTo("prs-proposal");
    assertThat(accepted.at("/acceptance/kind")).isEqualTo("phone");
    coalition
        .maya
        .post(path)
        .body(coalition.act("phone"))
        .send()
        .isProblem(409, "goal-already-accepted");
    coalition.activate(coalition.maya, plan, "phone").isOk();
  }

  @Test
  void isActivatedAsItWasSeen() {
    var plan = coalition.plan(coalition.client());
    coalition.goal(coalition.maya, plan, "client").isCreated();
    var path = "/api/plans/" + plan + "/activation";
    coalition
        .maya
        .post(path)
        .body(coalition.act("phone"))
        .send()
        .isProblem(428, "precondition-required");
    coalition
        .maya
        .post(path)
        .ifMatch(1)
        .body(coalition.act("phone"))
        .send()
        .isProblem(412, "version-conflict");
    coalition.maya.post(path).ifMatch(2).body(coalition.act("phone")).send().isOk();
    coalition
        .maya
        .post(path)
        .ifMatch(3)
        .body(coalition.act("phone"))
        .send()
        .isProblem(409, "plan-already-active");
  }

  @Test
  void takesEffectOnceHoweverOftenItIsSent() {
    var client = coalition.client();
    var call = coalition.maya.post("/api/plans").key("one").body(Map.of("clientId", client.id()));
    assertThat(call.send().isCreated().id()).isEqualTo(call.send().isCreated().id());
    coalition
        .maya
        .post("/api/plans")
        .body(Map.of("clientId", client.id()))
        .send()
        .isProblem(409, "plan-exists");
    var listed = coalition.maya.get("/api/plans?clientId=" + client.id()).send().isOk();
    assertThat(listed.json().at("/items").size()).isEqualTo(1);
  }

  @Test
  void looksToStrangersAsIfItWereNotThere() {
    var client = coalition.client();
    var plan = coalition.plan(client);
    var goal = coalition.goal(coalition.maya, plan, "client").isCreated().id();
    for (var stranger : coalition.strangers()) {
      stranger.get("/api/plans/{id}", plan).send().isNotFound();
      stranger.get("/api/plans/{id}", UUID.randomUUID()).send().isNotFound();
      stranger.get("/api/plans/{id}/goals/{goal}", plan, goal).send().isNotFound();
      stranger.get("/api/plans?clientId=" + client.id()).send().isNotFound();
      stranger.get("/api/plans?clientId=" + UUID.randomUUID()).send().isNotFound();
      stranger.post("/api/plans").body(Map.of("clientId", client.id())).send().isNotFound();
      coalition.goal(stranger, plan, "client").isNotFound();
      stranger
          .post("/api/plans/{id}/activation", plan)
          .ifMatch(7)
          .body(coalition.act("phone"))
          .send()
          .isNotFound();
      stranger
          .post("/api/plans/{id}/goals/{goal}/acceptance", plan, goal)
          .body(coalition.act("phone"))
          .send()
          .isNotFound();
    }
    var elsewhere =
        AgencyScope.as(new AgencyId("cedarhouse"))
            .call(() -> coalition.transactions.reading(() -> plans.find(new PlanId(plan))));
    assertThat(elsewhere).as("row security").isEmpty();
    assertThat(coalition.transactions.reading(() -> plans.find(new PlanId(plan))))
        .as("without an agency")
        .isEmpty();
  }

  @Test
  void asksClientServiceOfWhomNoEventHasToldYet() {
    var client = UUID.randomUUID();
    coalition.clientService.knows("maya", client);
    var plan =
        coalition.maya.post("/api/plans").body(Map.of("clientId", client)).send().isCreated().id();
    coalition.maya.get("/api/plans/{id}", plan).send().isOk();
    coalition.paul.get("/api/plans/{id}", plan).send().isNotFound();
  }

  @Test
  void supervisorsReadAndIntakeDoesNeither() {
    var client = coalition.client();
    var plan = coalition.plan(client);
    coalition.rosa.get("/api/plans/{id}", plan).send().isOk();
    coalition.goal(coalition.rosa, plan, "client").isProblem(403, "role-not-allowed");
    coalition.hana.get("/api/plans/{id}", plan).send().isProblem(403, "role-not-allowed");
  }

  @Test
  void saysWhatIsWrongAndDoesNothingHalf() {
    var plan = coalition.plan(coalition.client());
    var goals = "/api/plans/" + plan + "/goals";
    var bad =
        List.of(
            "{",
            "[]",
            "{\"words\":\"a\",\"category\":\"family-life\",\"statedBy\":\"client\",\"mood\":1}",
            "{\"words\":\"a\",\"category\":\"wealth\",\"statedBy\":\"client\"}",
            "{\"words\":{},\"category\":\"family-life\",\"statedBy\":\"client\"}",
            "{\"words\":\" \",\"category\":\"family-life\",\"statedBy\":\"client\"}",
            "{\"words\":\"%s\",\"category\":\"family-life\",\"statedBy\":\"client\"}"
                .formatted("a".repeat(2001)),
            "{\"words\":\"a\",\"statedBy\":\"client\"}",
            "{}");
    for (var body : bad) {
      var answer = coalition.maya.post(goals).body(body).send();
      assertThat(answer.status()).as(body).isEqualTo(400);
      assertThat(answer.at("/code")).isIn("malformed", "invalid");
    }
    coalition
        .maya
        .post(goals)
        .bytes(new byte[] {'{', '"', (byte) 0xC3, '"', '}'})
        .send()
        .isProblem(400, "malformed");
    coalition
        .maya
        .post(goals)
        .header("Content-Type", "text/plain")
        .body("a")
        .send()
        .isProblem(415, "unsupported-media-type");
    coalition.maya.get("/api/plans/not-an-id").send().isNotFound();
    coalition.maya.get("/api/plans").send().hasStatus(400);
    coalition
        .maya
        .post("/api/plans/{id}/activation", plan)
        .ifMatch(1)
        .body(Map.of("act", Map.of("kind", "phone", "at", "2199-01-01T00:00:00Z")))
        .send()
        .isProblem(400, "invalid")
        .hasFault("/act/at", "in-future");
    var unchanged = coalition.maya.get("/api/plans/{id}", plan).send();
    assertThat(unchanged.etag()).isEqualTo("\"1\"");
    assertThat(unchanged.json().at("/goals").size()).isZero();
  }
}
