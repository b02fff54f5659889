package org.handrail.referral.referral.clock;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;

/**
 * Time as the clock on a wall shows it: a day later is the same hour, also where the clocks were
 * changed in between. What is shorter than a day passes as it does.
 *
 * @param holidays on which nobody works there, besides Saturdays and Sundays
 */
public record WallTime(ZoneId zone, Set<LocalDate> holidays) {
  private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

  public WallTime {
    holidays = Set.copyOf(holidays);
  }

  /** That long after an instant: whole days by the calendar, the rest by the second. */
  public Instant after(Instant from, Duration span) {
    return from.atZone(zone)
        .plusDays(span.toDays())
        .plus(span.minusDays(span.toDays()))
        .toInstant();
  }

  /**
   * The same hour so many working days later.
   *
   * @param days one or more
   */
  public Instant afterWorkingDays(Instant from, int days) {
    ZonedDateTime at = from.atZone(zone);
    for (int left = days; left > 0; ) {
      at = at.plusDays(1);
      if (isWorked(at.toLocalDate())) {
        left--;
      }
    }
    return at.toInstant();
  }

  private boolean isWorked(LocalDate day) {
    return !WEEKEND.contains(day.getDayOfWeek()) && !holidays.contains(day);
  }
}
