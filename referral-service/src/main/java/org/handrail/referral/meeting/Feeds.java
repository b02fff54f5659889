package org.handrail.referral.meeting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.http.Codes;
import org.handrail.platform.sql.Columns;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The feeds of the coalition, whoever looks after them. */
@Repository
class Feeds {
  private final JdbcClient jdbc;

  Feeds(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** False where the name is taken. */
  boolean add(Feed feed) {
    return jdbc.sql(
                """
                insert into meeting_feed (id, name, title, fellowship, zone, language, contact, licence,
                  attribution, kept_by)
                values (:id, :name, :title, :fellowship, :zone, :language, :contact, :licence,
                  :attribution, :keptBy)
                on conflict (name) do nothing
                """)
            .param("id", feed.id())
            .param("name", feed.name())
            .param("title", feed.title())
            .param("fellowship", Codes.of(feed.fellowship()))
            .param("zone", feed.zone().getId())
            .param("language", feed.language())
            .param("contact", feed.contact())
            .param("licence", feed.licence())
            .param("attribution", feed.attribution())
            .param("keptBy", feed.keptBy().value())
            .update()
        == 1;
  }

  /** What may change; name, fellowship and keeper stay. */
  void change(Feed feed) {
    jdbc.sql(
            """
            update meeting_feed set title = :title, zone = :zone, language = :language, contact = :contact,
              licence = :licence, attribution = :attribution, version = version + 1
            where id = :id and version = :version
            """)
        .param("id", feed.id())
        .param("version", feed.version())
        .param("title", feed.title())
        .param("zone", feed.zone().getId())
        .param("language", feed.language())
        .param("contact", feed.contact())
        .param("licence", feed.licence())
        .param("attribution", feed.attribution())
        .update();
  }

  /** That it has ended then, or, without an instant, that it goes on. */
  void retire(UUID id, @Nullable Instant at) {
    jdbc.sql("update meeting_feed set retired_at = :at, version = version + 1 where id = :id")
        .param("at", at == null ? null : Columns.utc(at))
        .param("id", id)
        .update();
  }

  Optional<Feed> find(UUID id) {
    return jdbc.sql("select * from meeting_feed where id = ?")
        .param(id)
        .query(this::feed)
        .optional();
  }

  /** Nobody else can change it, or import it, until the transaction ends. */
  Optional<Feed> lock(UUID id) {
    return jdbc.sql("select * from meeting_feed where id = ? for update")
        .param(id)
        .query(this::feed)
        .optional();
  }

  Optional<Feed> named(String name) {
    return jdbc.sql("select * from meeting_feed where name = ?")
        .param(name)
        .query(this::feed)
        .optional();
  }

  /** By name. */
  List<Feed> list(@Nullable String after, int limit) {
    return jdbc.sql("select * from meeting_feed where name > ? order by name limit ?")
        .params(after == null ? "" : after, limit)
        .query(this::feed)
        .list();
  }

  private Feed feed(ResultSet row, int number) throws SQLException {
    return new Feed(
        row.getObject("id", UUID.class),
        row.getString("name"),
        row.getString("title"),
        Codes.to(Fellowship.class, row.getString("fellowship")),
        ZoneId.of(row.getString("zone")),
        row.getString("language"),
        row.getString("contact"),
        row.getString("licence"),
        row.getString("attribution"),
        new AgencyId(row.getString("kept_by")),
        Columns.optionalInstant(row, "retired_at"),
        row.getLong("version"));
  }
}
