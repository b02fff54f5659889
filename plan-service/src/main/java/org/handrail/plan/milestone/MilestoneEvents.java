package org.handrail.plan.milestone;

import java.util.UUID;
import org.handrail.platform.act.RecordedAct;
import org.handrail.platform.http.Codes;
import org.handrail.platform.outbox.AggregateEvent;
import org.handrail.platform.outbox.Outbox;
import org.handrail.platform.scope.AgencyScope;
import org.springframework.stereotype.Component;

/** What others learn of milestones: ids and codes, not what was reached. */
@Component
class MilestoneEvents {

  private static final String TOPIC = "handrail.plan.v1";

  private final Outbox outbox;

  MilestoneEvents(Outbox outbox) {
    this.outbox = outbox;
  }

  record Proposed(UUID milestoneId, UUID planId, UUID clientId, UUID referralId) {}

  record Marked(UUID milestoneId, UUID planId, UUID clientId, String actKind) {}

  void proposed(Milestone milestone, UUID referralId) {
    var meaning = milestone.meaning();
    append(
        milestone,
        "org.handrail.milestone.proposed.v1",
        new Proposed(
            milestone.id().value(), meaning.planId().value(), meaning.clientId(), referralId));
  }

  void marked(Milestone milestone, RecordedAct act) {
    var meaning = milestone.meaning();
    append(
        milestone,
        "org.handrail.milestone.marked.v1",
        new Marked(
            milestone.id().value(),
            meaning.planId().value(),
            meaning.clientId(),
            Codes.of(act.kind())));
  }

  private void append(Milestone milestone, String type, Object data) {
    var agency = AgencyScope.current().orElseThrow().agency();
    outbox.append(
        new AggregateEvent(TOPIC, type, milestone.id(), milestone.version(), agency, data));
  }
}
