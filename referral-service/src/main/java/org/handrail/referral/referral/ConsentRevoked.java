package org.handrail.referral.referral;

import java.util.Set;
import java.util.UUID;
import org.handrail.platform.caller.AgencyId;
import org.jspecify.annotations.Nullable;

/**
 * What client-service tells of a consent that was taken back.
 *
 * @param recipient the one party that it was taken back from
 * @param recipients the parties that it was, if several; everybody where there is neither
 */
public record ConsentRevoked(
    UUID clientId, @Nullable AgencyId recipient, @Nullable Set<AgencyId> recipients) {

  /** Whether that party hears nothing more of the client. */
  public boolean leavesWithNothing(AgencyId party) {
    if (recipient == null && recipients == null) {
      return true;
    }
    return party.equals(recipient) || (recipients != null && recipients.contains(party));
  }
}
