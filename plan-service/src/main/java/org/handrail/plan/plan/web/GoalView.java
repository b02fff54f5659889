package org.handrail.plan.plan.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.handrail.plan.plan.Goal;
import org.handrail.plan.plan.GoalCategory;
import org.handrail.plan.plan.GoalStatus;
import org.handrail.plan.plan.StatedBy;
import org.handrail.platform.act.ActView;
import org.jspecify.annotations.Nullable;

/** A goal, in the words in which it was stated. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record GoalView(
    UUID id,
    String words,
    GoalCategory category,
    StatedBy statedBy,
    GoalStatus status,
    @Nullable ActView acceptance,
    String writtenBy,
    Instant writtenAt) {

  static GoalView of(Goal goal) {
    var statement = goal.statement();
    return new GoalView(
        statement.id().value(),
        statement.words(),
        statement.category(),
        statement.statedBy(),
        goal.status(),
        ActView.ofNullable(goal.acceptance()),
        statement.writtenBy().value(),
        statement.writtenAt());
  }
}
