package org.handrail.referral.meeting;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads when a row's meeting is. What cannot be told is not guessed: somebody would go there. */
final class TimesOfRow {
  private static final List<String> DAYS = List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat");

  private final RowText row;

  TimesOfRow(RowText row) {
    this.row = row;
  }

  /** One for each day; none where the row has neither day nor time: by appointment. */
  List<Weekly> times() throws Unusable {
    Set<Integer> days = days();
    String time = row.raw("time");
    if (days.isEmpty() && time == null) {
      row.note("time", "by-appointment", "stored, but never among the next meetings");
      return List.of();
    }
    if (days.isEmpty()) {
      throw row.unusable("day", "day-missing", "a time without a day");
    }
    if (time == null) {
      throw row.unusable("time", "time-missing", "a day without a time");
    }
    if (WallClock.saysMidnight(time)) {
      throw row.unusable("time", "time-ambiguous", "midnight before or after that day?");
    }
    OptionalInt start = WallClock.minutes(time);
    if (start.isEmpty()) {
      throw row.unusable("time", "time-unreadable", "expected HH:MM");
    }
    if (start.getAsInt() == WallClock.DAY) {
      row.note("time", "time-next-day", "24:00 is 00:00 of the next day");
    }
    Integer end = end(start.getAsInt());
    List<Weekly> times = new ArrayList<>();
    for (int day : days) {
      times.add(Weekly.of(day, start.getAsInt(), end));
    }
    if (end != null && times.getFirst().minutes() == null) {
      row.note("end_time", "end-unlikely", "not within twelve hours; the end was left out");
    }
    return times;
  }

  /** The row's own; absent where it is the feed's. */
  @Nullable ZoneId zone() throws Unusable {
    String text = row.raw("timezone");
    if (text == null) {
      return null;
    }
    Optional<ZoneId> zone = Zones.usable(text);
    if (zone.isEmpty()) {
      throw row.unusable("timezone", "zone-unknown", "expected an IANA zone of a region");
    }
    return zone.get();
  }

  private @Nullable Integer end(int start) {
    String text = row.raw("end_time");
    if (text == null) {
      return null;
    }
    OptionalInt end =
        WallClock.saysMidnight(text) ? OptionalInt.of(WallClock.DAY) : WallClock.minutes(text);
    if (end.isEmpty()) {
      row.note("end_time", "time-unreadable", "expected HH:MM; the end was left out");
      return null;
    }
    if (row.dialect() != Dialect.BMLT) {
      return end.getAsInt();
    }
    if (end.getAsInt() == 0) {
      row.note("end_time", "end-missing", "how long it takes is given as 0: nobody knows");
      return null;
    }
    return start + end.getAsInt();
  }

  private Set<Integer> days() throws Unusable {
    JsonNode node = row.node("day");
    Set<Integer> days = new LinkedHashSet<>();
    if (node.isArray()) {
      for (JsonNode each : node.values()) {
        days.add(day(each));
      }
    } else if (!node.isNull() && !node.isMissingNode() && !node.asString("x").isBlank()) {
      days.add(day(node));
    }
    return days;
  }

  private int day(JsonNode node) throws Unusable {
    String text = node.isContainer() ? "" : node.asString("").strip().toLowerCase(Locale.ROOT);
    if (text.matches("[0-9]")) {
      int day = Integer.parseInt(text) - row.dialect().sunday();
      if (day >= 0 && day <= 6) {
        return day;
      }
    }
    if (text.matches("(sun|mon|tues?|wed(nes)?|thu(rs?)?|fri|sat(ur)?)(day)?")) {
      return DAYS.indexOf(text.substring(0, 3));
    }
    throw row.unusable(
        "day",
        "day-unreadable",
        "expected %d for Sunday to %d"
            .formatted(row.dialect().sunday(), row.dialect().sunday() + 6));
  }
}
