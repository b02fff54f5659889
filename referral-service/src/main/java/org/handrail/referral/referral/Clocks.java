package org.handrail.referral.referral;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.handrail.platform.caller.AgencyId;
import org.handrail.referral.referral.clock.FederalHolidays;
import org.handrail.referral.referral.clock.Rung;
import org.handrail.referral.referral.clock.Term;
import org.handrail.referral.referral.clock.WallTime;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long is waited for whom (domain.md 2.8): the coalition's defaults, and what an agency has of
 * its own. Referrals and handoffs go by the same ones.
 *
 * @param zone on whose walls the days are counted
 * @param onHold how long what is on hold is left alone before either side looks at it again
 * @param followUps in days, in their order: after the delivery, or after the person came
 * @param reofferWithin working days after it was learnt that somebody did not come; one or more
 */
@ConfigurationProperties("handrail.referral.clocks")
public record Clocks(
    ZoneId zone,
    @DefaultValue Holidays holidays,
    Lengths routine,
    Lengths urgent,
    Duration onHold,
    List<Integer> followUps,
    int reofferWithin,
    @DefaultValue Map<String, Own> agencies) {

  // On the last day there is still time to call.
  private static final LocalTime MORNING = LocalTime.of(8, 0);

  /** What a receiver is given. */
  public record Lengths(Duration acknowledge, Duration firstContact) {}

  /**
   * On which days nobody works, besides weekends.
   *
   * @param federal whether on those of the United States
   * @param days and on which others
   */
  public record Holidays(@DefaultValue("true") boolean federal, @DefaultValue Set<LocalDate> days) {
    boolean has(LocalDate day) {
      return days.contains(day) || (federal && FederalHolidays.isKept(day));
    }
  }

  /** What an agency has of its own; the coalition's where it is absent. */
  public record Own(
      @Nullable ZoneId zone,
      @Nullable Holidays holidays,
      @Nullable Lengths routine,
      @Nullable Lengths urgent) {}

  /**
   * How long there is to offer another time to somebody who did not come.
   *
   * @param reminder in the morning of the last working day
   * @param end of that day
   */
  public record Reoffering(Instant reminder, Instant end) {}

  /** When a rung of a receiver's clock is reached. */
  public Instant at(AgencyId receiver, boolean urgent, Term term, Rung rung, Instant delivered) {
    Lengths lengths = lengths(receiver, urgent);
    Duration length = term == Term.ACKNOWLEDGE ? lengths.acknowledge() : lengths.firstContact();
    return wall(receiver).after(delivered, rung.of(length));
  }

  /** Until when another time is offered to somebody who is known since then not to have come. */
  public Reoffering reoffering(AgencyId agency, Instant since) {
    WallTime wall = wall(agency);
    LocalDate last = wall.workingDay(since, reofferWithin);
    return new Reoffering(wall.at(last, MORNING), wall.at(last.plusDays(1), LocalTime.MIDNIGHT));
  }

  /** The hour of that instant, so many days later. */
  public Instant followUp(AgencyId agency, Instant from, int day) {
    return wall(agency).after(from, Duration.ofDays(day));
  }

  /** When an agency looks again at what was put on hold, or was looked at, then. */
  public Instant onHold(AgencyId agency, Instant from) {
    return wall(agency).after(from, onHold);
  }

  /** The wall that an agency looks at. */
  private WallTime wall(AgencyId agency) {
    Own own = agencies.get(agency.value());
    ZoneId there = own == null ? null : own.zone();
    Holidays theirs = own == null ? null : own.holidays();
    return new WallTime(there == null ? zone : there, (theirs == null ? holidays : theirs)::has);
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
