package org.handrail.referral.meeting;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A meeting as it is stored.
 *
 * @param time absent: by appointment
 * @param confirmedAt when its feed last had it
 * @param gone its feed does not have it any more
 */
record Meeting(
    UUID id,
    Fellowship fellowship,
    String feedTitle,
    @Nullable String attribution,
    @Nullable String licence,
    String name,
    @Nullable String group,
    @Nullable String notes,
    @Nullable Weekly time,
    ZoneId zone,
    Place place,
    boolean atPlace,
    boolean placeClosed,
    ListedMeeting.Online online,
    List<String> types,
    List<String> languages,
    boolean closed,
    boolean welcoming,
    @Nullable LocalDate changedOn,
    Instant confirmedAt,
    boolean gone) {

  /** {@code DIR-1} */
  static final Duration HIDDEN_AFTER = Duration.ofDays(180);

  /** Whether nobody said for so long that it is held that it is no longer offered. */
  boolean isHidden(Instant now) {
    return !confirmedAt.isAfter(now.minus(HIDDEN_AFTER));
  }

  /** Whether there is any way to be there. */
  boolean isHeld(Instant now) {
    return !gone && !isHidden(now) && (online.possible() || (atPlace && !placeClosed));
  }

  /** Whether it begins at that instant. */
  boolean beginsAt(Instant instant) {
    return time != null
        && Span.between(zone, instant, instant.plusSeconds(1)).stream()
            .anyMatch(span -> time.weekMinute() >= span.from() && time.weekMinute() < span.to());
  }

  /** When what begins then ends, by the clock on the wall; absent where nobody says. */
  @Nullable Instant endOf(Instant starts) {
    if (time == null || time.minutes() == null) {
      return null;
    }
    LocalDateTime usual = usualStart(starts);
    Instant end = ZonedDateTime.of(usual.plusMinutes(time.minutes()), zone).toInstant();
    return end.isAfter(starts) ? end : starts.plusSeconds(60L * time.minutes());
  }

  /** What the clock would show at the beginning, had it not been changed that night. */
  LocalDateTime usualStart(Instant starts) {
    LocalDateTime shown = LocalDateTime.ofInstant(starts, zone);
    if (time == null) {
      return shown;
    }
    int usual = time.weekMinute() % WallClock.DAY;
    LocalDateTime thatDay = shown.toLocalDate().atStartOfDay().plusMinutes(usual);
    // Around midnight the clocks may be changed from one day to the other.
    return thatDay.isAfter(shown.plusHours(12)) ? thatDay.minusDays(1) : thatDay;
  }
}
