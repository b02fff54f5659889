package org.handrail.plan.plan;

import java.time.Clock;
import org.handrail.platform.act.ActForm;
import org.handrail.platform.assignment.MergedRecords;
import org.handrail.platform.caller.Person;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.submission.Submission;
import org.springframework.stereotype.Component;

/** Makes a proposal the client's own, by the client's act. */
@Component
public class AcceptingGoal {

  private final PlansInReach inReach;
  private final Plans plans;
  private final MergedRecords merged;
  private final Clock clock;

  AcceptingGoal(PlansInReach inReach, Plans plans, MergedRecords merged, Clock clock) {
    this.inReach = inReach;
    this.plans = plans;
    this.merged = merged;
    this.clock = clock;
  }

  public Submission.Outcome accept(
      Person person, PlanId id, GoalId goal, ActForm act, Submission submission) {
    var recorder = inReach.recorder(person, id);
    return submission.change(
        () -> {
          var plan = plans.lock(id).orElseThrow(NotFound::new);
          if (plan.goal(goal).isEmpty()) {
            throw new NotFound();
          }
          return plan;
        },
        plan -> {
          merged.requireUnmerged(plan.clientId());
          plans.save(plan.accept(goal, act.recordedBy(recorder, clock.instant())));
          return goal.value();
        });
  }
}
