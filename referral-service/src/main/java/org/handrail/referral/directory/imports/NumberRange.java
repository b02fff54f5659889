package org.handrail.referral.directory.imports;

import java.util.Map;

/**
 * What a number of a row can be. Places on the globe are not here: a pair that was exchanged can be
 * mended.
 *
 * @param from the least
 * @param to the most
 * @param whole whether there is nothing between two of them
 */
record NumberRange(long from, long to, boolean whole) {
  private static final NumberRange ANY = new NumberRange(-999_999_999, 999_999_999, false);
  private static final NumberRange AGE = new NumberRange(0, 130, false);
  private static final NumberRange COUNT = new NumberRange(0, 100_000, true);
  private static final Map<String, NumberRange> BY_FIELD =
      Map.of(
          "minimum_age",
          AGE,
          "maximum_age",
          AGE,
          "year_incorporated",
          new NumberRange(1000, 2200, true),
          "extension",
          new NumberRange(0, 999_999_999, true),
          "available",
          COUNT,
          "maximum",
          COUNT,
          "count",
          COUNT,
          "interval",
          new NumberRange(1, 1000, true),
          "timezone",
          new NumberRange(-12, 14, false),
          "amount",
          new NumberRange(0, 999_999_999, false));

  static NumberRange of(String field) {
    return BY_FIELD.getOrDefault(field, ANY);
  }

  boolean holds(double number) {
    return number >= from && number <= to && (!whole || number == Math.rint(number));
  }

  /** As in {@code from 0 to 130}. */
  String said() {
    return (whole ? "whole, from " : "from ") + from + " to " + to;
  }
}
