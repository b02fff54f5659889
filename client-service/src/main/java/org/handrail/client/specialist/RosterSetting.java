package org.handrail.client.specialist;

import java.time.Duration;
import java.time.ZoneId;

/**
 * How an agency keeps its roster.
 *
 * @param caseloadCap how much one specialist carries, in weights of their clients (R22)
 * @param supervision how long somebody is supervised in a month, at least; zero for no minimum
 * @param zone where the agency's days begin
 * @param version 0 as long as the agency said nothing and the service's defaults hold
 */
public record RosterSetting(
    Mode roster, int caseloadCap, Duration supervision, ZoneId zone, long version) {

  /** Whether who is not on the roster may be assigned. */
  public enum Mode {
    /** Nobody takes a place at a client's side who is not on the roster with a credential. */
    ENFORCED,
    /** The roster counts for those who are on it; of others it says nothing. */
    ADVISORY
  }

  RosterSetting changed(Mode to, int cap, Duration supervised, ZoneId where) {
    return new RosterSetting(to, cap, supervised, where, version + 1);
  }
}
