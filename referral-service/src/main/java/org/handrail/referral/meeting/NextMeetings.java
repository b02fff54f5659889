package org.handrail.referral.meeting;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds which meetings come next. */
@Repository
class NextMeetings {
  private static final Duration FIRST_LOOK = Duration.ofHours(12);

  private final JdbcClient jdbc;

  NextMeetings(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * One time that a meeting is held.
   *
   * @param distance kilometres; absent where nobody asked, or where it is not known
   * @param welcoming whether it stands among what welcomes newcomers
   */
  record Next(UUID meetingId, Instant starts, @Nullable Double distance, boolean welcoming) {}

  /**
   * In order of their beginning; for newcomers what welcomes them first.
   *
   * @param after the last one of the page before
   */
  List<Next> find(Wanted wanted, @Nullable Next after, int limit) {
    if (!wanted.newcomer()) {
      return look(wanted, null, place(after), limit);
    }
    List<Next> found = new ArrayList<>();
    if (after == null || after.welcoming()) {
      found.addAll(look(wanted, true, place(after), limit));
    }
    if (found.size() < limit) {
      var from = after == null || after.welcoming() ? null : place(after);
      found.addAll(look(wanted, false, from, limit - found.size()));
    }
    return found;
  }

  // A little at a time, then more: where there is much, the first look is enough.
  private List<Next> look(
      Wanted wanted,
      @Nullable Boolean welcoming,
      OccurrenceQuery.@Nullable Place after,
      int limit) {
    List<ZoneId> zones = zones();
    List<Next> found = new ArrayList<>();
    Instant from =
        after == null || after.starts().isBefore(wanted.from()) ? wanted.from() : after.starts();
    for (Duration ahead = FIRST_LOOK;
        from.isBefore(wanted.to()) && found.size() < limit;
        ahead = ahead.multipliedBy(4)) {
      Instant to = from.plus(ahead).isBefore(wanted.to()) ? from.plus(ahead) : wanted.to();
      List<Span> spans = spans(zones, from, to);
      if (!spans.isEmpty()) {
        var query = OccurrenceQuery.of(wanted, spans, welcoming, after, limit - found.size());
        found.addAll(ask(query, Boolean.TRUE.equals(welcoming)));
      }
      from = to;
    }
    return found;
  }

  private List<Next> ask(OccurrenceQuery query, boolean welcoming) {
    return jdbc.sql(query.sql())
        .params(query.parameters())
        .query(
            (row, number) ->
                new Next(
                    row.getObject("id", UUID.class),
                    Instant.ofEpochSecond(row.getLong("starts")),
                    row.getObject("distance", Double.class),
                    welcoming))
        .list();
  }

  /** The stretches of all clocks in which something may begin. */
  static List<Span> spans(List<ZoneId> zones, Instant from, Instant to) {
    return zones.stream().flatMap(zone -> Span.between(zone, from, to).stream()).toList();
  }

  List<ZoneId> zones() {
    return jdbc.sql("select zone from meeting_zone")
        .query((row, number) -> ZoneId.of(row.getString("zone")))
        .list();
  }

  private static OccurrenceQuery.@Nullable Place place(@Nullable Next after) {
    return after == null ? null : new OccurrenceQuery.Place(after.starts(), after.meetingId());
  }
}
