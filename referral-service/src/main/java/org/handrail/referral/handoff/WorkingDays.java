package org.handrail.referral.handoff;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;

/** Days on which an agency works, where it is: not on weekends, not on its holidays. */
record WorkingDays(ZoneId zone, Set<LocalDate> holidays) {
  private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

  WorkingDays {
    holidays = Set.copyOf(holidays);
  }

  /** The end of the working day that comes so many working days after the day of that instant. */
  Instant endOf(Instant from, int daysLater) {
    LocalDate day = from.atZone(zone).toLocalDate();
    for (int left = daysLater; left > 0; ) {
      day = day.plusDays(1);
      if (!WEEKEND.contains(day.getDayOfWeek()) && !holidays.contains(day)) {
        left--;
      }
    }
    return day.plusDays(1).atStartOfDay(zone).toInstant();
  }

  /** The same hour on the wall so many days later, whatever day that is. */
  Instant sameHour(Instant from, int daysLater) {
    return ZonedDateTime.ofInstant(from, zone).plusDays(daysLater).toInstant();
  }
}
