package org.handrail.plan.act;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** How a client did something. */
public enum ActKind {
  IN_PERSON("in-person"),
  PHONE("phone"),
  SIGNED_PAPER("signed-paper"),
  /** The client signed in and did it; nobody can write that down for them. */
  OWN_SIGN_IN("own-sign-in");

  private final String code;

  ActKind(String code) {
    this.code = code;
  }

  @JsonValue
  public String code() {
    return code;
  }

  public static ActKind of(String code) {
    return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst().orElseThrow();
  }
}
