package org.handrail.plan.plan;

import com.fasterxml.jackson.annotation.JsonValue;

/** Whether a goal is the client's own. */
public enum GoalStatus {
  PROPOSED("proposed"),
  ACCEPTED("accepted");

  private final String code;

  GoalStatus(String code) {
    this.code = code;
  }

  @JsonValue
  public String code() {
    return code;
  }
}
