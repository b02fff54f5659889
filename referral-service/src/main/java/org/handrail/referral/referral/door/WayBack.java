package org.handrail.referral.referral.door;

import java.util.UUID;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.OnBehalfOf;
import org.jspecify.annotations.Nullable;

/**
 * Asks whether what that agency answers may come back.
 *
 * @param need of the directory, of which that agency is to hear; absent where it does not matter
 */
public record WayBack(
    UUID clientId, AgencyId from, String purpose, @Nullable String need, OnBehalfOf onBehalfOf) {

  /** Without a need. */
  public WayBack(UUID clientId, AgencyId from, String purpose, OnBehalfOf onBehalfOf) {
    this(clientId, from, purpose, null, onBehalfOf);
  }

  /**
   * What the door says.
   *
   * @param open whether the answers would be released at present
   * @param told what the door would tell that agency of the need; absent if none was asked about
   */
  public record Answer(boolean open, @Nullable String told) {}
}
