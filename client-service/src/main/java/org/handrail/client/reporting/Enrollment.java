package org.handrail.client.reporting;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's time in a grant. Who comes again begins a new episode, with a new baseline.
 *
 * @param episode 1 for the first time
 * @param enteredInErrorAt since when it is known that this was written down by mistake
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Enrollment(
    UUID id,
    UUID clientId,
    String grant,
    int episode,
    LocalDate startedOn,
    @Nullable LocalDate endedOn,
    @Nullable Instant enteredInErrorAt) {

  /** Whether it counts. */
  boolean stands() {
    return enteredInErrorAt == null;
  }
}
