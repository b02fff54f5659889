package org.handrail.plan.plan;

import java.time.Clock;
import org.handrail.platform.act.ActForm;
import org.handrail.platform.assignment.MergedRecords;
import org.handrail.platform.caller.Person;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.submission.Submission;
import org.handrail.platform.version.Versions;
import org.springframework.stereotype.Component;

/** Puts a plan into force, by the client's act and as the client saw it. */
@Component
public class ActivatingPlan {

  private final PlansInReach inReach;
  private final Plans plans;
  private final MergedRecords merged;
  private final PlanEvents events;
  private final Clock clock;

  ActivatingPlan(
      PlansInReach inReach, Plans plans, MergedRecords merged, PlanEvents events, Clock clock) {
    this.inReach = inReach;
    this.plans = plans;
    this.merged = merged;
    this.events = events;
    this.clock = clock;
  }

  public Submission.Outcome activate(
      Person person, PlanId id, long seen, ActForm form, Submission submission) {
    var recorder = inReach.recorder(person, id);
    return submission.change(
        () -> plans.lock(id).orElseThrow(NotFound::new),
        plan -> {
          Versions.require(seen, plan.version());
          merged.requireUnmerged(plan.clientId());
          var act = form.recordedBy(recorder, clock.instant());
          var active = plan.activate(act);
          plans.save(active);
          events.activated(active, act);
          return id.value();
        });
  }
}
