package org.handrail.referral.meeting;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One time that a meeting is held.
 *
 * @param localStart what the clock on the wall there shows when it begins
 * @param clocksChanged the usual time does not exist that night; the clock shows another
 * @param endsAt absent where nobody says
 * @param distanceKm absent where nobody asked, or where it is not known
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OccurrenceView(
    Instant startsAt,
    LocalDateTime localStart,
    boolean clocksChanged,
    @Nullable Instant endsAt,
    @Nullable LocalDateTime localEnd,
    @Nullable Double distanceKm,
    MeetingView meeting) {

  static OccurrenceView of(Meeting meeting, NextMeetings.Next next, TypeCodes codes, Instant now) {
    LocalDateTime start = LocalDateTime.ofInstant(next.starts(), meeting.zone());
    Instant end = meeting.endOf(next.starts());
    return new OccurrenceView(
        next.starts(),
        start,
        !start.equals(meeting.usualStart(next.starts())),
        end,
        end == null ? null : LocalDateTime.ofInstant(end, meeting.zone()),
        next.distance() == null ? null : Math.round(next.distance() * 10) / 10.0,
        MeetingView.of(meeting, codes, now));
  }
}
