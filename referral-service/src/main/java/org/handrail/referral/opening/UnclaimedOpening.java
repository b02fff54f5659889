package org.handrail.referral.opening;

import java.util.UUID;
import org.handrail.platform.attention.Attention;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.deadline.WhenDue;
import org.handrail.referral.referral.WhoHears;
import org.springframework.stereotype.Component;

/** Tells those at the client's side that none of the places has claimed it yet. */
@Component
class UnclaimedOpening implements WhenDue {
  private final Openings openings;
  private final WhoHears hears;

  UnclaimedOpening(Openings openings, WhoHears hears) {
    this.openings = openings;
    this.hears = hears;
  }

  @Override
  public String kind() {
    return OpeningClock.UNCLAIMED;
  }

  @Override
  public void due(AgencyId agency, UUID about) {
    openings
        .find(about)
        .filter(opening -> !opening.ended())
        .ifPresent(
            opening ->
                hears.ask(
                    agency,
                    opening.need().clientId(),
                    opening.openedBy(),
                    new Attention.Matter(OpeningClock.UNCLAIMED, "opening", about)));
  }
}
