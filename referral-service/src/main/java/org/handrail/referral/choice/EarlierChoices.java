package org.handrail.referral.choice;

import org.handrail.platform.caller.AgencyId;

/** What other features began with what clients chose before. */
public interface EarlierChoices {
  /** The client chose anew for that need, in the open transaction of their agency. */
  void giveWay(AgencyId agency, PersonsNeeds.Held need);
}
