package org.handrail.referral.meeting;

import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times of day as people write them. */
final class WallClock {
  static final int DAY = 24 * 60;

  private static final Pattern TIME =
      Pattern.compile("(\\d{1,2})(?:[:.](\\d{2})(?::\\d{2}(?:\\.\\d+)?)?)?(?:([ap])\\.?m\\.?)?");

  private WallClock() {}

  /**
   * Minutes since midnight, 0 to 1440; none where it cannot be told. 24:00, and midnight as an end,
   * is the end of the day.
   */
  static OptionalInt minutes(String text) {
    String time = text.toLowerCase(Locale.ROOT).replaceAll("\\s+", "");
    if (time.equals("noon") || time.equals("12noon")) {
      return OptionalInt.of(DAY / 2);
    }
    Matcher matcher = TIME.matcher(time);
    if (!matcher.matches() || (matcher.group(2) == null && matcher.group(3) == null)) {
      return OptionalInt.empty();
    }
    int hour = Integer.parseInt(matcher.group(1));
    int minute = matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2));
    if (matcher.group(3) != null) {
      if (hour < 1 || hour > 12) {
        return OptionalInt.empty();
      }
      hour = hour % 12 + (matcher.group(3).equals("p") ? 12 : 0);
    }
    int all = hour * 60 + minute;
    return minute < 60 && all <= DAY ? OptionalInt.of(all) : OptionalInt.empty();
  }

  /** Whether it says midnight in words: as a beginning that may be either end of the day. */
  static boolean saysMidnight(String text) {
    return text.strip().toLowerCase(Locale.ROOT).matches("(12 ?)?midnight");
  }
}
