package org.handrail.referral.referral.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WallTimeTest {
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private final WallTime wall = new WallTime(NEW_YORK, LocalDate.of(2026, 11, 26)::equals);

  @Test
  void dayLaterIsTheSameHourWhereTheClocksWentForward() {
    Instant from = local("2026-03-07T14:00");

    assertThat(wall.after(from, Duration.ofDays(1))).isEqualTo(local("2026-03-08T14:00"));
    assertThat(Duration.between(from, wall.after(from, Duration.ofDays(1))))
        .isEqualTo(Duration.ofHours(23));
  }

  @Test
  void dayLaterIsTheSameHourWhereTheClocksWentBack() {
    Instant from = local("2026-10-31T14:00");

    assertThat(Duration.between(from, wall.after(from, Duration.ofDays(3))))
        .isEqualTo(Duration.ofHours(73));
  }

  @Test
  void hoursPassAsTheyDo() {
    Instant from = local("2026-03-08T01:30");

    assertThat(wall.after(from, Duration.ofHours(2))).isEqualTo(from.plus(Duration.ofHours(2)));
    assertThat(wall.after(from, Duration.ofHours(30))).isEqualTo(local("2026-03-09T07:30"));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-12-01T10:00,2026-12-03",
    // Friday → Tuesday.
    "2026-12-04T10:00,2026-12-08",
    // Late on Thursday where the agency is, though Friday in UTC.
    "2026-12-03T22:00,2026-12-07",
    // The day before Thanksgiving → Friday, Monday.
    "2026-11-25T10:00,2026-11-30",
    // Saturday → Tuesday.
    "2026-12-05T10:00,2026-12-08"
  })
  void workingDaysLeaveOutWeekendsAndHolidays(String from, LocalDate day) {
    assertThat(wall.workingDay(local(from), 2)).isEqualTo(day);
  }

  private static Instant local(String at) {
    return LocalDateTime.parse(at).atZone(NEW_YORK).toInstant();
  }
}
