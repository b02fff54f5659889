package org.handrail.referral.meeting;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.handrail.platform.http.Codes;
import org.handrail.platform.sql.Columns;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Writes what a file of a feed lists over what an earlier one listed. */
@Repository
class StoringMeetings {
  private static final int BATCH = 500;
  private static final String UPSERT =
      """
      insert into meeting (feed_id, external_id, ordinal, fellowship, name, group_name, notes, week_minute,
        minutes, zone, place_name, address, city, region, place_notes, latitude, longitude, approximate,
        cell, at_place, place_closed, online, conference_url, conference_notes, conference_phone, types,
        languages, closed, welcoming, changed_on, confirmed_at, zone_of_feed, language_of_feed,
        conference_phone_notes, gone_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, null)
      on conflict (feed_id, external_id, ordinal) do update set
        (name, group_name, notes, week_minute, minutes, zone, place_name, address, city, region, place_notes,
         latitude, longitude, approximate, cell, at_place, place_closed, online, conference_url,
         conference_notes, conference_phone, types, languages, closed, welcoming, changed_on, confirmed_at,
         zone_of_feed, language_of_feed, conference_phone_notes, gone_at)
        = (excluded.name, excluded.group_name, excluded.notes, excluded.week_minute, excluded.minutes,
         excluded.zone, excluded.place_name, excluded.address, excluded.city, excluded.region,
         excluded.place_notes, excluded.latitude, excluded.longitude, excluded.approximate, excluded.cell,
         excluded.at_place, excluded.place_closed, excluded.online, excluded.conference_url,
         excluded.conference_notes, excluded.conference_phone, excluded.types, excluded.languages,
         excluded.closed, excluded.welcoming, excluded.changed_on, excluded.confirmed_at,
         excluded.zone_of_feed, excluded.language_of_feed, excluded.conference_phone_notes, null)
      """;

  private final JdbcTemplate jdbc;

  StoringMeetings(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** One meeting of a row; the row is as many as it has days. */
  private record Row(ListedMeeting meeting, int ordinal, @Nullable Weekly time) {}

  void store(Feed feed, List<ListedMeeting> meetings, Instant now) {
    Map<String, StoredTimes> stored = stored(feed, meetings);
    List<Row> rows = new ArrayList<>();
    for (ListedMeeting meeting : meetings) {
      var times = stored.getOrDefault(meeting.rowId(), new StoredTimes());
      if (meeting.times().isEmpty()) {
        rows.add(new Row(meeting, times.ordinals(List.of()).getFirst(), null));
      }
      List<Integer> ordinals =
          times.ordinals(meeting.times().stream().map(Weekly::weekMinute).toList());
      for (int i = 0; i < meeting.times().size(); i++) {
        rows.add(new Row(meeting, ordinals.get(i), meeting.times().get(i)));
      }
    }
    jdbc.batchUpdate(UPSERT, rows, BATCH, (statement, row) -> fill(statement, feed, row, now));
    keepClocks(meetings.stream().map(ListedMeeting::zone));
  }

  /** What the feed's meetings have of it is as it says now. */
  void follow(Feed feed) {
    jdbc.update(
        "update meeting set zone = ? where feed_id = ? and zone_of_feed",
        feed.zone().getId(),
        feed.id());
    keepClocks(Stream.of(feed.zone()));
    jdbc.update(
        """
        update meeting set languages = array_remove(array[?::text], null)
        where feed_id = ? and language_of_feed
        """,
        feed.language(),
        feed.id());
  }

  private void keepClocks(Stream<ZoneId> zones) {
    jdbc.batchUpdate(
        "insert into meeting_zone (zone) values (?) on conflict do nothing",
        zones.map(ZoneId::getId).distinct().map(zone -> new Object[] {zone}).toList());
  }

  /** Marks all that the feed has as gone; {@link #bringBack} takes that back. */
  void withdraw(Feed feed, Instant now) {
    jdbc.update(
        "update meeting set gone_at = ? where feed_id = ? and gone_at is null",
        Columns.utc(now),
        feed.id());
  }

  /** What went at that instant is held again, as old as it is. */
  void bringBack(Feed feed, Instant gone) {
    jdbc.update(
        "update meeting set gone_at = null where feed_id = ? and gone_at = ?",
        feed.id(),
        Columns.utc(gone));
  }

  private Map<String, StoredTimes> stored(Feed feed, List<ListedMeeting> meetings) {
    Map<String, StoredTimes> stored = new HashMap<>();
    jdbc.query(
        """
        select external_id, ordinal, week_minute, gone_at is not null as gone from meeting
        where feed_id = ? and external_id = any(?) order by ordinal
        """,
        row -> {
          stored
              .computeIfAbsent(row.getString("external_id"), id -> new StoredTimes())
              .add(
                  row.getInt("ordinal"),
                  row.getObject("week_minute", Integer.class),
                  row.getBoolean("gone"));
        },
        feed.id(),
        meetings.stream().map(ListedMeeting::rowId).toArray(String[]::new));
    return stored;
  }

  /** Marks as gone what the feed had and has no more, and days that a row no longer names. */
  int withdrawAllBut(Feed feed, Set<String> named, Instant now) {
    int rows =
        jdbc.update(
            """
            update meeting set gone_at = ?
            where feed_id = ? and gone_at is null
              and not exists (select from unnest(?) as named (id) where named.id = meeting.external_id)
            """,
            Columns.utc(now),
            feed.id(),
            named.toArray(String[]::new));
    int days =
        jdbc.update(
            """
            update meeting set gone_at = ?
            where feed_id = ? and gone_at is null and confirmed_at < ?
              and exists (select from meeting named where named.feed_id = meeting.feed_id
                and named.external_id = meeting.external_id and named.confirmed_at = ?)
            """,
            Columns.utc(now),
            feed.id(),
            Columns.utc(now),
            Columns.utc(now));
    return rows + days;
  }

  private static void fill(PreparedStatement to, Feed feed, Row row, Instant now)
      throws SQLException {
    ListedMeeting it = row.meeting();
    Place place = it.place();
    @Nullable Object[] values = {
      feed.id(),
      it.rowId(),
      row.ordinal(),
      Codes.of(feed.fellowship()),
      it.name(),
      it.group(),
      it.notes(),
      row.time() == null ? null : row.time().weekMinute(),
      row.time() == null ? null : row.time().minutes(),
      it.zone().getId(),
      place.name(),
      place.address(),
      place.city(),
      place.region(),
      place.notes(),
      place.latitude(),
      place.longitude(),
      place.approximate(),
      place.latitude() == null || place.longitude() == null
          ? null
          : Cells.of(place.latitude(), place.longitude()),
      it.atPlace(),
      it.placeClosed(),
      it.online().possible(),
      it.online().url(),
      it.online().notes(),
      it.online().phone(),
      texts(to.getConnection(), it.types()),
      texts(to.getConnection(), it.languages()),
      it.closed(),
      it.welcoming(),
      it.changedOn(),
      Columns.utc(now),
      it.zoneOfFeed(),
      it.languagesOfFeed(),
      it.online().phoneNotes()
    };
    for (int i = 0; i < values.length; i++) {
      to.setObject(i + 1, values[i]);
    }
  }

  private static Array texts(Connection connection, List<String> texts) throws SQLException {
    return connection.createArrayOf("text", texts.toArray());
  }
}
