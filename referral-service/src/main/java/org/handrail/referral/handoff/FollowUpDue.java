package org.handrail.referral.handoff;

import java.time.Clock;
import java.util.UUID;
import org.handrail.platform.attention.Attention;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.deadline.WhenDue;
import org.handrail.referral.referral.FollowUps;
import org.handrail.referral.referral.OwnReferrals;
import org.handrail.referral.referral.WhoHears;
import org.springframework.stereotype.Component;

/** Has the specialist ask the person how it goes, while their referral is followed up. */
@Component
class FollowUpDue implements WhenDue {
  private final Handoffs handoffs;
  private final LockingHandoffs locking;
  private final OwnReferrals referrals;
  private final FollowUps tasks;
  private final HandoffClock waiting;
  private final WhoHears hears;
  private final Clock clock;

  FollowUpDue(
      Handoffs handoffs,
      LockingHandoffs locking,
      OwnReferrals referrals,
      FollowUps tasks,
      HandoffClock waiting,
      WhoHears hears,
      Clock clock) {
    this.handoffs = handoffs;
    this.locking = locking;
    this.referrals = referrals;
    this.tasks = tasks;
    this.waiting = waiting;
    this.hears = hears;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return HandoffClock.FOLLOW_UP;
  }

  @Override
  public void lock(AgencyId agency, UUID about) {
    locking.lock(about);
  }

  @Override
  public void due(AgencyId agency, UUID about) {
    handoffs
        .find(about)
        .filter(this::isFollowedUp)
        .ifPresent(
            handoff -> {
              if (tasks.asked(handoff.referralId(), clock.instant())) {
                hears.ask(
                    agency,
                    handoff.clientId(),
                    handoff.outgoing(),
                    new Attention.Matter(HandoffClock.FOLLOW_UP, "handoff", about));
              }
              waiting.nextFollowUp(agency, handoff);
            });
  }

  private boolean isFollowedUp(Handoff handoff) {
    return referrals.find(handoff.referralId()).filter(OwnReferrals.Own::followedUp).isPresent();
  }
}
