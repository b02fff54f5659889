package org.handrail.referral.directory.imports;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Lists by which a schedule repeats, as iCalendar has them (RFC 5545, 3.3.10). */
final class Recurrence {
  private static final Pattern DAY = Pattern.compile("(?:[+-]?[1-5])?(?:MO|TU|WE|TH|FR|SA|SU)");
  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,3}");
  private static final Map<String, Integer> MOST =
      Map.of("bymonthday", 31, "byweekno", 53, "byyearday", 366);

  private Recurrence() {}

  /** Days of the week such as {@code MO,2TU,-1FR}, in upper case; null where one is none. */
  static @Nullable String days(String text) {
    List<String> days = parts(text.toUpperCase(Locale.ROOT));
    return days.stream().allMatch(day -> DAY.matcher(day).matches())
        ? String.join(",", days)
        : null;
  }

  /** Whether it says which of the days in a month are meant, as only a month can have them. */
  static boolean countsInMonth(String days) {
    return days.chars().anyMatch(Character::isDigit);
  }

  /** Numbers from 1, or from the end below 0; null where one is none of that field. */
  static @Nullable String numbers(String field, String text) {
    int most = MOST.getOrDefault(field, 0);
    List<String> numbers = parts(text);
    return numbers.stream().allMatch(number -> within(number, most))
        ? String.join(",", numbers)
        : null;
  }

  private static boolean within(String number, int most) {
    if (!NUMBER.matcher(number).matches()) {
      return false;
    }
    int size = Math.abs(Integer.parseInt(number));
    return size >= 1 && size <= most;
  }

  private static List<String> parts(String text) {
    return Arrays.stream(text.split(",", -1)).map(String::strip).toList();
  }
}
