package org.handrail.referral.opening;

import java.time.Instant;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.deadline.Deadlines;
import org.handrail.referral.referral.Urgency;
import org.springframework.stereotype.Component;

/**
 * Sees to it that nobody is asked about a need for ever, and that somebody hears of it before. What
 * has ended by then is not touched.
 */
@Component
class OpeningClock {
  static final String UNCLAIMED = "opening-unclaimed";
  static final String OVERDUE = "opening-overdue";

  private final Deadlines deadlines;
  private final OpeningSettings settings;

  OpeningClock(Deadlines deadlines, OpeningSettings settings) {
    this.deadlines = deadlines;
    this.settings = settings;
  }

  /** When one ends that is opened at that time. */
  Instant end(Urgency urgency, Instant openedAt) {
    return openedAt.plus(settings.of(urgency).end());
  }

  void windUp(AgencyId agency, Opening opening) {
    Instant told = opening.openedAt().plus(settings.of(opening.need().urgency()).unclaimed());
    deadlines.set(agency, UNCLAIMED, opening.id(), told);
    deadlines.set(agency, OVERDUE, opening.id(), opening.endsAt());
  }
}
