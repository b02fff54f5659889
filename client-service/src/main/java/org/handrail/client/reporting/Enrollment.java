package org.handrail.client.reporting;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's time in a grant. Who comes again begins a new episode, with a new baseline.
 *
 * @param episode 1 for the first time
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Enrollment(
    UUID id,
    UUID clientId,
    String grant,
    int episode,
    LocalDate startedOn,
    @Nullable LocalDate endedOn) {}
