package org.handrail.plan.plan;

import java.time.Clock;
import org.handrail.platform.assignment.MergedRecords;
import org.handrail.platform.caller.Person;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.submission.Submission;
import org.springframework.stereotype.Component;

/** Writes down what the client wants, or what somebody proposes to the client. */
@Component
public class StatingGoal {

  /** What is to be written down. */
  public record StateGoal(String words, GoalCategory category, StatedBy statedBy) {}

  private final PlansInReach inReach;
  private final Plans plans;
  private final MergedRecords merged;
  private final Clock clock;

  StatingGoal(PlansInReach inReach, Plans plans, MergedRecords merged, Clock clock) {
    this.inReach = inReach;
    this.plans = plans;
    this.merged = merged;
    this.clock = clock;
  }

  public Submission.Outcome state(Person person, PlanId id, StateGoal goal, Submission submission) {
    var recorder = inReach.recorder(person, id);
    return submission.create(
        () -> plans.lock(id).orElseThrow(NotFound::new),
        plan -> {
          merged.requireUnmerged(plan.clientId());
          var statement =
              Statement.of(
                  goal.words(), goal.category(), goal.statedBy(), recorder, clock.instant());
          plans.save(plan.state(statement, recorder));
          return statement.id().value();
        });
  }
}
