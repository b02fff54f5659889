package org.handrail.referral.meeting;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of one zone's wall clock, within one week and without a change of the clocks: a meeting
 * at week minute {@code m} of it begins at {@code base + 60 m}.
 *
 * @param from week minute, included
 * @param to week minute, excluded; at most 10080
 * @param base seconds since 1970-01-01T00:00Z
 */
record Span(ZoneId zone, int from, int to, long base) {
  private static final long MINUTE = 60_000_000_000L;

  /**
   * All that begins from one instant on and before another. A time that the clocks leave out in
   * spring is held as late after midnight as ever (02:30 is then shown as 03:30, RFC 5545); one
   * that comes twice in autumn is held the first time.
   */
  static List<Span> between(ZoneId zone, Instant from, Instant to) {
    List<Span> spans = new ArrayList<>();
    ZoneRules rules = zone.getRules();
    Instant at = from;
    while (at.isBefore(to)) {
      ZoneOffsetTransition next = rules.nextTransition(at);
      Instant end = next == null || next.getInstant().isAfter(to) ? to : next.getInstant();
      ZoneOffset offset = rules.getOffset(at);
      ZoneOffsetTransition last = rules.previousTransition(at.plusNanos(1));
      LocalDateTime lower = local(at, offset);
      if (last != null && last.isOverlap()) {
        lower = later(lower, last.getDateTimeBefore());
      }
      add(spans, zone, lower, local(end, offset), offset);
      if (last != null && last.isGap()) {
        ZoneOffset before = last.getOffsetBefore();
        add(
            spans,
            zone,
            later(local(at, before), last.getDateTimeBefore()),
            earlier(local(end, before), last.getDateTimeAfter()),
            before);
      }
      at = end;
    }
    return spans;
  }

  private static void add(
      List<Span> spans, ZoneId zone, LocalDateTime from, LocalDateTime to, ZoneOffset offset) {
    LocalDateTime week =
        from.truncatedTo(ChronoUnit.DAYS).with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
    for (; week.isBefore(to); week = week.plusDays(7)) {
      int first = Math.max(0, minutes(week, from));
      int last = Math.min(Weekly.WEEK, minutes(week, to));
      if (first < last) {
        spans.add(new Span(zone, first, last, week.toEpochSecond(offset)));
      }
    }
  }

  // A minute that has begun is over: the meeting began with it.
  private static int minutes(LocalDateTime week, LocalDateTime time) {
    long nanos = week.until(time, ChronoUnit.NANOS);
    return Math.clamp(Math.ceilDiv(nanos, MINUTE), -1, Weekly.WEEK);
  }

  private static LocalDateTime local(Instant at, ZoneOffset offset) {
    return LocalDateTime.ofEpochSecond(at.getEpochSecond(), at.getNano(), offset);
  }

  private static LocalDateTime later(LocalDateTime one, LocalDateTime other) {
    return other.isAfter(one) ? other : one;
  }

  private static LocalDateTime earlier(LocalDateTime one, LocalDateTime other) {
    return other.isBefore(one) ? other : one;
  }
}
