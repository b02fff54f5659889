package org.handrail.referral.referral;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.handrail.platform.attention.Attention;
import org.handrail.referral.referral.lifecycle.Party;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Whether what went out may still be read where it went: what the door said when the client signed
 * or took back something. Its last word counts, in whichever order they are heard.
 *
 * <p>Of what may not be read any more nobody is urged to answer: the requester is told, and the
 * clocks stand still until the client signs anew.
 */
@Component
class DoorsWord {
  private final Referrals referrals;
  private final SystemSteps steps;
  private final Watching watching;
  private final Attention attention;

  DoorsWord(Referrals referrals, SystemSteps steps, Watching watching, Attention attention) {
    this.referrals = referrals;
    this.steps = steps;
    this.watching = watching;
    this.attention = attention;
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
    if (!referrals.judged(referral.id(), mayBeRead, at) || mayBeRead == mightBeRead) {
      return;
    }
    boolean goesOn = !referral.seenBy(Party.REQUESTER).standing().status().ended();
    if (mayBeRead && goesOn) {
      watching.again(referral, at);
    }
    if (!mayBeRead && referral.waitedBefore(at)) {
      steps.overtake(referral);
    }
    if (!mayBeRead && goesOn) {
      watching.stop(referral.requester(), referral.id());
      attention.ask(
          referral.requester(),
          referral.asked().draftedBy(),
          new Attention.Matter("referral-consent-revoked", "referral", referral.id()));
    }
  }
}
