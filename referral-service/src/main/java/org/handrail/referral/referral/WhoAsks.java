package org.handrail.referral.referral;

import java.time.Clock;
import java.util.UUID;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.deadline.Deadlines;
import org.handrail.referral.referral.clock.Term;
import org.handrail.referral.referral.lifecycle.Party;
import org.springframework.stereotype.Component;

/**
 * Lets whoever goes along with a client ask in a referral's place: each question is asked by one.
 */
@Component
public class WhoAsks {
  private final Deadlines deadlines;
  private final Referrals referrals;
  private final Watching watching;
  private final Clock clock;

  WhoAsks(Deadlines deadlines, Referrals referrals, Watching watching, Clock clock) {
    this.deadlines = deadlines;
    this.referrals = referrals;
    this.watching = watching;
    this.clock = clock;
  }

  /**
   * The referral does not ask that another time is offered to who did not come.
   *
   * @return whether it was still going to
   */
  public boolean takeReoffer(AgencyId requester, UUID referralId) {
    return deadlines.drop(requester, Reoffer.KIND, referralId);
  }

  /** The referral does not ask any more how it goes; what there is to ask stays the same. */
  public void takeFollowUps(AgencyId requester, UUID referralId) {
    referrals.find(referralId).ifPresent(watching::planFollowUps);
    deadlines.drop(requester, FollowUp.KIND, referralId);
  }

  /** The referral asks again how it goes, when the next time for that comes. */
  public void giveBackFollowUps(AgencyId requester, UUID referralId) {
    watching.nextFollowUp(requester, referralId);
  }

  /** The referral asks again that another time is offered, if that is still waited for. */
  public void giveBackReoffer(UUID referralId) {
    referrals
        .find(referralId)
        .filter(referral -> Term.REOFFER.waits(referral.seenBy(Party.REQUESTER)))
        .ifPresent(referral -> watching.missed(referral, clock.instant()));
  }
}
