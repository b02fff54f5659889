package org.handrail.plan.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.plan.Coalition;
import org.handrail.plan.PlanServiceIT;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.EventContracts;
import org.handrail.platform.fixtures.KafkaFixture;
import org.handrail.platform.fixtures.ToldMerges;
import org.junit.jupiter.api.Test;

@PlanServiceIT
class MergedPlanIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String REFUSED = "client-merged";

  private final Coalition coalition;
  private final ToldMerges merges;

  MergedPlanIT(Coalition coalition) {
    this.coalition = coalition;
    merges = new ToldMerges(coalition.transactions, coalition.jdbc, new AgencyId("riverbend"));
  }

  @Test
  void nothingBecomesPartOfAMergedRecordsPlanUntilTheMergeIsUndone() {
    var client = coalition.client();
    var plan = coalition.plan(client);
    var goal = coalition.goal(coalition.maya, plan, "client").isCreated().id();
    var proposal = coalition.goal(coalition.maya, plan, "prs-proposal").isCreated().id();
    var asItStood = coalition.maya.get("/api/plans/{id}", plan).send().isOk().text();

    merges.merge(client.id());
    for (var by : List.of(coalition.maya, coalition.ana)) {
      coalition.goal(by, plan, "client").isProblem(409, REFUSED);
      accept(by, plan, proposal).isProblem(409, REFUSED);
      coalition.activate(by, plan, kindOf(by)).isProblem(409, REFUSED);
      state(by, plan, goal).isProblem(409, REFUSED);
    }
    for (var reader : List.of(coalition.maya, coalition.rosa, coalition.ana)) {
      assertThat(reader.get("/api/plans/{id}", plan).send().isOk().text()).isEqualTo(asItStood);
    }
    for (var stranger : coalition.strangers()) {
      coalition.goal(stranger, plan, "client").isNotFound();
      accept(stranger, plan, proposal).isNotFound();
      state(stranger, plan, goal).isNotFound();
      drawUp(stranger, client.id()).isNotFound();
    }

    merges.undo(client.id());
    accept(coalition.maya, plan, proposal).isOk();
    state(coalition.maya, plan, goal).isCreated();
    coalition.activate(coalition.maya, plan, "phone").isOk();
  }

  @Test
  void aMergedRecordGetsNoPlan() {
    var client = coalition.client();
    merges.merge(client.id());
    drawUp(coalition.maya, client.id()).isProblem(409, REFUSED);
    merges.undo(client.id());
    drawUp(coalition.maya, client.id()).isCreated();
  }

  @Test
  void whatAReferralProposedIsStillMarked() {
    var client = coalition.client();
    var plan = coalition.plan(client);
    var goal = coalition.goal(coalition.maya, plan, "client").isCreated().id();
    var waiting = state(coalition.maya, plan, goal).isCreated().id();
    var body = coalition.milestone(plan, goal);
    body.remove("on");
    var open = coalition.maya.post("/api/milestones").body(body).send().isCreated().id();
    coalition.activate(coalition.maya, plan, "phone").isOk();

    merges.merge(client.id());
    attended(UUID.randomUUID(), client.id());
    awaitProposed(waiting);
    mark(waiting).isOk();
    mark(open).isProblem(409, REFUSED);
  }

  @Test
  void aReferralOfAMergedRecordProposesToThePlanOfTheOneThatStands() {
    var stands = coalition.client();
    var merged = coalition.client();
    var plan = coalition.plan(stands);
    var goal = coalition.goal(coalition.maya, plan, "client").isCreated().id();
    coalition.activate(coalition.maya, plan, "phone").isOk();
    merges.merge(merged.id(), stands.id());

    var toCome = UUID.randomUUID();
    var before = state(coalition.maya, plan, goal, toCome);
    attended(toCome, merged.id());
    awaitProposed(before);
    assertThat(status(state(coalition.maya, plan, goal, toCome))).isEqualTo("proposed");

    var ofAnother = coalition.client();
    var theirs = UUID.randomUUID();
    var own = coalition.plan(ofAnother);
    var ownGoal = coalition.goal(coalition.maya, own, "client").isCreated().id();
    var waits = state(coalition.maya, own, ownGoal, theirs);
    attended(theirs, ofAnother.id());
    awaitProposed(waits);
    assertThat(status(state(coalition.maya, plan, goal, theirs))).isEqualTo("open");
  }

  private UUID state(Api by, UUID plan, UUID goal, UUID referral) {
    var body = coalition.milestone(plan, goal);
    body.put("on", Map.of("referralBusinessStatus", "attended", "referralId", referral));
    return by.post("/api/milestones").body(body).send().isCreated().id();
  }

  private void awaitProposed(UUID milestone) {
    await().atMost(PATIENCE).until(() -> status(milestone).equals("proposed"));
  }

  private String status(UUID milestone) {
    return coalition.maya.get("/api/milestones/{id}", milestone).send().isOk().at("/status");
  }

  private static void attended(UUID referral, UUID client) {
    KafkaFixture.send(
        EventContracts.examples("org.handrail.referral.status-released.v1").stream()
            .filter(it -> it.data().path("businessStatus").asString("").equals("attended"))
            .findFirst()
            .orElseThrow()
            .about(referral)
            .ofAgency("riverbend")
            .with("clientId", client.toString())
            .onTheWire());
  }

  private Answer accept(Api by, UUID plan, UUID goal) {
    return by.post("/api/plans/" + plan + "/goals/" + goal + "/acceptance")
        .body(coalition.act(kindOf(by)))
        .send();
  }

  private String kindOf(Api by) {
    return by == coalition.ana ? "own-sign-in" : "in-person";
  }

  private Answer state(Api by, UUID plan, UUID goal) {
    return by.post("/api/milestones").body(coalition.milestone(plan, goal)).send();
  }

  private Answer mark(UUID milestone) {
    return coalition
        .maya
        .post("/api/milestones/{id}/marking", milestone)
        .body(coalition.act("phone"))
        .send();
  }

  private static Answer drawUp(Api by, UUID client) {
    return by.post("/api/plans").body(Map.of("clientId", client)).send();
  }
}
