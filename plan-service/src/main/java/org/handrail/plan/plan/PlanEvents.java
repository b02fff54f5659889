package org.handrail.plan.plan;

import java.util.List;
import java.util.UUID;
import org.handrail.platform.act.RecordedAct;
import org.handrail.platform.http.Codes;
import org.handrail.platform.outbox.AggregateEvent;
import org.handrail.platform.outbox.Outbox;
import org.handrail.platform.scope.AgencyScope;
import org.springframework.stereotype.Component;

/** What others learn of plans: that they are there and in force, nothing of what they say. */
@Component
class PlanEvents {

  private static final String TOPIC = "handrail.plan.v1";

  private final Outbox outbox;

  PlanEvents(Outbox outbox) {
    this.outbox = outbox;
  }

  record Created(UUID planId, UUID clientId) {}

  record Activated(UUID planId, UUID clientId, String actKind, List<String> categories) {}

  void created(Plan plan) {
    append(plan, "org.handrail.plan.created.v1", new Created(plan.id().value(), plan.clientId()));
  }

  void activated(Plan plan, RecordedAct act) {
    var categories =
        plan.accepted().stream()
            .map(goal -> goal.statement().category().code())
            .distinct()
            .sorted()
            .toList();
    append(
        plan,
        "org.handrail.plan.activated.v1",
        new Activated(plan.id().value(), plan.clientId(), Codes.of(act.kind()), categories));
  }

  private void append(Plan plan, String type, Object data) {
    var agency = AgencyScope.current().orElseThrow().agency();
    outbox.append(new AggregateEvent(TOPIC, type, plan.id(), plan.version(), agency, data));
  }
}
