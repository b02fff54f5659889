package org.handrail.plan.milestone;

import java.time.Clock;
import org.handrail.plan.plan.Plans;
import org.handrail.platform.act.ActForm;
import org.handrail.platform.assignment.MergedRecords;
import org.handrail.platform.caller.Person;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.submission.Submission;
import org.springframework.stereotype.Component;

/** Marks a milestone as reached, by the client's act. */
@Component
public class MarkingMilestone {

  private final MilestonesInReach inReach;
  private final Milestones milestones;
  private final Plans plans;
  private final MergedRecords merged;
  private final MilestoneEvents events;
  private final Clock clock;

  MarkingMilestone(
      MilestonesInReach inReach,
      Milestones milestones,
      Plans plans,
      MergedRecords merged,
      MilestoneEvents events,
      Clock clock) {
    this.inReach = inReach;
    this.milestones = milestones;
    this.plans = plans;
    this.merged = merged;
    this.events = events;
    this.clock = clock;
  }

  public Submission.Outcome mark(
      Person person, MilestoneId id, ActForm form, Submission submission) {
    var recorder = inReach.recorder(person, id);
    return submission.change(
        () -> milestones.lock(id).orElseThrow(NotFound::new),
        milestone -> {
          // What a referral proposed is under way.
          if (milestone.status() == MilestoneStatus.OPEN) {
            merged.requireUnmerged(milestone.meaning().clientId());
          }
          plans.find(milestone.meaning().planId()).orElseThrow().requireActive();
          var act = form.recordedBy(recorder, clock.instant());
          var marked = milestone.mark(act);
          milestones.save(marked);
          events.marked(marked, act);
          return id.value();
        });
  }
}
