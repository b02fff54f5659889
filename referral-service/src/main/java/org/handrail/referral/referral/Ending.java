package org.handrail.referral.referral;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.handrail.platform.scope.Transactions;
import org.handrail.referral.referral.lifecycle.Judgement;
import org.handrail.referral.referral.lifecycle.Lifecycle;
import org.handrail.referral.referral.lifecycle.Party;
import org.handrail.referral.referral.lifecycle.Standing;
import org.handrail.referral.referral.lifecycle.Step;
import org.springframework.stereotype.Component;

/** Ends a referral that nobody answered: on to the client's next option, or to their specialist. */
@Component
class Ending {
  private final Referrals referrals;
  private final Rungs rungs;
  private final Overdue overdue;
  private final NextOption options;
  private final SystemSteps steps;
  private final Access access;
  private final WhoHears hears;
  private final Clock clock;

  Ending(
      Referrals referrals,
      Rungs rungs,
      Overdue overdue,
      NextOption options,
      SystemSteps steps,
      Access access,
      WhoHears hears,
      Clock clock) {
    this.referrals = referrals;
    this.rungs = rungs;
    this.overdue = overdue;
    this.options = options;
    this.steps = steps;
    this.access = access;
    this.hears = hears;
    this.clock = clock;
  }

  Optional<Receivers.Taker> next(Referral referral) {
    return transactions().reading(() -> options.after(referral));
  }

  /** No answer could come back, so that none came says nothing: somebody has to ask. */
  void findOut(UUID id) {
    transactions()
        .run(
            () -> {
              Referral referral = referrals.lock(id).orElseThrow();
              if (overdue.settle(id) && ended(referral, Step.EXPIRED).isPresent()) {
                overdue.unheard(id, clock.instant());
                hears.ask(referral, "referral-unheard");
              }
            });
  }

  /** Nobody is at the client's side who could go on with it: the supervisors are asked once. */
  void waitForSomebody(UUID id) {
    transactions()
        .run(
            () -> {
              Referral referral = referrals.lock(id).orElseThrow();
              if (ended(referral, Step.EXPIRED).isEmpty()) {
                overdue.settle(id);
              } else if (overdue.waitForSomebody(id, clock.instant())) {
                hears.ask(referral, "referral-nobody-there");
              }
            });
  }

  /**
   * Ends it, unless it was answered or taken back meanwhile.
   *
   * @param next where the client goes on to, by their own ranking and with their consent, unless
   *     they want something else by now
   */
  void end(UUID id, Optional<Receivers.Taker> next) {
    transactions()
        .run(
            () -> {
              Referral referral = referrals.lock(id).orElseThrow();
              Optional<Receivers.Taker> goesTo =
                  next.filter(option -> options.isStillWanted(referral))
                      .filter(option -> options.isStillThere(referral, option));
              Step step = goesTo.isPresent() ? Step.REROUTED : Step.EXPIRED;
              if (overdue.settle(id)) {
                ended(referral, step)
                    .ifPresent(
                        ended -> {
                          steps.end(referral, step, ended);
                          goesTo.ifPresent(option -> steps.reroute(referral, option));
                          hears.ask(referral, "referral-" + step.code());
                        });
              }
            });
  }

  /** How it ends with that step: not where it was answered since, and another clock runs. */
  private Optional<Standing> ended(Referral referral, Step step) {
    Standing here = referral.seenBy(Party.REQUESTER).standing();
    return rungs.isOver(referral)
            && Lifecycle.judge(here, Party.SYSTEM, step, null)
                instanceof Judgement.Allowed(Standing ended)
        ? Optional.of(ended)
        : Optional.empty();
  }

  private Transactions transactions() {
    return access.transactions();
  }
}
