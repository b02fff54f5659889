package org.handrail.referral.opening;

import org.handrail.platform.caller.AgencyId;
import org.handrail.referral.choice.EarlierChoices;
import org.handrail.referral.choice.PersonsNeeds;
import org.springframework.stereotype.Component;

/** Asks nobody any more for what a client chose before they chose something else. */
@Component
class GivingWay implements EarlierChoices {
  private final Openings openings;
  private final TakingBack takingBack;

  GivingWay(Openings openings, TakingBack takingBack) {
    this.openings = openings;
    this.takingBack = takingBack;
  }

  @Override
  public void giveWay(AgencyId agency, PersonsNeeds.Held need) {
    openings.open(need.records()).stream()
        .flatMap(id -> openings.find(id).stream())
        .filter(opening -> opening.need().need().equals(need.need()))
        .forEach(opening -> takingBack.takeBack(agency, opening, _ -> true, "opening-replaced"));
  }
}
