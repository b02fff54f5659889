package org.handrail.client.consent;

import java.time.Instant;
import org.handrail.client.party.PartyId;
import org.jspecify.annotations.Nullable;

/**
 * A restriction that the client asked for and was granted, 42 CFR 2.26. It overrides every consent.
 */
public record Restriction(PartyId recipient, Instant grantedAt, @Nullable Instant endedAt) {
  boolean binds(PartyId party, Instant now) {
    return recipient.equals(party)
        && !grantedAt.isAfter(now)
        && (endedAt == null || endedAt.isAfter(now));
  }
}
