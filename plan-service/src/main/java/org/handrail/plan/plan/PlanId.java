package org.handrail.plan.plan;

import java.util.UUID;

/** Names a plan; random, so that it does not tell when the plan began. */
public record PlanId(UUID value) {

  static PlanId random() {
    return new PlanId(UUID.randomUUID());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
