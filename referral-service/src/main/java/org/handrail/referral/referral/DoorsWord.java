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
 * of. What the door kept back of what either side said of it meanwhile is brought there again once
 * for each word that may let it go, and for no other: each time that it is kept back stands on the
 * client's ledger.
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
    void askAnew(Referral referral, MayGo opened, Instant since) {
      Instant now = clock.instant();
      if (opened.covers(referral.requester(), referral.receiver())
          && crossings.askAnew(referral.id(), referral.requester(), since, now)) {
        courier.wakeAfterCommit(referral.requester());
      }
      if (opened.covers(referral.receiver(), referral.requester())) {
        crossings.askAnswersAnew(referral.id(), since, now);
        courier.wakeAfterCommit(referral.receiver());
      }
    }
  }

  /**
   * What the door said, of a client's referrals that have gone out.
   *
   * @param open those that may be read where they went
   * @param closed those of which the client took back what covered them
   * @param opened what may go by it that did not before
   * @param at when it said so
   */
  record Word(@Nullable Set<UUID> open, @Nullable Set<UUID> closed, MayGo opened, Instant at) {

    boolean isOf(UUID referral) {
      return opens(referral) || (closed != null && closed.contains(referral));
    }

    private boolean opens(UUID referral) {
      return open != null && open.contains(referral);
    }
  }

  /** Of all referrals of a client, as the requester. */
  void heard(UUID clientId, Word word) {
    for (UUID id : referrals.of(clientId)) {
      referrals.lock(id).ifPresent(referral -> heard(referral, word));
    }
  }

  /** Of a locked referral, as the requester. */
  void heard(Referral referral, Word word) {
    UUID id = referral.id();
    if (!word.isOf(id)) {
      return;
    }
    boolean mayBeRead = word.opens(id);
    boolean mightBeRead = !referrals.hasConsentEnded(id);
    boolean isLast = referrals.judged(id, mayBeRead, word.at());
    // Also what was heard late may have let something go, unless the client took it back since.
    if (mayBeRead && (isLast || mightBeRead)) {
      keptBack.askAnew(referral, word.opened(), word.at());
    }
    if (isLast && mayBeRead) {
      goOn(referral, mightBeRead, word.at());
    } else if (isLast && mightBeRead) {
      stop(referral, word.at());
    }
  }

  private void goOn(Referral referral, boolean mightBeRead, Instant at) {
    boolean wasUnheard = overdue.isHeardOfAgain(referral.id());
    if ((wasUnheard || !mightBeRead) && goesOn(referral)) {
      referrals.watchAgain(referral.id(), at);
      watching.again(referral, at);
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
