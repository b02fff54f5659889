package org.handrail.referral.opening;

import org.handrail.platform.problem.ProblemType;

/** Why an opening can be refused; a paragraph for each in {@code docs/problems.md}. */
final class OpeningProblems {
  static final ProblemType NO_PLACE_TO_ASK =
      ProblemType.of("no-place-to-ask", 409, "None of the client's choices can be asked");
  static final ProblemType OPENING_UNDER_WAY =
      ProblemType.of("opening-under-way", 409, "Places are being asked about this need already");
  static final ProblemType OPENING_GONE = ProblemType.of("opening-gone", 409, "It is gone");

  private OpeningProblems() {}
}
