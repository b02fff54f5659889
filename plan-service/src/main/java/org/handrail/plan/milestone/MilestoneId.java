package org.handrail.plan.milestone;

import java.util.UUID;

/** Names a milestone. */
public record MilestoneId(UUID value) {

  static MilestoneId random() {
    return new MilestoneId(UUID.randomUUID());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
