package org.handrail.referral.capacity;

import java.util.UUID;
import org.handrail.platform.attention.Attention;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.Role;
import org.handrail.platform.deadline.WhenDue;
import org.springframework.stereotype.Component;

/** Opens a place again when the time is over for which it was kept, and tells the provider. */
@Component
class HoldExpiring implements WhenDue {
  private final JdbcHolds holds;
  private final Attention attention;

  HoldExpiring(JdbcHolds holds, Attention attention) {
    this.holds = holds;
    this.attention = attention;
  }

  @Override
  public String kind() {
    return Holding.EXPIRY;
  }

  @Override
  public void lock(AgencyId agency, UUID about) {
    holds.lockActiveOf(about);
  }

  @Override
  public void due(AgencyId agency, UUID about) {
    holds
        .activeOf(about)
        .filter(hold -> holds.end(hold, HoldEnd.EXPIRED))
        .ifPresent(
            hold ->
                attention.ask(
                    agency,
                    Role.INTAKE_COORDINATOR,
                    new Attention.Matter("hold-expired", "referral", about)));
  }
}
