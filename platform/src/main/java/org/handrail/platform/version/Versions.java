package org.handrail.platform.version;

import org.handrail.platform.problem.ProblemType;
import org.handrail.platform.problem.Refusal;

/** Refuses a change to what has changed since the caller saw it. */
public final class Versions {

  public static final ProblemType VERSION_CONFLICT =
      ProblemType.of("version-conflict", 412, "It has changed since you saw it");
  static final ProblemType PRECONDITION_REQUIRED =
      ProblemType.of("precondition-required", 428, "Say in If-Match which version you saw");

  private Versions() {}

  /** Throws the refusal (412) when the two differ. */
  public static void require(long expected, long actual) {
    if (expected != actual) {
      throw Refusal.of(VERSION_CONFLICT);
    }
  }
}
