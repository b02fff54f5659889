package org.handrail.referral.capacity;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * The places of one kind that a service has.
 *
 * @param kind for whom or at which level, as the provider names it; {@code any} otherwise
 * @param free as it was said last
 * @param held of the free ones, kept for referrals now
 * @param taken of the free ones, by arrivals since it was said
 * @param holdFor for how long a place is kept at most
 * @param holdsAtOnce how many places may be kept as soon as a referral is accepted
 * @param record what the provider's word was worth before
 * @param retiredAt since when there are no such places (any more)
 * @param version counts statements, never holds
 */
record Capacity(
    UUID id,
    AgencyId agency,
    UUID serviceId,
    Unit unit,
    String kind,
    int total,
    int free,
    int held,
    int taken,
    Instant saidAt,
    SubjectId saidBy,
    Duration holdFor,
    int holdsAtOnce,
    TrackRecord record,
    @Nullable Instant retiredAt,
    long version) {

  /** Places that can still be kept. */
  int open() {
    return free - held - taken;
  }
}
