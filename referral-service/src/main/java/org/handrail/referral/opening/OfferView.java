package org.handrail.referral.opening;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a place is asked: codes, and nobody's identity; of what is gone nothing but that it is.
 *
 * @param need in the word that the door has for this place: a place of the community hears {@code
 *     support} of what does not concern it
 * @param state {@code open}, {@code claimed} (by this place) or {@code gone}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OfferView(
    UUID id,
    String state,
    @Nullable UUID serviceId,
    @Nullable String service,
    @Nullable String need,
    @Nullable String area,
    @Nullable String urgency,
    @Nullable Instant offeredAt) {

  static OfferView of(Opening.Offer offer) {
    if (offer.goneAt() != null) {
      return new OfferView(offer.id(), "gone", null, null, null, null, null, null);
    }
    return new OfferView(
        offer.id(),
        offer.claimedAt() == null ? "open" : "claimed",
        offer.place().serviceId(),
        offer.place().service(),
        offer.need(),
        offer.area(),
        OpeningNeed.code(offer),
        offer.offeredAt());
  }
}
