package org.handrail.referral.capacity;

import java.util.Optional;
import java.util.UUID;
import org.handrail.platform.caller.Person;

/** Referrals for which a place can be kept. */
public interface HeldReferrals {
  /**
   * Locks a referral that was delivered to the person's agency.
   *
   * @return the service to which it goes
   */
  Optional<UUID> lockReceived(Person by, UUID referralId);

  /** Locks it alone, whatever its receiver was told. */
  void lock(UUID referralId);

  /** Refuses where the locked referral cannot be answered that a place is kept. */
  void requirePlaceCanBeKept(Person by, UUID referralId);

  /**
   * Answers the locked referral that a place is kept, unless it was answered so and nothing took
   * that back; the answer takes its way as all do.
   */
  void answerHoldGranted(Person by, UUID referralId);
}
