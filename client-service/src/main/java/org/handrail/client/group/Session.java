package org.handrail.client.group;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One meeting of a group. It tells nothing of who comes, not even how many.
 *
 * @param facilitator who holds it, or held it
 * @param cancelledAt when it was called off
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Session(
    UUID id,
    UUID groupId,
    String agenda,
    int capacity,
    String facilitator,
    Instant startsAt,
    Instant endsAt,
    @Nullable Instant cancelledAt) {

  boolean isOpen(Instant now, Duration before, Duration after) {
    return !now.isBefore(startsAt.minus(before)) && !now.isAfter(endsAt.plus(after));
  }
}
