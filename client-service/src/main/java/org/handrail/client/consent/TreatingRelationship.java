package org.handrail.client.consent;

import java.time.Instant;
import org.handrail.client.party.PartyId;
import org.jspecify.annotations.Nullable;

/**
 * That a provider treats the client: it takes the client's agreement and the provider's acceptance
 * (P2-TPR-1).
 */
public record TreatingRelationship(
    PartyId provider,
    @Nullable Instant clientAgreedAt,
    @Nullable Instant providerAcceptedAt,
    @Nullable Instant endedAt) {

  boolean holdsAt(Instant now) {
    return isBy(now, clientAgreedAt) && isBy(now, providerAcceptedAt) && !isBy(now, endedAt);
  }

  private static boolean isBy(Instant now, @Nullable Instant at) {
    return at != null && !at.isAfter(now);
  }
}
