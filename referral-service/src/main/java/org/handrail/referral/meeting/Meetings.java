package org.handrail.referral.meeting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.handrail.platform.http.Codes;
import org.handrail.platform.sql.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Meetings as they are stored. */
@Repository
class Meetings {
  private final JdbcClient jdbc;

  Meetings(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Meeting> find(UUID id) {
    return find(List.of(id)).stream().findFirst();
  }

  /** In no order. */
  List<Meeting> find(Collection<UUID> ids) {
    return jdbc.sql(
            """
            select m.*, f.title, f.attribution, f.licence from meeting m
            join meeting_feed f on f.id = m.feed_id
            where m.id = any(:ids)
            """)
        .param("ids", ids.toArray(UUID[]::new))
        .query((row, number) -> meeting(row))
        .list();
  }

  /** Whether any that is offered has that type, in the words of its own feed. */
  boolean haveType(Fellowship fellowship, String type) {
    return jdbc.sql(
            """
            select exists (select from meeting where fellowship = :fellowship and gone_at is null
              and week_minute is not null and :type = any(types))
            """)
        .param("fellowship", Codes.of(fellowship))
        .param("type", type)
        .query(Boolean.class)
        .single();
  }

  private static Meeting meeting(ResultSet row) throws SQLException {
    Integer weekMinute = row.getObject("week_minute", Integer.class);
    return new Meeting(
        row.getObject("id", UUID.class),
        Codes.to(Fellowship.class, row.getString("fellowship")),
        row.getString("title"),
        row.getString("attribution"),
        row.getString("licence"),
        row.getString("name"),
        row.getString("group_name"),
        row.getString("notes"),
        weekMinute == null ? null : new Weekly(weekMinute, row.getObject("minutes", Integer.class)),
        ZoneId.of(row.getString("zone")),
        place(row),
        row.getBoolean("at_place"),
        row.getBoolean("place_closed"),
        new ListedMeeting.Online(
            row.getString("conference_url"),
            row.getString("conference_notes"),
            row.getString("conference_phone"),
            row.getString("conference_phone_notes")),
        Columns.texts(row, "types"),
        Columns.texts(row, "languages"),
        row.getBoolean("closed"),
        row.getBoolean("welcoming"),
        row.getObject("changed_on", LocalDate.class),
        Columns.instant(row, "confirmed_at"),
        row.getObject("gone_at") != null);
  }

  private static Place place(ResultSet row) throws SQLException {
    return new Place(
        row.getString("place_name"),
        row.getString("address"),
        row.getString("city"),
        row.getString("region"),
        row.getString("place_notes"),
        row.getObject("latitude", Double.class),
        row.getObject("longitude", Double.class),
        row.getBoolean("approximate"));
  }
}
