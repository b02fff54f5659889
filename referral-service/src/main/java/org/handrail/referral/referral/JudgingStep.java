package org.handrail.referral.referral;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.handrail.platform.act.ActTimes;
import org.handrail.platform.assignment.MergedRecords;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.Refusal;
import org.handrail.referral.directory.Directory;
import org.handrail.referral.referral.TakingStep.TakeStep;
import org.handrail.referral.referral.lifecycle.BusinessStatus;
import org.handrail.referral.referral.lifecycle.Judgement;
import org.handrail.referral.referral.lifecycle.Lifecycle;
import org.handrail.referral.referral.lifecycle.Party;
import org.handrail.referral.referral.lifecycle.Standing;
import org.handrail.referral.referral.lifecycle.Step;
import org.handrail.referral.referral.lifecycle.Taken;
import org.handrail.referral.referral.lifecycle.TaskStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Judges a person's step by what their party can see, and by what has to be said with it. */
@Component
class JudgingStep {
  private final Directory directory;
  private final ChoiceUnderWay choice;
  private final MergedRecords merged;
  private final Receivers receivers;
  private final Clock clock;

  JudgingStep(
      Directory directory,
      ChoiceUnderWay choice,
      MergedRecords merged,
      Receivers receivers,
      Clock clock) {
    this.directory = directory;
    this.choice = choice;
    this.merged = merged;
    this.receivers = receivers;
    this.clock = clock;
  }

  /** The step as it is taken now; refuses what does not follow, or lacks something. */
  Taken judge(Referral referral, Party party, TakeStep wanted) {
    Instant now = clock.instant();
    Standing here = referral.seenBy(party).standing();
    Standing next = withIntake(led(here, party, wanted), wanted, now);
    checkProposal(referral, wanted.step(), wanted.proposedServiceId());
    if (wanted.step() == Step.SENDING) {
      requireMayGo(referral, here);
      requireTaker(referral);
      choice.requireFree(referral);
    }
    return new Taken(
        wanted.step(),
        party,
        next,
        wanted.reason(),
        null,
        wanted.intakeAt(),
        wanted.proposedServiceId(),
        now.truncatedTo(ChronoUnit.MICROS),
        false);
  }

  /** What was sent before goes on; a draft can be made anew on the record that stands now. */
  private void requireMayGo(Referral referral, Standing here) {
    if (here.equals(Standing.DRAFT)) {
      merged.requireUnmerged(referral.asked().clientId());
    }
  }

  /**
   * What the client chose may have closed since, or be run by another agency than was spoken of.
   */
  private void requireTaker(Referral referral) {
    if (!receivers.stillTake(referral)) {
      throw Refusal.of(
          ReferralProblems.PLACE_NOT_AVAILABLE,
          "The service is not offered at present, or another agency runs it now: let the client"
              + " choose anew");
    }
  }

  private static Standing led(Standing here, Party party, TakeStep wanted) {
    Judgement judgement = Lifecycle.judge(here, party, wanted.step(), wanted.reason());
    return switch (judgement) {
      case Judgement.Allowed(Standing next) -> next;
      case Judgement.NotFromHere() ->
          throw Refusal.of(
              Problem.of(ReferralProblems.STEP_NOT_ALLOWED)
                  .with("allowed", Lifecycle.allowed(here, party)));
      case Judgement.ReasonMissing() ->
          throw Refusal.of(
              deficient("/reason", "reason-missing", "one of the reasons is needed")
                  .with("reasons", Lifecycle.reasons(here, party, wanted.step())));
      case Judgement.ReasonForeign() ->
          throw Refusal.of(
              deficient("/reason", "reason-not-allowed", "not a reason for this step")
                  .with("reasons", Lifecycle.reasons(here, party, wanted.step())));
    };
  }

  private static Standing withIntake(Standing next, TakeStep wanted, Instant now) {
    Instant intakeAt = wanted.intakeAt();
    if (intakeAt == null) {
      if (wanted.step() == Step.INTAKE_SCHEDULED) {
        throw Refusal.of(deficient("/intakeAt", "intake-time-missing", "when is the intake?"));
      }
      return next;
    }
    if (ActTimes.isBefore(intakeAt, now)) {
      throw Refusal.of(deficient("/intakeAt", "in-past", "an intake is still to come"));
    }
    if (ActTimes.isTooFarAhead(intakeAt, now)) {
      throw Refusal.of(deficient("/intakeAt", "too-far-ahead", "an intake is within a year"));
    }
    if (wanted.step() == Step.ACCEPTED) {
      return new Standing(TaskStatus.ACCEPTED, BusinessStatus.INTAKE_SCHEDULED);
    }
    if (wanted.step() != Step.INTAKE_SCHEDULED) {
      throw Refusal.of(
          deficient("/intakeAt", "intake-time-not-allowed", "this step sets no intake"));
    }
    return next;
  }

  private void checkProposal(Referral referral, Step step, @Nullable UUID proposed) {
    String at = "/proposedServiceId";
    if (step != Step.TRANSFER_PROPOSED) {
      if (proposed != null) {
        throw Refusal.of(deficient(at, "proposal-not-allowed", "this step proposes no place"));
      }
      return;
    }
    if (proposed == null) {
      throw Refusal.of(deficient(at, "proposal-missing", "which place is proposed?"));
    }
    boolean isWhereTheyAre =
        referral.tellsWhatFor(Party.RECEIVER) && proposed.equals(referral.service().id());
    if (isWhereTheyAre || directory.offered(proposed).isEmpty()) {
      throw Refusal.of(deficient(at, "proposal-unknown", "no other service of the directory"));
    }
  }

  private static Problem deficient(String pointer, String code, String detail) {
    return Problem.of(ReferralProblems.STEP_DEFICIENT).error(pointer, code, detail);
  }
}
