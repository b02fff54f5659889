package org.handrail.referral.choice;

import java.util.UUID;
import org.handrail.platform.caller.AgencyId;

/** What other features began with what clients chose before. */
public interface EarlierChoices {
  /** The client chose anew for a need, in the open transaction of their agency. */
  void giveWay(AgencyId agency, UUID clientId, String need);
}
