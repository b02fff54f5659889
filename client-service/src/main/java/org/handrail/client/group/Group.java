package org.handrail.client.group;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * People who meet again and again, with somebody who holds the room.
 *
 * @param agenda what it is about, in words that anybody may read
 * @param capacity how many fit in, the facilitator not counted
 * @param facilitator who holds the sessions to come
 * @param endedAt from when on it meets no more
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Group(
    UUID id,
    String name,
    String agenda,
    int capacity,
    String facilitator,
    @Nullable Instant endedAt) {}
