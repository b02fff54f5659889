package org.handrail.referral.referral.clock;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Time as the clock on a wall shows it: a day later is the same hour, also where the clocks were
 * changed in between. What is shorter than a day passes as it does.
 *
 * @param holidays on which nobody works there, besides Saturdays and Sundays
 */
public record WallTime(ZoneId zone, Predicate<LocalDate> holidays) {
  private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

  /** That long after an instant: whole days by the calendar, the rest by the second. */
  public Instant after(Instant from, Duration span) {
    return from.atZone(zone)
        .plusDays(span.toDays())
        .plus(span.minusDays(span.toDays()))
        .toInstant();
  }

  /**
   * The working day that comes so many working days after the day of an instant.
   *
   * @param days one or more
   */
  public LocalDate workingDay(Instant from, int days) {
    LocalDate day = from.atZone(zone).toLocalDate();
    for (int left = days; left > 0; ) {
      day = day.plusDays(1);
      if (isWorked(day)) {
        left--;
      }
    }
    return day;
  }

  /** When the clock on the wall shows that time on that day. */
  public Instant at(LocalDate day, LocalTime time) {
    return day.atTime(time).atZone(zone).toInstant();
  }

  private boolean isWorked(LocalDate day) {
    return !WEEKEND.contains(day.getDayOfWeek()) && !holidays.test(day);
  }
}
