package org.handrail.referral.referral;

import java.util.UUID;

/** Knows whether the places of a client's choice are being asked who has room. */
public interface AskedPlaces {
  /** Whether somebody may claim it still, or has claimed it and was sent no referral yet. */
  boolean mayBeClaimed(UUID optionSetId);
}
