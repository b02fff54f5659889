package org.handrail.referral.referral;

import java.time.Instant;
import java.util.UUID;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.Person;
import org.handrail.platform.problem.Refusal;
import org.handrail.referral.referral.lifecycle.Party;
import org.handrail.referral.referral.lifecycle.Reason;
import org.handrail.referral.referral.lifecycle.Step;
import org.handrail.referral.referral.lifecycle.Taken;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes a person's step, judged by what their party can see. Nothing of it leaves the agency here:
 * a courier takes it to the door after the commit.
 */
@Component
class TakingStep {
  private static final TakeStep HOLD = TakeStep.of(Step.HOLD_GRANTED, null);

  private final Referrals referrals;
  private final Crossings crossings;
  private final ReferralEvents events;
  private final Courier courier;
  private final Following following;
  private final Watching watching;
  private final JudgingStep judging;

  TakingStep(
      Referrals referrals,
      Crossings crossings,
      ReferralEvents events,
      Courier courier,
      Following following,
      Watching watching,
      JudgingStep judging) {
    this.referrals = referrals;
    this.crossings = crossings;
    this.events = events;
    this.courier = courier;
    this.following = following;
    this.watching = watching;
    this.judging = judging;
  }

  /**
   * What a person does.
   *
   * @param proposedServiceId where a receiver that gives a client back thinks they might go
   */
  record TakeStep(
      Step step,
      @Nullable Reason reason,
      @Nullable Instant intakeAt,
      @Nullable UUID proposedServiceId) {

    static TakeStep of(Step step, @Nullable Reason reason) {
      return new TakeStep(step, reason, null, null);
    }
  }

  /** Refuses what the person could not do now; nothing is taken. */
  void requireAllowed(Person by, Referral referral, TakeStep wanted) {
    judging.judge(referral, referral.partyOf(by.agency()), wanted);
  }

  UUID take(Person by, Referral referral, TakeStep wanted) {
    Party party = referral.partyOf(by.agency());
    if (wanted.step() == Step.SENDING && referral.sendingUnderWay()) {
      throw Refusal.of(ReferralProblems.SENDING_UNDER_WAY);
    }
    Taken taken = judging.judge(referral, party, wanted);
    if (wanted.step() == Step.HOLD_GRANTED) {
      following.grantedByAnswer(by, referral);
    }
    boolean crosses = wanted.step() == Step.SENDING || referral.deliveredAt() != null;
    if (!crosses) {
      overtake(referral);
    }
    var author = new Referrals.Author(by.agency(), other(referral, party), by.subject());
    int version =
        referrals.take(
            referral.id(), author, taken, crosses ? Crossing.AWAITING : Crossing.NONE, null);
    tell(referral, version, taken);
    following.after(by.agency(), referral, taken);
    watching.answered(referral, taken);
    courier.wakeAfterCommit(by.agency());
    if (following.grantsAtOnce(by, referral, taken)) {
      take(by, referrals.find(referral.id()).orElseThrow(), HOLD);
    }
    return referral.id();
  }

  /** Nobody else knows of it: the sending that still waits is not sent any more. */
  private void overtake(Referral referral) {
    referral.entries().stream()
        .filter(entry -> entry.crossing() == Crossing.AWAITING)
        .forEach(entry -> crossings.move(referral.id(), entry.seq(), Crossing.VOID));
  }

  private void tell(Referral referral, int version, Taken taken) {
    switch (taken.step()) {
      case SENDING -> events.sent(referral, version);
      case CANCELLED, ENTERED_IN_ERROR -> {
        if (taken.by() == Party.REQUESTER) {
          events.cancelled(referral, version, taken);
        } else {
          events.answered(referral, version, taken);
        }
      }
      default -> events.answered(referral, version, taken);
    }
  }

  private static AgencyId other(Referral referral, Party party) {
    return referral.agencyOf(party == Party.RECEIVER ? Party.REQUESTER : Party.RECEIVER);
  }
}
