package org.handrail.client.confidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.handrail.platform.act.ActView;
import org.jspecify.annotations.Nullable;

/**
 * What stays between a client and the specialist who wrote it down (C4).
 *
 * @param words none once it was taken back
 * @param withdrawnAt when who wrote it took it back: it was not the client's
 * @param accepted a growth area is a suggestion until the client takes it up
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Confidence(
    UUID id,
    Kind kind,
    @Nullable String words,
    String author,
    Instant writtenAt,
    @Nullable Instant withdrawnAt,
    @Nullable ActView accepted) {

  /** What it is. */
  enum Kind {
    CONFIDENCE,
    GROWTH_AREA
  }
}
