package org.handrail.referral.capacity;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * How far a statement can be trusted now: all of it when it was just said, half of it at the end of
 * its time, nothing at three times that; less where the provider's word did not hold before.
 *
 * @param age in whole minutes
 * @param percent 0 to 100
 */
record Trust(Reading reading, Duration age, int percent, TrackRecord record) {

  static Trust of(Instant saidAt, Instant now, Duration lasts, TrackRecord record) {
    Duration since = Duration.between(saidAt, now);
    Duration age = since.isNegative() ? Duration.ZERO : Duration.ofMinutes(since.toMinutes());
    return new Trust(reading(since, lasts), age, percent(since, lasts, record), record);
  }

  private static Reading reading(Duration since, Duration lasts) {
    if (since.compareTo(lasts) <= 0) {
      return Reading.CURRENT;
    }
    return since.compareTo(lasts.multipliedBy(3)) <= 0 ? Reading.CALL_TO_CONFIRM : Reading.UNKNOWN;
  }

  private static int percent(Duration since, Duration lasts, TrackRecord record) {
    double times = Math.max(0, since.toMillis()) / (double) lasts.toMillis();
    double byAge = times <= 1 ? 1 - times / 2 : Math.max(0, 0.5 - (times - 1) / 4);
    return (int) Math.round(byAge * record.percent());
  }

  /** Its age in words, as people say it: of days nobody counts the minutes. */
  String ago() {
    if (age.toMinutes() == 0) {
      return "just now";
    }
    if (age.toHours() == 0) {
      return count(age.toMinutes(), "minute");
    }
    return age.toHours() < 48 ? count(age.toHours(), "hour") : count(age.toDays(), "day");
  }

  private static String count(long number, String unit) {
    return "%d %s%s ago".formatted(number, unit, number == 1 ? "" : "s");
  }

  /** When it was said, cut to the minute as its age is. */
  static Instant asOf(Instant saidAt) {
    return saidAt.truncatedTo(ChronoUnit.MINUTES);
  }
}
