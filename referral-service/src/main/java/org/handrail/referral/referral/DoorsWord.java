package org.handrail.referral.referral;

import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.handrail.referral.referral.lifecycle.Party;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Whether what went out may still be read where it went: what the door said when the client signed
 * or took back something, a restriction ended or a merge was undone. Its last word counts, in
 * whichever order they are heard.
 *
 * <p>Of what may not be read any more nobody is urged to answer: the requester is told, and the
 * clocks stand still until the client signs anew, and so do those of what nothing could be heard
 * of. What the door kept back of what either side said of it meanwhile is brought there again then.
 */
@Component
class DoorsWord {
  private final Referrals referrals;
  private final SystemSteps steps;
  private final KeptBack keptBack;
  private final Watching watching;
  private final Overdue overdue;
  private final WhoHears hears;

  DoorsWord(
      Referrals referrals,
      SystemSteps steps,
      KeptBack keptBack,
      Watching watching,
      Overdue overdue,
      WhoHears hears) {
    this.referrals = referrals;
    this.steps = steps;
    this.keptBack = keptBack;
    this.watching = watching;
    this.overdue = overdue;
    this.hears = hears;
  }

  /** What the door keeps back, and who brings it there. */
  @Component
  record KeptBack(Crossings crossings, Courier courier, Clock clock) {
    void askAnew(Referral referral) {
      if (crossings.askAnew(referral.id(), referral.requester(), clock.instant())) {
        courier.wakeAfterCommit(referral.requester());
      }
      crossings.askAnswersAnew(referral.id(), clock.instant());
      courier.wakeAfterCommit(referral.receiver());
    }
  }

  /** Of all referrals of a client, as the requester. */
  void heard(UUID clientId, @Nullable Set<UUID> open, @Nullable Set<UUID> closed, Instant at) {
    for (UUID id : referrals.of(clientId)) {
      referrals.lock(id).ifPresent(referral -> heard(referral, open, closed, at));
    }
  }

  /**
   * Of a locked referral, as the requester.
   *
   * @param at when the door said so
   */
  void heard(Referral referral, @Nullable Set<UUID> open, @Nullable Set<UUID> closed, Instant at) {
    boolean mayBeRead = open != null && open.contains(referral.id());
    if (!mayBeRead && (closed == null || !closed.contains(referral.id()))) {
      return;
    }
    boolean mightBeRead = !referrals.hasConsentEnded(referral.id());
    if (!referrals.judged(referral.id(), mayBeRead, at)) {
      return;
    }
    if (mayBeRead) {
      keptBack.askAnew(referral);
      boolean wasUnheard = overdue.isHeardOfAgain(referral.id());
      if ((wasUnheard || !mightBeRead) && goesOn(referral)) {
        watching.again(referral, at);
      }
    } else if (mightBeRead) {
      stop(referral, at);
    }
  }

  private void stop(Referral referral, Instant at) {
    if (referral.waitedBefore(at)) {
      steps.overtake(referral);
    }
    if (goesOn(referral)) {
      watching.stop(referral.requester(), referral.id());
      overdue.settle(referral.id());
      hears.ask(referral, "referral-consent-revoked");
    }
  }

  private static boolean goesOn(Referral referral) {
    return !referral.seenBy(Party.REQUESTER).standing().status().ended();
  }
}
