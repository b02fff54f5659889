package org.handrail.referral.opening;

import java.util.UUID;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.deadline.WhenDue;
import org.springframework.stereotype.Component;

/**
 * Takes back what none of the places has claimed in its time: what a client wanted long ago sends
 * nothing about them any more.
 */
@Component
class OverdueOpening implements WhenDue {
  private final Openings openings;
  private final TakingBack takingBack;

  OverdueOpening(Openings openings, TakingBack takingBack) {
    this.openings = openings;
    this.takingBack = takingBack;
  }

  @Override
  public String kind() {
    return OpeningClock.OVERDUE;
  }

  @Override
  public void due(AgencyId agency, UUID about) {
    openings
        .find(about)
        .filter(opening -> !opening.ended())
        .ifPresent(
            opening -> takingBack.takeBack(agency, opening, _ -> true, OpeningClock.OVERDUE));
  }
}
