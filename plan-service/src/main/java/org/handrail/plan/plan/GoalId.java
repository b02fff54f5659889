package org.handrail.plan.plan;

import java.util.UUID;

/** Names a goal of a plan. */
public record GoalId(UUID value) {

  static GoalId random() {
    return new GoalId(UUID.randomUUID());
  }
}
