package org.handrail.referral.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDaysTest {
  private static final WorkingDays NEW_YORK =
      new WorkingDays(ZoneId.of("America/New_York"), Set.of(LocalDate.parse("2026-12-25")));

  @ParameterizedTest
  @CsvSource({
    // Tuesday → the end of Thursday.
    "2026-12-01T15:00:00Z,2026-12-04T05:00:00Z",
    // Friday → the end of Tuesday.
    "2026-12-04T15:00:00Z,2026-12-09T05:00:00Z",
    // Late on Thursday where the agency is, though Friday in UTC.
    "2026-12-04T03:00:00Z,2026-12-08T05:00:00Z",
    // Thursday before a holiday on Friday → the end of Tuesday.
    "2026-12-24T15:00:00Z,2026-12-30T05:00:00Z",
    // Saturday → the end of Tuesday.
    "2026-12-05T15:00:00Z,2026-12-09T05:00:00Z"
  })
  void endsTwoWorkingDaysLater(Instant missed, Instant end) {
    assertThat(NEW_YORK.endOf(missed, 2)).isEqualTo(end);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-10-28T14:00:00Z,2026-11-04T15:00:00Z",
    "2026-12-01T15:00:00Z,2026-12-08T15:00:00Z"
  })
  void aWeekLaterIsTheSameHourOnTheWall(Instant arrived, Instant due) {
    assertThat(NEW_YORK.sameHour(arrived, 7)).isEqualTo(due);
  }
}
