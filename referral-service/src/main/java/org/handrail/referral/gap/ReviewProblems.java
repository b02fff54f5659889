package org.handrail.referral.gap;

import org.handrail.platform.problem.ProblemType;

/** Why a proposal cannot be reviewed so; a paragraph each in docs/problems.md. */
final class ReviewProblems {
  static final ProblemType REVIEWED_ALREADY =
      ProblemType.of("reviewed-already", 409, "It is decided already");
  static final ProblemType REVIEW_DEFICIENT =
      ProblemType.of("review-deficient", 422, "This decision needs something else to be said");

  private ReviewProblems() {}
}
