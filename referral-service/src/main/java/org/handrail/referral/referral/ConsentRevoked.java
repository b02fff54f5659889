package org.handrail.referral.referral;

import java.util.Set;
import java.util.UUID;
import org.handrail.platform.caller.AgencyId;
import org.jspecify.annotations.Nullable;

/**
 * What client-service tells of a consent that was taken back.
 *
 * @param recipient the one party that it was taken back from, if it was one
 * @param recipients the parties that hear nothing more of the client; where these are not told it
 *     is the one party, and everybody where there is neither
 * @param open as the door holds it now: of the client's referrals that have gone out those that may
 *     still be read where they went
 * @param closed those of which the client took back what covered them
 */
public record ConsentRevoked(
    UUID clientId,
    @Nullable AgencyId recipient,
    @Nullable Set<AgencyId> recipients,
    @Nullable Set<UUID> open,
    @Nullable Set<UUID> closed) {

  /** Whether a referral that waits for the door waits in vain. */
  boolean stops(Referral referral) {
    return leavesWithNothing(referral.receiver())
        || (closed != null && closed.contains(referral.id()));
  }

  /** Whether that party hears nothing more of the client. */
  public boolean leavesWithNothing(AgencyId party) {
    if (recipients != null) {
      return recipients.contains(party);
    }
    return recipient == null || recipient.equals(party);
  }
}
