package org.handrail.referral.meeting;

import org.jspecify.annotations.Nullable;

/**
 * Where a meeting is, as far as it is known.
 *
 * @param latitude degrees, with the longitude or not at all
 * @param approximate the coordinates are of the town, not of the door
 */
record Place(
    @Nullable String name,
    @Nullable String address,
    @Nullable String city,
    @Nullable String region,
    @Nullable String notes,
    @Nullable Double latitude,
    @Nullable Double longitude,
    boolean approximate) {

  /** Somebody can go there. */
  boolean canBeGoneTo() {
    return !approximate && (name != null || address != null);
  }
}
