package org.handrail.plan.milestone;

import java.time.Clock;
import org.handrail.plan.plan.GoalId;
import org.handrail.plan.plan.Plan;
import org.handrail.plan.plan.PlanId;
import org.handrail.plan.plan.Plans;
import org.handrail.plan.plan.PlansInReach;
import org.handrail.platform.act.Recorder;
import org.handrail.platform.assignment.MergedRecords;
import org.handrail.platform.caller.Person;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.submission.Submission;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes down, in the client's words, how the client will know that they are on the way. */
@Component
public class StatingMilestone {

  /** What is to be written down. */
  public record StateMilestone(
      PlanId planId, GoalId goalId, String words, @Nullable Awaited awaited) {}

  private final PlansInReach inReach;
  private final Plans plans;
  private final MergedRecords merged;
  private final Milestones milestones;
  private final ProposingMilestones proposing;
  private final Clock clock;

  StatingMilestone(
      PlansInReach inReach,
      Plans plans,
      MergedRecords merged,
      Milestones milestones,
      ProposingMilestones proposing,
      Clock clock) {
    this.inReach = inReach;
    this.plans = plans;
    this.merged = merged;
    this.milestones = milestones;
    this.proposing = proposing;
    this.clock = clock;
  }

  public Submission.Outcome state(Person person, StateMilestone command, Submission submission) {
    var recorder = inReach.recorder(person, command.planId());
    return submission.create(
        () -> plans.lock(command.planId()).orElseThrow(NotFound::new),
        plan -> {
          merged.requireUnmerged(plan.clientId());
          plans.save(plan.withMilestoneTowards(command.goalId()));
          var milestone = Milestone.stated(meaning(plan, command, recorder));
          milestones.add(milestone);
          proposing.ifAlreadyAttended(milestone);
          return milestone.id().value();
        });
  }

  private Milestone.Meaning meaning(Plan plan, StateMilestone command, Recorder recorder) {
    return new Milestone.Meaning(
        plan.id(),
        command.goalId(),
        plan.clientId(),
        command.words(),
        command.awaited(),
        recorder.subject(),
        clock.instant());
  }
}
