package org.handrail.plan.plan;

import java.time.Clock;
import java.util.UUID;
import org.handrail.platform.act.Recorder;
import org.handrail.platform.assignment.Assignments;
import org.handrail.platform.assignment.MergedRecords;
import org.handrail.platform.caller.Person;
import org.handrail.platform.submission.Submission;
import org.springframework.stereotype.Component;

/** Begins a plan together with a client. */
@Component
public class DrawingUpPlan {

  private final Plans plans;
  private final Assignments assignments;
  private final MergedRecords merged;
  private final PlanEvents events;
  private final Clock clock;

  DrawingUpPlan(
      Plans plans, Assignments assignments, MergedRecords merged, PlanEvents events, Clock clock) {
    this.plans = plans;
    this.assignments = assignments;
    this.merged = merged;
    this.events = events;
    this.clock = clock;
  }

  public Submission.Outcome drawUp(Person person, UUID clientId, Submission submission) {
    var recorder = Recorder.of(person, assignments.require(person, clientId));
    return submission.create(
        () -> {
          merged.requireUnmerged(clientId);
          var plan = Plan.drawnUp(clientId, recorder, clock.instant());
          plans.add(plan);
          events.created(plan);
          return plan.id().value();
        });
  }
}
