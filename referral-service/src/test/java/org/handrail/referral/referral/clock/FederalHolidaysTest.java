package org.handrail.referral.referral.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class FederalHolidaysTest {
  @Test
  void areThoseThatAreKeptInAYear() {
    assertThat(keptIn(2026))
        .extracting(LocalDate::toString)
        .containsExactly(
            "2026-01-01",
            "2026-01-19",
            "2026-02-16",
            "2026-05-25",
            "2026-06-19",
            // The fourth is a Saturday.
            "2026-07-03",
            "2026-09-07",
            "2026-10-12",
            "2026-11-11",
            "2026-11-26",
            "2026-12-25");
  }

  @Test
  void goOnFromYearToYear() {
    // Juneteenth is a Saturday, the fourth of July a Sunday, Christmas a Saturday, and New Year's
    // Day of the year after it too, which is kept on the last day of this one.
    assertThat(keptIn(2027))
        .extracting(LocalDate::toString)
        .containsExactly(
            "2027-01-01",
            "2027-01-18",
            "2027-02-15",
            "2027-05-31",
            "2027-06-18",
            "2027-07-05",
            "2027-09-06",
            "2027-10-11",
            "2027-11-11",
            "2027-11-25",
            "2027-12-24",
            "2027-12-31");
    assertThat(keptIn(2060)).hasSizeBetween(10, 12);
  }

  private static Iterable<LocalDate> keptIn(int year) {
    return LocalDate.of(year, 1, 1)
        .datesUntil(LocalDate.of(year + 1, 1, 1))
        .filter(FederalHolidays::isKept)
        .toList();
  }
}
