package org.handrail.analytics.measure;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.handrail.analytics.deidentification.What;
import org.jspecify.annotations.Nullable;

/**
 * How many people something happened to in a year, as far as it may be shown.
 *
 * @param measure such as {@code referral-attended}
 * @param people the number, absent where it is held back
 * @param shown what to print: the number, {@code <11} for 1 to 10 people, or {@code withheld} for
 *     more people of fewer than 3 agencies
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Cell(int year, String measure, @Nullable Integer people, String shown) {

  /** The smallest number of people that is shown; 0 is nobody's secret. */
  static final int SMALLEST = 11;

  /** Of so many agencies at least, so that no agency's caseload is shown. */
  static final int AGENCIES = 3;

  static Cell of(int year, What measure, int people, int agencies) {
    if (people == 0) {
      return shown(year, measure, people);
    }
    if (people < SMALLEST) {
      return new Cell(year, measure.code(), null, "<" + SMALLEST);
    }
    return agencies < AGENCIES
        ? new Cell(year, measure.code(), null, "withheld")
        : shown(year, measure, people);
  }

  private static Cell shown(int year, What measure, int people) {
    return new Cell(year, measure.code(), people, Integer.toString(people));
  }
}
