package org.handrail.referral.referral;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.Person;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.Refusal;
import org.handrail.referral.referral.lifecycle.BusinessStatus;
import org.handrail.referral.referral.lifecycle.History;
import org.handrail.referral.referral.lifecycle.Judgement;
import org.handrail.referral.referral.lifecycle.Lifecycle;
import org.handrail.referral.referral.lifecycle.Party;
import org.handrail.referral.referral.lifecycle.Reason;
import org.handrail.referral.referral.lifecycle.Standing;
import org.handrail.referral.referral.lifecycle.Step;
import org.handrail.referral.referral.lifecycle.Taken;
import org.handrail.referral.referral.lifecycle.TaskStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes a person's step, judged by what their party can see. Nothing of it leaves the agency here:
 * a courier takes it to the door after the commit.
 */
@Component
class TakingStep {
  // The clocks of desks are not ours.
  private static final Duration CLOCKS_DIFFER_BY = Duration.ofMinutes(2);

  private static final TakeStep HOLD = new TakeStep(Step.HOLD_GRANTED, null, null);

  private final Referrals referrals;
  private final Crossings crossings;
  private final ReferralEvents events;
  private final Courier courier;
  private final Following following;
  private final Clock clock;

  TakingStep(
      Referrals referrals,
      Crossings crossings,
      ReferralEvents events,
      Courier courier,
      Following following,
      Clock clock) {
    this.referrals = referrals;
    this.crossings = crossings;
    this.events = events;
    this.courier = courier;
    this.following = following;
    this.clock = clock;
  }

  /** What a person does. */
  record TakeStep(Step step, @Nullable Reason reason, @Nullable Instant intakeAt) {}

  UUID take(Person by, Referral referral, TakeStep wanted) {
    Party party = referral.partyOf(by.agency());
    History history = referral.seenBy(party);
    if (wanted.step() == Step.SENDING && referral.sendingUnderWay()) {
      throw Refusal.of(ReferralProblems.SENDING_UNDER_WAY);
    }
    Standing next = judge(history.standing(), party, wanted, clock.instant());
    if (wanted.step() == Step.HOLD_GRANTED) {
      following.grantedByAnswer(by, referral);
    }
    Taken taken =
        new Taken(
            wanted.step(),
            party,
            next,
            wanted.reason(),
            null,
            wanted.intakeAt(),
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            false);
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

  private static Standing judge(Standing here, Party party, TakeStep wanted, Instant now) {
    Problem deficient = Problem.of(ReferralProblems.STEP_DEFICIENT);
    Judgement judgement = Lifecycle.judge(here, party, wanted.step(), wanted.reason());
    return switch (judgement) {
      case Judgement.NotFromHere() ->
          throw Refusal.of(
              Problem.of(ReferralProblems.STEP_NOT_ALLOWED)
                  .with("allowed", Lifecycle.allowed(here, party)));
      case Judgement.ReasonMissing() ->
          throw Refusal.of(
              deficient
                  .error("/reason", "reason-missing", "one of the reasons is needed")
                  .with("reasons", Lifecycle.reasons(here, party, wanted.step())));
      case Judgement.ReasonForeign() ->
          throw Refusal.of(
              deficient
                  .error("/reason", "reason-not-allowed", "not a reason for this step")
                  .with("reasons", Lifecycle.reasons(here, party, wanted.step())));
      case Judgement.Allowed(Standing next) -> withIntake(next, wanted, deficient, now);
    };
  }

  private static Standing withIntake(
      Standing next, TakeStep wanted, Problem deficient, Instant now) {
    Instant intakeAt = wanted.intakeAt();
    boolean given = intakeAt != null;
    if (wanted.step() == Step.INTAKE_SCHEDULED && !given) {
      throw Refusal.of(deficient.error("/intakeAt", "intake-time-missing", "when is the intake?"));
    }
    if (intakeAt != null && intakeAt.isBefore(now.minus(CLOCKS_DIFFER_BY))) {
      throw Refusal.of(deficient.error("/intakeAt", "in-past", "an intake is still to come"));
    }
    if (given && wanted.step() == Step.ACCEPTED) {
      return new Standing(TaskStatus.ACCEPTED, BusinessStatus.INTAKE_SCHEDULED);
    }
    if (given && wanted.step() != Step.INTAKE_SCHEDULED) {
      throw Refusal.of(
          deficient.error("/intakeAt", "intake-time-not-allowed", "this step sets no intake"));
    }
    return next;
  }

  private static AgencyId other(Referral referral, Party party) {
    return referral.agencyOf(party == Party.RECEIVER ? Party.REQUESTER : Party.RECEIVER);
  }
}
