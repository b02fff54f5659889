package org.handrail.client.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A client to whom the notice that is current is still to be offered.
 *
 * @param given the version that they have; none while it waits
 * @param remindAt until when it waits, if it does
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record NoticeOffer(
    UUID clientId,
    String nameToUse,
    @Nullable String given,
    @Nullable Instant givenAt,
    @Nullable String deferredReason,
    @Nullable Instant remindAt,
    String current) {}
