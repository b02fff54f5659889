package org.handrail.plan.plan;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** Whose thought a goal was. */
public enum StatedBy {
  CLIENT("client"),
  PRS_PROPOSAL("prs-proposal");

  private final String code;

  StatedBy(String code) {
    this.code = code;
  }

  @JsonValue
  public String code() {
    return code;
  }

  static StatedBy of(String code) {
    return Arrays.stream(values()).filter(who -> who.code.equals(code)).findFirst().orElseThrow();
  }
}
