package org.handrail.referral.capacity;

import org.handrail.platform.problem.ProblemType;

/** Why capacity cannot be said or a place not be kept; a paragraph each in docs/problems.md. */
final class CapacityProblems {
  static final ProblemType CAPACITY_EXISTS =
      ProblemType.of("capacity-exists", 409, "The service has this kind of places already");
  static final ProblemType CAPACITY_DEFICIENT =
      ProblemType.of("capacity-deficient", 422, "This cannot be so");
  static final ProblemType CAPACITY_RETIRED =
      ProblemType.of("capacity-retired", 409, "The service has no places of this kind any more");
  static final ProblemType PLACES_KEPT =
      ProblemType.of("places-kept", 409, "Places of this kind are kept for referrals");
  static final ProblemType NO_PLACE_FREE =
      ProblemType.of("no-place-free", 409, "All free places are taken or kept for others");
  static final ProblemType HOLD_EXISTS =
      ProblemType.of("hold-exists", 409, "A place is kept for this referral already");
  static final ProblemType PLACE_NOT_NAMED =
      ProblemType.of("place-not-named", 409, "The service has places of several kinds");
  static final ProblemType HOLD_ENDED =
      ProblemType.of("hold-ended", 409, "It is not kept any more");

  private CapacityProblems() {}
}
