package org.handrail.referral.capacity;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A place that is kept for a referral, or was.
 *
 * @param until when it ends by itself
 * @param endedAs absent while it is kept
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Hold(
    UUID id,
    UUID capacityId,
    UUID referralId,
    Instant grantedAt,
    Instant until,
    @Nullable HoldEnd endedAs,
    @Nullable Instant endedAt) {}
