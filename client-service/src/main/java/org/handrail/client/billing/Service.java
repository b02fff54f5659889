package org.handrail.client.billing;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.handrail.client.encounter.Kind;
import org.handrail.client.encounter.Mode;
import org.jspecify.annotations.Nullable;

/**
 * Some time of a specialist, as a payer looks at it.
 *
 * @param certified whether the specialist held a certificate on that day (CERT-2)
 * @param people in the group; none when it was no group
 */
record Service(
    UUID id,
    Kind kind,
    Mode mode,
    Instant from,
    Instant until,
    boolean forGoal,
    boolean withActivity,
    boolean certified,
    boolean signedOff,
    boolean inCompanionShift,
    @Nullable Integer people) {

  Duration elapsed() {
    return Duration.between(from, until);
  }

  boolean overlaps(Service other) {
    return from.isBefore(other.until) && other.from.isBefore(until);
  }
}
