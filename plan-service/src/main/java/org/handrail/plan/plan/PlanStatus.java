package org.handrail.plan.plan;

import com.fasterxml.jackson.annotation.JsonValue;

/** Whether a plan is in force. */
public enum PlanStatus {
  DRAFT("draft"),
  ACTIVE("active");

  private final String code;

  PlanStatus(String code) {
    this.code = code;
  }

  @JsonValue
  public String code() {
    return code;
  }
}
