package org.handrail.referral.meeting;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A meeting as it is shown.
 *
 * @param access {@code open} to anybody, {@code closed}, or {@code unstated}
 * @param ageDays how long ago its feed last had it
 * @param stale older than 60 days: ask before somebody goes there
 * @param hidden 180 days or older: not offered any more
 * @param changedOn when the feed says that it was last written
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MeetingView(
    UUID id,
    Fellowship fellowship,
    String name,
    @Nullable String group,
    @Nullable String notes,
    @Nullable Usual usual,
    String zone,
    Attendance attendance,
    boolean placeClosed,
    Place place,
    ListedMeeting.Online online,
    Access access,
    List<Type> types,
    List<String> languages,
    Source source,
    Instant confirmedAt,
    long ageDays,
    boolean stale,
    boolean hidden,
    @Nullable LocalDate changedOn,
    boolean gone) {
  static final Duration STALE_AFTER = Duration.ofDays(60);

  /** How one can be there. */
  enum Attendance {
    IN_PERSON,
    ONLINE,
    HYBRID,
    NONE
  }

  /** Who may come. */
  enum Access {
    OPEN,
    CLOSED,
    UNSTATED
  }

  /** When it usually is, by the clock on the wall. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Usual(DayOfWeek day, LocalTime time, @Nullable Integer minutes) {
    static @Nullable Usual of(@Nullable Weekly time) {
      return time == null
          ? null
          : new Usual(
              DayOfWeek.SUNDAY.plus(time.weekMinute() / WallClock.DAY),
              LocalTime.ofSecondOfDay(60L * (time.weekMinute() % WallClock.DAY)),
              time.minutes());
    }
  }

  /** A code of the fellowship, in words where the fellowship has some for it. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Type(String code, @Nullable String en, @Nullable String es) {}

  /** Who says so. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Source(String title, @Nullable String attribution, @Nullable String licence) {}

  static MeetingView of(Meeting it, TypeCodes codes, Instant now) {
    Duration age = Duration.between(it.confirmedAt(), now);
    return new MeetingView(
        it.id(),
        it.fellowship(),
        it.name(),
        it.group(),
        it.notes(),
        Usual.of(it.time()),
        it.zone().getId(),
        attendance(it.atPlace() && !it.placeClosed(), it.online().possible()),
        it.placeClosed(),
        it.place(),
        it.online(),
        access(it, codes),
        it.types().stream()
            .map(
                code ->
                    codes
                        .find(it.fellowship(), code)
                        .map(type -> new Type(code, type.en(), type.es()))
                        .orElseGet(() -> new Type(code, null, null)))
            .toList(),
        it.languages(),
        new Source(it.feedTitle(), it.attribution(), it.licence()),
        it.confirmedAt(),
        Math.max(0, age.toDays()),
        age.compareTo(STALE_AFTER) > 0,
        it.isHidden(now),
        it.changedOn(),
        it.gone());
  }

  private static Attendance attendance(boolean inPerson, boolean online) {
    if (inPerson) {
      return online ? Attendance.HYBRID : Attendance.IN_PERSON;
    }
    return online ? Attendance.ONLINE : Attendance.NONE;
  }

  private static Access access(Meeting it, TypeCodes codes) {
    boolean open =
        it.types().stream()
            .flatMap(code -> codes.find(it.fellowship(), code).stream())
            .anyMatch(type -> type.means() == TypeCode.Meaning.OPEN);
    return it.closed() ? Access.CLOSED : open ? Access.OPEN : Access.UNSTATED;
  }
}
