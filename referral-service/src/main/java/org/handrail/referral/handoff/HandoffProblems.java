package org.handrail.referral.handoff;

import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.ProblemType;
import org.handrail.platform.problem.Refusal;

/** Why a handoff can be refused; a paragraph for each in {@code docs/problems.md}. */
final class HandoffProblems {
  static final ProblemType EXISTS =
      ProblemType.of("handoff-exists", 409, "The referral has a handoff that is under way");
  static final ProblemType NOT_DELIVERED =
      ProblemType.of("handoff-before-consent", 409, "The new place may not know of the person yet");
  static final ProblemType NOT_FROM_HERE =
      ProblemType.of("handoff-step-not-allowed", 409, "This does not follow from here");
  static final ProblemType DEFICIENT =
      ProblemType.of("handoff-deficient", 422, "The handoff cannot be like this");
  static final ProblemType OUT_OF_SCOPE =
      ProblemType.of("out-of-scope", 422, "This is not a peer specialist's to record");

  private HandoffProblems() {}

  static Refusal deficient(String pointer, String code, String detail) {
    return Refusal.of(Problem.of(DEFICIENT).error(pointer, code, detail));
  }
}
