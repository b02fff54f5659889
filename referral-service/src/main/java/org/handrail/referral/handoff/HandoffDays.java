package org.handrail.referral.handoff;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.handrail.platform.caller.AgencyId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a handoff waits for what (domain.md 2.8), and by whose calendar.
 *
 * @param zone where no agency has its own
 * @param zones by agency
 * @param holidays on which nobody works, besides weekends
 * @param reofferWithin working days after a meeting was missed
 * @param followUps days after the person came, in their order
 */
@ConfigurationProperties("handrail.handoffs")
record HandoffDays(
    @DefaultValue("America/New_York") ZoneId zone,
    @DefaultValue Map<String, ZoneId> zones,
    @DefaultValue Set<LocalDate> holidays,
    @DefaultValue("2") int reofferWithin,
    @DefaultValue({"7", "30"}) List<Integer> followUps) {

  WorkingDays of(AgencyId agency) {
    return new WorkingDays(zones.getOrDefault(agency.value(), zone), holidays);
  }
}
