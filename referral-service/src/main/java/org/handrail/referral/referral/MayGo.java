package org.handrail.referral.referral;

import java.util.Set;
import org.handrail.platform.caller.AgencyId;
import org.jspecify.annotations.Nullable;

/**
 * From whom to whom more of a client may go than before, by something that they said.
 *
 * @param disclosers absent where it may be anybody
 * @param recipients absent where it may be anybody
 */
record MayGo(@Nullable Set<String> disclosers, @Nullable Set<String> recipients) {
  static final MayGo ANYWHERE = new MayGo(null, null);
  static final MayGo NOWHERE = new MayGo(Set.of(), Set.of());

  boolean covers(AgencyId discloser, AgencyId recipient) {
    return isAmong(disclosers, discloser) && isAmong(recipients, recipient);
  }

  private static boolean isAmong(@Nullable Set<String> parties, AgencyId party) {
    return parties == null || parties.contains(party.value());
  }
}
