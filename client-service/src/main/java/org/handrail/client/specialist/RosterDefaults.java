package org.handrail.client.specialist;

import java.time.Duration;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** What holds for an agency that said nothing of its own. */
@ConfigurationProperties("handrail.roster")
record RosterDefaults(
    @DefaultValue("advisory") RosterSetting.Mode mode,
    @DefaultValue("15") int caseloadCap,
    @DefaultValue("PT1H") Duration supervision,
    @DefaultValue("America/New_York") ZoneId zone) {

  RosterSetting setting() {
    return new RosterSetting(mode, caseloadCap, supervision, zone, 0);
  }
}
