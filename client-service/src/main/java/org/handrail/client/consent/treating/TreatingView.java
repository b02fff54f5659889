package org.handrail.client.consent.treating;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.handrail.platform.act.ActView;
import org.jspecify.annotations.Nullable;

/**
 * How far it is with a provider that is to treat the client.
 *
 * @param status proposed, agreed (by the client alone), accepted (by the provider alone), treating
 *     or ended
 * @param act the client's agreement
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TreatingView(
    UUID id,
    String provider,
    String status,
    Instant proposedAt,
    @Nullable ActView act,
    @Nullable Instant acceptedAt,
    @Nullable Acceptance acceptance,
    @Nullable Instant endedAt) {

  /** How it is known that the provider took the client on. */
  enum Acceptance {
    TOLD,
    LETTER,
    REFERRAL_ANSWER
  }

  static String status(
      @Nullable ActView agreed, @Nullable Instant accepted, @Nullable Instant ended) {
    if (ended != null) {
      return "ended";
    }
    if (agreed != null) {
      return accepted != null ? "treating" : "agreed";
    }
    return accepted != null ? "accepted" : "proposed";
  }
}
