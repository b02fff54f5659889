package org.handrail.plan.milestone;

import java.util.List;
import java.util.UUID;
import org.handrail.plan.plan.PlanId;
import org.handrail.plan.plan.PlansInReach;
import org.handrail.platform.act.Recorder;
import org.handrail.platform.assignment.Assignments;
import org.handrail.platform.caller.Person;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.scope.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The milestones that somebody may see: those of the plans that they may see. */
@Component
public class MilestonesInReach {

  private final Milestones milestones;
  private final PlansInReach plans;
  private final Assignments assignments;
  private final Transactions transactions;

  MilestonesInReach(
      Milestones milestones,
      PlansInReach plans,
      Assignments assignments,
      Transactions transactions) {
    this.milestones = milestones;
    this.plans = plans;
    this.assignments = assignments;
    this.transactions = transactions;
  }

  public Milestone find(Person person, MilestoneId id) {
    var milestone = transactions.reading(() -> milestones.find(id));
    assignments.require(person, milestone.map(MilestonesInReach::client));
    return milestone.orElseThrow(NotFound::new);
  }

  /** As whom the person may mark the milestone; outside any transaction. */
  Recorder recorder(Person person, MilestoneId id) {
    var milestone = transactions.reading(() -> milestones.find(id));
    return Recorder.of(
        person, assignments.require(person, milestone.map(MilestonesInReach::client)));
  }

  private static UUID client(Milestone milestone) {
    return milestone.meaning().clientId();
  }

  public List<Milestone> ofPlan(
      Person person, PlanId plan, @Nullable MilestoneId after, int limit) {
    plans.find(person, plan);
    return transactions.reading(() -> milestones.ofPlan(plan, after, limit));
  }
}
