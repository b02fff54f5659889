package org.handrail.client.consent.restriction;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.handrail.platform.act.ActView;
import org.jspecify.annotations.Nullable;

/**
 * A restriction that a client asked for.
 *
 * @param recipient who is not to learn anything
 * @param paidInFull whether the client paid for what it is about out of their own pocket
 * @param status {@code asked}, {@code granted}, {@code refused} or {@code ended}
 * @param reason why it was refused
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RestrictionView(
    UUID id,
    String recipient,
    boolean paidInFull,
    String status,
    ActView act,
    @Nullable Instant decidedAt,
    @Nullable String reason,
    @Nullable Instant endedAt) {}
