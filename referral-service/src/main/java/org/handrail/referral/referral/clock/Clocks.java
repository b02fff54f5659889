package org.handrail.referral.referral.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.handrail.platform.caller.AgencyId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long is waited for an answer (domain.md 2.8): the coalition's defaults, and what an agency
 * that receives referrals has of its own.
 *
 * @param zone on whose walls the days are counted
 * @param holidays on which nobody works, besides weekends
 * @param followUps after the delivery, in their order
 * @param reofferWithin working days after somebody did not come
 */
@ConfigurationProperties("handrail.referral.clocks")
public record Clocks(
    ZoneId zone,
    @DefaultValue Set<LocalDate> holidays,
    Lengths routine,
    Lengths urgent,
    List<Duration> followUps,
    int reofferWithin,
    @DefaultValue Map<String, Own> agencies) {

  /** What a receiver is given. */
  public record Lengths(Duration acknowledge, Duration firstContact) {}

  /** What an agency has of its own; the coalition's where it is absent. */
  public record Own(@Nullable ZoneId zone, @Nullable Lengths routine, @Nullable Lengths urgent) {}

  /** When a rung of a receiver's clock is reached. */
  public Instant at(AgencyId receiver, boolean urgent, Term term, Rung rung, Instant delivered) {
    Lengths lengths = lengths(receiver, urgent);
    Duration length = term == Term.ACKNOWLEDGE ? lengths.acknowledge() : lengths.firstContact();
    return wall(receiver).after(delivered, rung.of(length));
  }

  /** The wall that an agency looks at. */
  public WallTime wall(AgencyId agency) {
    Own own = agencies.get(agency.value());
    ZoneId there = own == null ? null : own.zone();
    return new WallTime(there == null ? zone : there, holidays);
  }

  private Lengths lengths(AgencyId receiver, boolean isUrgent) {
    Own own = agencies.get(receiver.value());
    Lengths theirs = own == null ? null : isUrgent ? own.urgent() : own.routine();
    if (theirs != null) {
      return theirs;
    }
    return isUrgent ? urgent : routine;
  }
}
