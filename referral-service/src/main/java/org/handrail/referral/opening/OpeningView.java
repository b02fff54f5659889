package org.handrail.referral.opening;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An opening as the side reads it that asks.
 *
 * @param endsAt when it is withdrawn by itself, unless a place has claimed it by then
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OpeningView(
    UUID id,
    UUID clientId,
    String need,
    String area,
    Instant openedAt,
    Instant endsAt,
    boolean ended,
    @Nullable UUID referralId,
    List<Asked> asked) {

  /** A place that is asked, and whether it still can have it. */
  record Asked(UUID serviceId, String service, String agency, boolean open, boolean claimed) {}

  static OpeningView of(Opening opening) {
    return new OpeningView(
        opening.id(),
        opening.need().clientId(),
        opening.need().need(),
        opening.area(),
        opening.openedAt(),
        opening.endsAt(),
        opening.ended(),
        opening.referralId(),
        opening.offers().stream()
            .map(
                offer ->
                    new Asked(
                        offer.place().serviceId(),
                        offer.place().service(),
                        offer.place().agency().value(),
                        offer.isOpen(),
                        offer.claimedAt() != null))
            .toList());
  }
}
