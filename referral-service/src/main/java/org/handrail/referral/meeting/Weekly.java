package org.handrail.referral.meeting;

import org.jspecify.annotations.Nullable;

/**
 * When a meeting is, week by week, on the wall clock of its zone.
 *
 * @param weekMinute minutes since Sunday 00:00, 0 to 10079
 * @param minutes how long it takes, 1 to 720, also past midnight; absent where nobody says
 */
record Weekly(int weekMinute, @Nullable Integer minutes) {
  static final int WEEK = 7 * WallClock.DAY;
  private static final int LONGEST = 12 * 60;

  /**
   * The same for any way of writing it down.
   *
   * @param day 0 for Sunday
   * @param start minutes since that day's midnight, up to 1440
   * @param end likewise; at or before the start it is of the next day
   */
  static Weekly of(int day, int start, @Nullable Integer end) {
    Integer minutes = null;
    if (end != null && end % WallClock.DAY != start % WallClock.DAY) {
      int length = Math.floorMod(end - start, WallClock.DAY);
      minutes = length <= LONGEST ? length : null;
    }
    return new Weekly(Math.floorMod(day * WallClock.DAY + start, WEEK), minutes);
  }
}
