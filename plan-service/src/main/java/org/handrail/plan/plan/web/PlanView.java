package org.handrail.plan.plan.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.handrail.plan.plan.Plan;
import org.handrail.plan.plan.PlanStatus;
import org.handrail.platform.act.ActView;
import org.jspecify.annotations.Nullable;

/** A plan as its client and those assigned to the client see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PlanView(
    UUID id,
    UUID clientId,
    PlanStatus status,
    List<GoalView> goals,
    @Nullable ActView activation,
    String drawnUpBy,
    Instant drawnUpAt,
    long version) {

  static PlanView of(Plan plan) {
    return new PlanView(
        plan.id().value(),
        plan.clientId(),
        plan.status(),
        plan.goals().stream().map(GoalView::of).toList(),
        ActView.ofNullable(plan.activation()),
        plan.drawnUpBy().value(),
        plan.drawnUpAt(),
        plan.version());
  }
}
