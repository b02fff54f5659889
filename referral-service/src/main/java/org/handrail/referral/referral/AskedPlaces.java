package org.handrail.referral.referral;

import java.util.Optional;
import java.util.UUID;
import org.handrail.referral.choice.PersonsNeeds;

/** Knows whether places that a client chose are being asked who has room. */
public interface AskedPlaces {
  /**
   * The opening for that need of a person that somebody may claim still, or has claimed and was
   * sent no referral yet.
   */
  Optional<UUID> mayBeClaimed(PersonsNeeds.Held need);
}
