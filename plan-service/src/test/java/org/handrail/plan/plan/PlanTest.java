package org.handrail.plan.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.handrail.platform.act.ActKind;
import org.handrail.platform.act.RecordedAct;
import org.handrail.platform.act.Recorder;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.problem.ProblemType;
import org.handrail.platform.problem.Refusal;
import org.junit.jupiter.api.Test;

class PlanTest {

  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
  private static final Recorder MAYA = new Recorder(new SubjectId("maya"), false);
  private static final Recorder ANA = new Recorder(new SubjectId("ana"), true);

  private final Plan drawnUp = Plan.drawnUp(UUID.randomUUID(), MAYA, NOW);

  @Test
  void hasTheTwelvePartsOfTheSeeds() {
    assertThat(Arrays.stream(GoalCategory.values()).map(GoalCategory::code))
        .containsExactly(
            "support-groups",
            "individual-therapy",
            "basic-health-care-maintenance",
            "stable-housing",
            "family-life",
            "personal-relationships",
            "community-connections",
            "education-goals",
            "vocational-development",
            "job-seeking-and-employment",
            "monitoring-timetable",
            "re-engagement-plan");
  }

  @Test
  @Proves("PRS-PLAN-1")
  void keepsTheClientsWordsAsTheClients() {
    var goal = drawnUp.state(stated(StatedBy.CLIENT, MAYA), MAYA).goals().getFirst();
    assertThat(goal.statement().words()).isEqualTo("A door I can lock, and nobody counts my days");
    assertThat(goal.statement().statedBy()).isEqualTo(StatedBy.CLIENT);
    assertThat(goal.status()).isEqualTo(GoalStatus.ACCEPTED);
  }

  @Test
  @Proves("PRS-PLAN-1")
  void letsASpecialistOnlyPropose() {
    var proposal = stated(StatedBy.PRS_PROPOSAL, MAYA);
    var proposed = drawnUp.state(proposal, MAYA);
    assertThat(proposed.goals().getFirst().status()).isEqualTo(GoalStatus.PROPOSED);
    refuses(Plan.WITHOUT_GOAL, () -> proposed.activate(byPhone()));

    var accepted = proposed.accept(proposal.id(), byPhone());
    assertThat(accepted.goals().getFirst().acceptance()).isEqualTo(byPhone());
    assertThat(accepted.activate(byPhone()).status()).isEqualTo(PlanStatus.ACTIVE);
  }

  @Test
  void hasNoWayToMakeAProposalTheClientsWithoutAnAct() {
    assertThatThrownBy(() -> new Goal.Accepted(stated(StatedBy.PRS_PROPOSAL, MAYA), null))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void doesNotLetClientsProposeToThemselves() {
    refuses(Statement.AUTHOR_NOT_POSSIBLE, () -> stated(StatedBy.PRS_PROPOSAL, ANA));
  }

  @Test
  @Proves("PRS-PLAN-1")
  void growsOnceInForceByTheClientAlone() {
    var active = drawnUp.state(stated(StatedBy.CLIENT, MAYA), MAYA).activate(byPhone());
    var written = active.state(stated(StatedBy.CLIENT, MAYA), MAYA).goals().getLast();
    assertThat(written.status()).isEqualTo(GoalStatus.PROPOSED);

    var own = active.state(stated(StatedBy.CLIENT, ANA), ANA).goals().getLast();
    assertThat(own.status()).isEqualTo(GoalStatus.ACCEPTED);
    assertThat(own.acceptance()).isEqualTo(RecordedAct.ownSignIn(ANA.subject(), NOW));
  }

  @Test
  void comesIntoForceOnce() {
    var active = drawnUp.state(stated(StatedBy.CLIENT, MAYA), MAYA).activate(byPhone());
    assertThat(active.activation()).isEqualTo(byPhone());
    refuses(Plan.ALREADY_ACTIVE, () -> active.activate(byPhone()));
    refuses(Plan.NOT_ACTIVE, drawnUp::requireActive);
    active.requireActive();
  }

  @Test
  void acceptsAGoalOnceAndOnlyItsOwn() {
    var goal = stated(StatedBy.CLIENT, MAYA);
    var plan = drawnUp.state(goal, MAYA);
    refuses(Plan.GOAL_ALREADY_ACCEPTED, () -> plan.accept(goal.id(), byPhone()));
    assertThatThrownBy(() -> plan.accept(GoalId.random(), byPhone())).isInstanceOf(NotFound.class);
  }

  @Test
  void leadsMilestonesToGoalsOfTheClient() {
    var own = stated(StatedBy.CLIENT, MAYA);
    var proposal = stated(StatedBy.PRS_PROPOSAL, MAYA);
    var plan = drawnUp.state(own, MAYA).state(proposal, MAYA);
    assertThat(plan.withMilestoneTowards(own.id()).version()).isEqualTo(plan.version() + 1);
    refuses(Plan.GOAL_NOT_ACCEPTED, () -> plan.withMilestoneTowards(proposal.id()));
    refuses(Plan.GOAL_NOT_IN_PLAN, () -> plan.withMilestoneTowards(GoalId.random()));
  }

  @Test
  void countsWhateverTheClientWouldWantToHaveSeen() {
    var proposal = stated(StatedBy.PRS_PROPOSAL, MAYA);
    var stated = drawnUp.state(proposal, MAYA);
    var accepted = stated.accept(proposal.id(), byPhone());
    assertThat(drawnUp.version()).isEqualTo(1);
    assertThat(stated.version()).isEqualTo(2);
    assertThat(accepted.version()).isEqualTo(3);
    assertThat(accepted.activate(byPhone()).version()).isEqualTo(4);
  }

  private static Statement stated(StatedBy by, Recorder recorder) {
    return Statement.of(
        "A door I can lock, and nobody counts my days",
        GoalCategory.STABLE_HOUSING,
        by,
        recorder,
        NOW);
  }

  private static RecordedAct byPhone() {
    return RecordedAct.of(ActKind.PHONE, NOW, "yes, that is mine", MAYA, NOW);
  }

  private static void refuses(ProblemType type, ThrowingCallable attempt) {
    assertThatThrownBy(attempt)
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.problem().type()).isEqualTo(type));
  }
}
