package org.handrail.referral.referral.clock;

import java.util.Locale;
import java.util.Set;
import org.handrail.referral.referral.lifecycle.BusinessStatus;
import org.handrail.referral.referral.lifecycle.History;
import org.handrail.referral.referral.lifecycle.Standing;
import org.handrail.referral.referral.lifecycle.TaskStatus;

/** What is waited for on a referral. */
public enum Term {
  /** That the receiver has seen it. */
  ACKNOWLEDGE,
  /** That the receiver is in touch with the person. */
  FIRST_CONTACT,
  /** That the requester asks the person how it went. */
  FOLLOW_UP,
  /** That a person who did not come is offered another time. */
  REOFFER,
  /** That the receiver goes on with what it put on hold. */
  ON_HOLD;

  // Whoever waits for a place, or has one kept, may not have heard from anybody yet; whoever was
  // given a time before that has.
  private static final Set<BusinessStatus> UNTOUCHED =
      Set.of(
          BusinessStatus.DELIVERED,
          BusinessStatus.ACKNOWLEDGED,
          BusinessStatus.WAITLISTED,
          BusinessStatus.HOLD_GRANTED);

  /** Whether it is still waited for, as one party sees the referral. */
  public boolean waits(History seen) {
    Standing standing = seen.standing();
    TaskStatus status = standing.status();
    BusinessStatus business = standing.businessStatus();
    return switch (this) {
      case ACKNOWLEDGE -> status == TaskStatus.REQUESTED && business == BusinessStatus.DELIVERED;
      case FIRST_CONTACT ->
          (status == TaskStatus.REQUESTED || status == TaskStatus.ACCEPTED)
              && business != null
              && UNTOUCHED.contains(business)
              && !seen.isHeardFrom();
      case FOLLOW_UP -> !status.ended() || status == TaskStatus.COMPLETED;
      case REOFFER -> !status.ended() && business == BusinessStatus.MISSED;
      case ON_HOLD -> status == TaskStatus.ON_HOLD;
    };
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
