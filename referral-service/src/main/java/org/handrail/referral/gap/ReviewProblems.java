package org.handrail.referral.gap;

import org.handrail.platform.problem.ProblemType;

/** Why a proposal cannot be reviewed so; a paragraph each in docs/problems.md. */
final class ReviewProblems {
  static final ProblemType REVIEWED_ALREADY =
      ProblemType.of("reviewed-already", 409, "It is decided already");
  static final ProblemType REVIEW_DEFICIENT =
      ProblemType.of("review-deficient", 422, "This decision needs something else to be said");
  static final ProblemType NOT_ACCEPTED =
      ProblemType.of("proposal-not-accepted", 409, "It was not accepted");
  static final ProblemType NOT_REVIEWED =
      ProblemType.of("not-reviewed", 409, "Nothing was decided that could be taken back");
  static final ProblemType OWN_REVIEW =
      ProblemType.of("own-review", 409, "Somebody else reviews what you proposed");

  private ReviewProblems() {}
}
