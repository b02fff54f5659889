package org.handrail.plan.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.handrail.platform.act.RecordedAct;
import org.handrail.platform.act.Recorder;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.problem.ProblemType;
import org.handrail.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A client's own plan. It comes into force by the client's act, and from then on nothing becomes
 * part of it without another one (PRS-PLAN-1).
 *
 * @param activation by which the client put it into force
 * @param version grows by one with everything that the client would want to have seen before acting
 */
public record Plan(
    PlanId id,
    UUID clientId,
    List<Goal> goals,
    @Nullable RecordedAct activation,
    SubjectId drawnUpBy,
    Instant drawnUpAt,
    long version) {

  static final ProblemType ALREADY_ACTIVE =
      ProblemType.of("plan-already-active", 409, "The plan is in force already");
  static final ProblemType WITHOUT_GOAL =
      ProblemType.of("plan-without-goal", 409, "No goal of the plan is the client's own yet");
  static final ProblemType NOT_ACTIVE =
      ProblemType.of("plan-not-active", 409, "The client has not put the plan into force");
  static final ProblemType GOAL_ALREADY_ACCEPTED =
      ProblemType.of("goal-already-accepted", 409, "The goal is the client's own already");
  static final ProblemType GOAL_NOT_ACCEPTED =
      ProblemType.of("goal-not-accepted", 409, "The client has not accepted the goal");
  static final ProblemType GOAL_NOT_IN_PLAN =
      ProblemType.of("goal-not-in-plan", 422, "The plan has no such goal");

  public Plan {
    goals = List.copyOf(goals);
  }

  static Plan drawnUp(UUID clientId, Recorder recorder, Instant now) {
    return new Plan(PlanId.random(), clientId, List.of(), null, recorder.subject(), now, 1);
  }

  public PlanStatus status() {
    return activation == null ? PlanStatus.DRAFT : PlanStatus.ACTIVE;
  }

  /**
   * With one goal more. Proposals wait for the client; so does, once the plan is in force, what
   * others wrote down for the client.
   */
  Plan state(Statement statement, Recorder recorder) {
    var goal =
        statement.statedBy() == StatedBy.PRS_PROPOSAL
                || (activation != null && !recorder.isTheClient())
            ? new Goal.Proposed(statement)
            : new Goal.Accepted(statement, actOf(recorder, statement));
    var more = new ArrayList<>(goals);
    more.add(goal);
    return new Plan(id, clientId, more, activation, drawnUpBy, drawnUpAt, version + 1);
  }

  private static @Nullable RecordedAct actOf(Recorder recorder, Statement statement) {
    return recorder.isTheClient()
        ? RecordedAct.ownSignIn(recorder.subject(), statement.writtenAt())
        : null;
  }

  /** With a proposal that the client made theirs. */
  Plan accept(GoalId goalId, RecordedAct act) {
    if (goal(goalId).isEmpty()) {
      throw new NotFound();
    }
    return withGoals(
        goal ->
            switch (goal) {
              case Goal.Proposed proposed when isNamed(proposed, goalId) -> proposed.accept(act);
              case Goal.Accepted accepted when isNamed(accepted, goalId) ->
                  throw Refusal.of(GOAL_ALREADY_ACCEPTED);
              case Goal other -> other;
            });
  }

  /** In force, as the client saw it. */
  Plan activate(RecordedAct act) {
    if (activation != null) {
      throw Refusal.of(ALREADY_ACTIVE);
    }
    if (accepted().isEmpty()) {
      throw Refusal.of(WITHOUT_GOAL);
    }
    return new Plan(id, clientId, goals, act, drawnUpBy, drawnUpAt, version + 1);
  }

  /** With a milestone more, on the way to a goal that must be the client's own. */
  public Plan withMilestoneTowards(GoalId goalId) {
    var goal = goal(goalId).orElseThrow(() -> Refusal.of(GOAL_NOT_IN_PLAN));
    if (goal instanceof Goal.Proposed) {
      throw Refusal.of(GOAL_NOT_ACCEPTED);
    }
    return withGoals(UnaryOperator.identity());
  }

  public void requireActive() {
    if (activation == null) {
      throw Refusal.of(NOT_ACTIVE);
    }
  }

  public Optional<Goal> goal(GoalId goalId) {
    return goals.stream().filter(goal -> isNamed(goal, goalId)).findFirst();
  }

  List<Goal.Accepted> accepted() {
    return goals.stream()
        .filter(Goal.Accepted.class::isInstance)
        .map(Goal.Accepted.class::cast)
        .toList();
  }

  private Plan withGoals(UnaryOperator<Goal> change) {
    var changed = goals.stream().map(change).toList();
    return new Plan(id, clientId, changed, activation, drawnUpBy, drawnUpAt, version + 1);
  }

  private static boolean isNamed(Goal goal, GoalId id) {
    return goal.statement().id().equals(id);
  }
}
