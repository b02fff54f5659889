package org.handrail.referral.referral;

import java.util.Optional;
import java.util.UUID;
import org.handrail.platform.caller.Person;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.problem.Refusal;
import org.handrail.referral.capacity.HeldReferrals;
import org.handrail.referral.referral.lifecycle.Party;
import org.handrail.referral.referral.lifecycle.Step;
import org.springframework.stereotype.Component;

/** Lets capacity answer a referral that a place is kept for it. */
@Component
class HoldingPlaces implements HeldReferrals {
  private static final TakingStep.TakeStep HOLD = TakingStep.TakeStep.of(Step.HOLD_GRANTED, null);

  private final Referrals referrals;
  private final TakingStep taking;

  HoldingPlaces(Referrals referrals, TakingStep taking) {
    this.referrals = referrals;
    this.taking = taking;
  }

  @Override
  public Optional<UUID> lockReceived(Person by, UUID referralId) {
    return referrals
        .lock(referralId)
        .filter(referral -> referral.partyOf(by.agency()) == Party.RECEIVER)
        .map(HoldingPlaces::service);
  }

  @Override
  public void lock(UUID referralId) {
    Referral _ = referrals.lock(referralId).orElseThrow(NotFound::new);
  }

  // A place of which service is kept would say what for.
  private static UUID service(Referral referral) {
    if (!referral.tellsWhatFor(Party.RECEIVER)) {
      throw Refusal.of(ReferralProblems.SERVICE_NOT_TOLD);
    }
    return referral.service().id();
  }

  @Override
  public void requirePlaceCanBeKept(Person by, UUID referralId) {
    unanswered(referralId).ifPresent(referral -> taking.requireAllowed(by, referral, HOLD));
  }

  @Override
  public void answerHoldGranted(Person by, UUID referralId) {
    unanswered(referralId).ifPresent(referral -> taking.take(by, referral, HOLD));
  }

  /** The referral, unless it is answered so already. */
  private Optional<Referral> unanswered(UUID referralId) {
    Referral referral = referrals.find(referralId).orElseThrow(NotFound::new);
    return Optional.of(referral).filter(it -> !it.seenBy(Party.RECEIVER).isPlacePromised());
  }
}
