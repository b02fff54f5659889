package org.handrail.referral.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class SpanTest {
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  @Test
  void whatTheClocksLeaveOutIsHeldAsLateAsEver() {
    // 2026-03-08, 02:00 to 03:00 does not exist.
    assertThat(starts(0, "02:30", "2026-03-08T00:00:00Z", "2026-03-09T00:00:00Z"))
        .containsExactly(Instant.parse("2026-03-08T07:30:00Z"));
    assertThat(starts(0, "03:00", "2026-03-08T00:00:00Z", "2026-03-09T00:00:00Z"))
        .containsExactly(Instant.parse("2026-03-08T07:00:00Z"));
  }

  @Test
  void whatComesTwiceIsHeldTheFirstTime() {
    // 2026-11-01, 01:00 to 02:00 comes twice.
    assertThat(starts(0, "01:30", "2026-11-01T00:00:00Z", "2026-11-02T00:00:00Z"))
        .containsExactly(Instant.parse("2026-11-01T05:30:00Z"));
    assertThat(starts(0, "01:30", "2026-11-01T06:00:00Z", "2026-11-01T07:00:00Z")).isEmpty();
    assertThat(starts(0, "02:00", "2026-11-01T00:00:00Z", "2026-11-02T00:00:00Z"))
        .containsExactly(Instant.parse("2026-11-01T07:00:00Z"));
  }

  @Test
  void endsByTheClockOnTheWall() {
    assertThat(end("23:30", 60, "2026-03-08T04:30:00Z")).isEqualTo("2026-03-08T05:30:00Z");
    // Across the gap: from 01:30 to 03:30 is an hour.
    assertThat(end("01:30", 120, "2026-03-08T06:30:00Z")).isEqualTo("2026-03-08T07:30:00Z");
    // In the gap: shown as 03:30, and still an hour.
    assertThat(end("02:30", 60, "2026-03-08T07:30:00Z")).isEqualTo("2026-03-08T08:30:00Z");
  }

  @Test
  void knowsTheUsualTimeOfANightOnWhichTheClocksChange() {
    Meeting meeting = meeting("02:30", 60);
    assertThat(meeting.usualStart(Instant.parse("2026-03-08T07:30:00Z")))
        .isEqualTo(LocalDateTime.parse("2026-03-08T02:30"));
    assertThat(meeting.usualStart(Instant.parse("2026-03-15T06:30:00Z")))
        .isEqualTo(LocalDateTime.parse("2026-03-15T02:30"));
  }

  /** Day by day as the calendar says it, against stretch by stretch as the search asks for it. */
  @Property(tries = 2000)
  void findsWhatTheCalendarSays(
      @ForAll("zones") ZoneId zone,
      @ForAll @LongRange(min = 1_700_000_000, max = 1_900_000_000) long second,
      @ForAll @IntRange(min = 1, max = 1_500_000) int seconds,
      @ForAll @IntRange(max = Weekly.WEEK - 1) int weekMinute) {
    agree(zone, Instant.ofEpochSecond(second), Duration.ofSeconds(seconds), weekMinute);
  }

  @Property(tries = 2000)
  void findsWhatTheCalendarSaysAroundAChangeOfTheClocks(
      @ForAll("zones") ZoneId zone,
      @ForAll @LongRange(min = 1_700_000_000, max = 1_900_000_000) long second,
      @ForAll @IntRange(min = -10_000, max = 10_000) int before,
      @ForAll @IntRange(min = 1, max = 20_000) int seconds,
      @ForAll @IntRange(min = -200, max = 200) int minutes) {
    var change = zone.getRules().nextTransition(Instant.ofEpochSecond(second));
    if (change == null) {
      return;
    }
    LocalDateTime near = change.getDateTimeBefore().plusMinutes(minutes);
    int weekMinute =
        near.getDayOfWeek().getValue() % 7 * WallClock.DAY
            + near.toLocalTime().toSecondOfDay() / 60;
    agree(zone, change.getInstant().plusSeconds(before), Duration.ofSeconds(seconds), weekMinute);
  }

  @Provide
  Arbitrary<ZoneId> zones() {
    return Arbitraries.of(
            "America/New_York",
            "America/Los_Angeles",
            "Europe/Dublin",
            "Australia/Lord_Howe",
            "America/Havana",
            "Asia/Kathmandu",
            "America/Santiago",
            "UTC")
        .map(ZoneId::of);
  }

  private static void agree(ZoneId zone, Instant from, Duration length, int weekMinute) {
    Instant to = from.plus(length);
    List<Instant> expected = new ArrayList<>();
    LocalDate first = LocalDate.ofInstant(from, zone).minusDays(2);
    for (LocalDate day = first;
        !day.isAfter(LocalDate.ofInstant(to, zone).plusDays(2));
        day = day.plusDays(1)) {
      if (day.getDayOfWeek().getValue() % 7 == weekMinute / WallClock.DAY) {
        Instant start =
            ZonedDateTime.of(day, LocalTime.ofSecondOfDay(weekMinute % WallClock.DAY * 60L), zone)
                .toInstant();
        if (!start.isBefore(from) && start.isBefore(to)) {
          expected.add(start);
        }
      }
    }

    assertThat(found(Span.between(zone, from, to), weekMinute))
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  private static List<Instant> found(List<Span> spans, int weekMinute) {
    return spans.stream()
        .filter(span -> weekMinute >= span.from() && weekMinute < span.to())
        .map(span -> Instant.ofEpochSecond(span.base() + 60L * weekMinute))
        .toList();
  }

  private static List<Instant> starts(int day, String time, String from, String to) {
    int weekMinute = day * WallClock.DAY + LocalTime.parse(time).toSecondOfDay() / 60;
    return found(Span.between(NEW_YORK, Instant.parse(from), Instant.parse(to)), weekMinute);
  }

  private static String end(String time, int minutes, String starts) {
    return String.valueOf(meeting(time, minutes).endOf(Instant.parse(starts)));
  }

  private static Meeting meeting(String time, int minutes) {
    var at = new Place("Mill", null, null, null, null, null, null, false);
    return new Meeting(
        new UUID(0, 1),
        Fellowship.AA,
        "Port Amity",
        null,
        null,
        "Mill",
        null,
        null,
        new Weekly(LocalTime.parse(time).toSecondOfDay() / 60, minutes),
        NEW_YORK,
        at,
        true,
        false,
        new ListedMeeting.Online(null, null, null, null),
        List.of(),
        List.of(),
        false,
        false,
        null,
        Instant.EPOCH,
        false);
  }
}
