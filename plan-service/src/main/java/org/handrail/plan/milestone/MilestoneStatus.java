package org.handrail.plan.milestone;

import com.fasterxml.jackson.annotation.JsonValue;

/** How far the client is with a milestone. */
public enum MilestoneStatus {
  OPEN("open"),
  /** It looks as if it were reached; only the client can say so. */
  PROPOSED("proposed"),
  MARKED("marked");

  private final String code;

  MilestoneStatus(String code) {
    this.code = code;
  }

  @JsonValue
  public String code() {
    return code;
  }
}
