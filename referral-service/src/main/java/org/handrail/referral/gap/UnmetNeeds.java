package org.handrail.referral.gap;

import java.util.UUID;
import org.handrail.platform.caller.AgencyId;

/** Where other features note that a client's need was not met, in the client's agency's scope. */
public interface UnmetNeeds {
  /** The area where none is known. */
  String NO_AREA = "unknown";

  /**
   * Notes it.
   *
   * @param need its code
   */
  void note(AgencyId agency, UUID clientId, String need, Unmet because);
}
