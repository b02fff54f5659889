package org.handrail.client.group;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** One meeting of a group. It tells nothing of who comes, not even how many. */
record Session(
    UUID id,
    UUID groupId,
    String agenda,
    int capacity,
    String facilitator,
    Instant startsAt,
    Instant endsAt) {

  boolean isOpen(Instant now, Duration before, Duration after) {
    return !now.isBefore(startsAt.minus(before)) && !now.isAfter(endsAt.plus(after));
  }
}
