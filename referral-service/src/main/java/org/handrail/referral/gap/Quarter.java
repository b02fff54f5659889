package org.handrail.referral.gap;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.IsoFields;

/**
 * A quarter of a year where the coalition is: the only periods of which the report tells, since two
 * that overlap could be taken from each other.
 *
 * @param number 1 to 4
 * @param zone of the coalition, also for what an agency reads of its own
 */
record Quarter(int year, int number, ZoneId zone) {
  static final String FORM = "(19|20|21)[0-9]{2}-Q[1-4]";

  static Quarter of(String code, ZoneId zone) {
    return new Quarter(
        Integer.parseInt(code.substring(0, 4)), Integer.parseInt(code.substring(6)), zone);
  }

  static Quarter at(Instant instant, ZoneId zone) {
    LocalDate day = LocalDate.ofInstant(instant, zone);
    return new Quarter(day.getYear(), day.get(IsoFields.QUARTER_OF_YEAR), zone);
  }

  String code() {
    return year + "-Q" + number;
  }

  Instant begins() {
    return first().atStartOfDay(zone).toInstant();
  }

  /** The first instant after it. */
  Instant ends() {
    return first().plusMonths(3).atStartOfDay(zone).toInstant();
  }

  private LocalDate first() {
    return LocalDate.of(year, number * 3 - 2, 1);
  }
}
