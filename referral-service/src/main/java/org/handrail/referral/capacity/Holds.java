package org.handrail.referral.capacity;

import java.util.UUID;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.Person;

/**
 * Places kept for referrals, as the course of a referral moves them. Asked in the transaction of
 * the step, with the referral locked, in the provider's scope; in any other it finds no hold.
 */
public interface Holds {
  /**
   * Keeps a place that the provider grants by its answer, where it says how many places it has.
   *
   * @throws org.handrail.platform.problem.Refusal when none is free, or the service has several
   *     kinds and the answer does not say which
   */
  void grantedByAnswer(Person by, UUID referralId, UUID serviceId);

  /** Keeps a place on acceptance, where the provider wants that and one is left for it. */
  boolean grantedAtOnce(Person by, UUID referralId, UUID serviceId);

  /** Ends the hold of this referral, if it has one. */
  void end(UUID referralId, HoldEnd how);

  /** That they came to the place that was kept for this referral was a slip, if it was said. */
  void didNotArrive(UUID referralId);

  /** Remembers by the day whether somebody whom the provider accepted found a place. */
  void outcome(AgencyId provider, UUID serviceId, boolean foundPlace);
}
