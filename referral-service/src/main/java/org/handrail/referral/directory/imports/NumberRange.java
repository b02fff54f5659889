package org.handrail.referral.directory.imports;

import java.time.LocalDate;
import java.util.Map;

/**
 * What a number of a row can be. Places on the globe are not here: a pair that was exchanged can be
 * mended.
 *
 * @param from the least
 * @param to the most
 * @param parts into how many a one can be parted: 1 for whole numbers; 0 where that is open
 */
record NumberRange(long from, long to, int parts) {
  private static final NumberRange ANY = new NumberRange(-999_999_999, 999_999_999, 0);
  private static final NumberRange AGE = new NumberRange(0, 130, 0);
  private static final NumberRange COUNT = new NumberRange(0, 100_000, 1);
  private static final String YEAR_INCORPORATED = "year_incorporated";
  private static final Map<String, NumberRange> BY_FIELD =
      Map.of(
          "minimum_age",
          AGE,
          "maximum_age",
          AGE,
          "extension",
          new NumberRange(0, 999_999_999, 1),
          "available",
          COUNT,
          "maximum",
          COUNT,
          "count",
          new NumberRange(1, 100_000, 1),
          "interval",
          new NumberRange(1, 1000, 1),
          // An offset from UTC; some are of half an hour, and some of a quarter.
          "timezone",
          new NumberRange(-12, 14, 4),
          "amount",
          new NumberRange(0, 999_999_999, 0));

  static NumberRange of(String field, LocalDate today) {
    return field.equals(YEAR_INCORPORATED)
        ? new NumberRange(1000, today.plusDays(1).getYear(), 1)
        : BY_FIELD.getOrDefault(field, ANY);
  }

  boolean holds(double number) {
    return number >= from
        && number <= to
        && (parts == 0 || number * parts == Math.rint(number * parts));
  }

  /** As in {@code from 0 to 130}. */
  String said() {
    String how =
        switch (parts) {
          case 0 -> "";
          case 1 -> "whole, ";
          default -> "in parts of " + parts + ", ";
        };
    return how + "from " + from + " to " + to;
  }
}
