package org.handrail.client.companion;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Hours at a client's side.
 *
 * @param relief who takes over in between
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Shift(
    UUID id, String companion, Instant startsAt, Instant endsAt, @Nullable String relief) {}
