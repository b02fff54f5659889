package org.handrail.referral.referral;

import org.handrail.platform.problem.ProblemType;

/** Why a referral can be refused; a paragraph for each in {@code docs/problems.md}. */
final class ReferralProblems {
  static final ProblemType CHOICE_MISSING =
      ProblemType.of("choice-missing", 409, "The client has not chosen yet");
  static final ProblemType RECEIVER_NOT_PARTNER =
      ProblemType.of(
          "receiver-not-partner",
          422,
          "This organization takes no referrals through the coalition");
  static final ProblemType PLACE_NOT_AVAILABLE =
      ProblemType.of(
          HeldBack.NOT_TAKEN,
          422,
          "The place that the client chose is not there for them any more");
  static final ProblemType CATEGORIES_REFUSED =
      ProblemType.of("categories-refused", 422, "A referral asks for what it needs and no more");
  static final ProblemType SENDING_UNDER_WAY =
      ProblemType.of("sending-under-way", 409, "It is on its way already");
  static final ProblemType CHOICE_UNDER_WAY =
      ProblemType.of("choice-under-way", 409, "A referral of this choice is under way");
  static final ProblemType STEP_NOT_ALLOWED =
      ProblemType.of("step-not-allowed", 409, "This step does not follow from here");
  static final ProblemType SERVICE_NOT_TOLD =
      ProblemType.of("service-not-told", 409, "You were not told which of your services it is for");
  static final ProblemType STEP_DEFICIENT =
      ProblemType.of("step-deficient", 422, "This step needs something else to be said with it");
  static final ProblemType FOLLOW_UP_DEFICIENT =
      ProblemType.of("follow-up-deficient", 422, "How it goes cannot be told like this");
  static final ProblemType FOLLOW_UP_DONE =
      ProblemType.of("follow-up-done", 409, "It was asked already");

  private ReferralProblems() {}
}
