package org.handrail.referral.handoff;

import java.util.Optional;
import java.util.UUID;
import org.handrail.referral.referral.OwnReferrals;
import org.springframework.stereotype.Component;

/** Locks a handoff: its referral first, as with each answer that arrives for it. */
@Component
class LockingHandoffs {
  private final Handoffs handoffs;
  private final OwnReferrals referrals;

  LockingHandoffs(Handoffs handoffs, OwnReferrals referrals) {
    this.handoffs = handoffs;
    this.referrals = referrals;
  }

  /** Nobody else changes either of the two until the transaction ends. */
  Optional<Handoff> lock(UUID id) {
    return handoffs
        .find(id)
        .flatMap(seen -> referrals.hold(seen.referralId()))
        .flatMap(_ -> handoffs.lock(id));
  }
}
