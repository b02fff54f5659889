package org.handrail.referral.referral.clock;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.THURSDAY;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.Map;
import java.util.Set;

/**
 * The legal public holidays of the United States as they are now (5 U.S.C. 6103; Executive Order
 * 11582): by rule, so that the list never runs out. Inauguration Day is kept in and around
 * Washington only, and not here.
 */
public final class FederalHolidays {
  private static final Set<MonthDay> FIXED =
      Set.of(
          MonthDay.of(Month.JANUARY, 1),
          MonthDay.of(Month.JUNE, 19),
          MonthDay.of(Month.JULY, 4),
          MonthDay.of(Month.NOVEMBER, 11),
          MonthDay.of(Month.DECEMBER, 25));

  /** Of a month the third Monday, say. */
  private record Nth(int week, DayOfWeek day) {}

  private static final Map<Month, Nth> MOVING =
      Map.of(
          Month.JANUARY, new Nth(3, MONDAY),
          Month.FEBRUARY, new Nth(3, MONDAY),
          Month.SEPTEMBER, new Nth(1, MONDAY),
          Month.OCTOBER, new Nth(2, MONDAY),
          Month.NOVEMBER, new Nth(4, THURSDAY));

  private FederalHolidays() {}

  /** Whether one is kept on that day: what falls on a Saturday the day before, a Sunday's after. */
  public static boolean isKept(LocalDate day) {
    return switch (day.getDayOfWeek()) {
      case SATURDAY, SUNDAY -> false;
      case FRIDAY -> isOne(day) || isFixed(day.plusDays(1));
      case MONDAY -> isOne(day) || isFixed(day.minusDays(1));
      case TUESDAY, WEDNESDAY, THURSDAY -> isOne(day);
    };
  }

  private static boolean isOne(LocalDate day) {
    int week = (day.getDayOfMonth() - 1) / 7 + 1;
    return isFixed(day)
        || isMemorialDay(day)
        || new Nth(week, day.getDayOfWeek()).equals(MOVING.get(day.getMonth()));
  }

  private static boolean isFixed(LocalDate day) {
    return FIXED.contains(MonthDay.from(day));
  }

  private static boolean isMemorialDay(LocalDate day) {
    return day.getMonth() == Month.MAY
        && day.getDayOfWeek() == MONDAY
        && day.plusWeeks(1).getMonth() != Month.MAY;
  }
}
