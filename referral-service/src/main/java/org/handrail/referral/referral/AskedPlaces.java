package org.handrail.referral.referral;

import java.util.Optional;
import java.util.UUID;

/** Knows whether places that a client chose are being asked who has room. */
public interface AskedPlaces {
  /**
   * The opening for that need of a client that somebody may claim still, or has claimed and was
   * sent no referral yet.
   */
  Optional<UUID> mayBeClaimed(UUID clientId, String need);
}
