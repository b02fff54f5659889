package org.handrail.referral.referral;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.handrail.platform.attention.Attention;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.Role;
import org.handrail.platform.deadline.WhenDue;
import org.handrail.referral.referral.clock.Term;
import org.handrail.referral.referral.lifecycle.Party;
import org.springframework.stereotype.Component;

/**
 * Has the person asked how it went, from the delivery on, or from when they came; at the last time
 * the supervisor hears of it if they are not known to have come.
 */
@Component
class FollowUp implements WhenDue {
  static final String KIND = "referral-follow-up";

  private final Referrals referrals;
  private final FollowUps tasks;
  private final Rungs rungs;
  private final Watching watching;
  private final WhoHears hears;
  private final Attention attention;
  private final Clock clock;

  FollowUp(
      Referrals referrals,
      FollowUps tasks,
      Rungs rungs,
      Watching watching,
      WhoHears hears,
      Attention attention,
      Clock clock) {
    this.referrals = referrals;
    this.tasks = tasks;
    this.rungs = rungs;
    this.watching = watching;
    this.hears = hears;
    this.attention = attention;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void lock(AgencyId agency, UUID about) {
    referrals.lock(about);
  }

  @Override
  public void due(AgencyId agency, UUID about) {
    referrals
        .find(about)
        .filter(r -> Term.FOLLOW_UP.waits(r.seenBy(Party.REQUESTER)))
        .ifPresent(referral -> ask(agency, referral));
  }

  private void ask(AgencyId agency, Referral referral) {
    Instant now = clock.instant();
    watching.planFollowUps(referral);
    // After a standstill it is asked once.
    if (tasks.asked(referral.id(), now)) {
      rungs.meet(agency, referral.id(), Term.FOLLOW_UP, "follow-up-" + reached(referral, now), now);
      hears.ask(referral, KIND);
    }
    tellOfOpenLoop(agency, referral);
    watching.nextFollowUp(agency, referral.id());
  }

  private long reached(Referral referral, Instant now) {
    var since = tasks.of(referral.id()).getLast().since();
    return tasks.of(referral.id()).stream()
        .filter(task -> task.since() == since && !task.dueAt().isAfter(now))
        .count();
  }

  private void tellOfOpenLoop(AgencyId agency, Referral referral) {
    boolean isLast = tasks.next(referral.id()).isEmpty();
    if (isLast && !referral.seenBy(Party.REQUESTER).loopClosed()) {
      attention.ask(
          agency,
          Role.SUPERVISOR,
          new Attention.Matter("referral-loop-open", "referral", referral.id()));
    }
  }
}
