package org.handrail.referral.gap;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;

/**
 * A quarter of a year, in UTC: the only periods of which the report tells, since two that overlap
 * could be taken from each other.
 *
 * @param number 1 to 4
 */
record Quarter(int year, int number) {
  static final String FORM = "(19|20|21)[0-9]{2}-Q[1-4]";

  static Quarter of(String code) {
    return new Quarter(Integer.parseInt(code.substring(0, 4)), Integer.parseInt(code.substring(6)));
  }

  static Quarter at(Instant instant) {
    LocalDate day = LocalDate.ofInstant(instant, ZoneOffset.UTC);
    return new Quarter(day.getYear(), day.get(IsoFields.QUARTER_OF_YEAR));
  }

  String code() {
    return year + "-Q" + number;
  }

  Instant begins() {
    return first().atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** The first instant after it. */
  Instant ends() {
    return first().plusMonths(3).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private LocalDate first() {
    return LocalDate.of(year, number * 3 - 2, 1);
  }
}
