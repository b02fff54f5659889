package org.handrail.client.obligation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.handrail.platform.act.ActView;
import org.jspecify.annotations.Nullable;

/**
 * What somebody else demands of the client, as the client tells it (C12). Peer support knows of it
 * and is no part of it.
 *
 * @param source who demands it
 * @param corrects what it was held to be before
 * @param end by which the client says that nobody demands it any more
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Obligation(
    UUID id,
    Kind kind,
    String source,
    @Nullable LocalDate beginsOn,
    @Nullable LocalDate endsOn,
    String words,
    ActView act,
    @Nullable UUID corrects,
    @Nullable ActView end) {

  /** Of what sort who demands it is. */
  enum Kind {
    COURT,
    PROBATION_OR_PAROLE,
    EMPLOYER,
    FAMILY,
    LICENCE,
    MEDICAL,
    SCHOOL,
    OTHER
  }
}
