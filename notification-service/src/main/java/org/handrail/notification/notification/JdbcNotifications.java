package org.handrail.notification.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.handrail.platform.sql.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcNotifications implements Notifications {

  private static final String SELECT =
      """
      select n.id, n.position, n.code, n.subject_kind, n.subject_id, n.at, r.read_at
      from notification n
      left join notification_reading r on r.notification_id = n.id and r.agency = n.agency
      where (n.subject = :subject or n.role = any(:roles))
      """;

  private final JdbcClient jdbc;

  JdbcNotifications(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void add(Addressee addressee, News news) {
    jdbc.sql(
            """
            with next as (
              insert into notification_position (agency, last) values (current_setting('handrail.agency'), 1)
              on conflict (agency) do update set last = notification_position.last + 1
              returning agency, last
            )
            insert into notification (agency, id, position, role, subject, code, subject_kind, subject_id, at)
            select agency, :id, last, :role, :subject, :code, :kind, :about, :at from next
            """)
        .param("id", UUID.randomUUID())
        .param("role", addressee instanceof Addressee.Everybody all ? all.in().code() : null)
        .param(
            "subject", addressee instanceof Addressee.Somebody one ? one.subject().value() : null)
        .param("code", news.code())
        .param("kind", news.subjectKind())
        .param("about", news.subjectId())
        .param("at", Columns.utc(news.at()))
        .update();
    jdbc.sql("select pg_notify(:channel, current_setting('handrail.agency'))")
        .param("channel", CHANNEL)
        .query((row, number) -> true)
        .single();
  }

  @Override
  public List<Notification> newestBefore(Reader reader, long position, boolean unread, int limit) {
    return select(
        reader,
        SELECT
            + (unread ? "and r.read_at is null " : "")
            + "and n.position < :position order by n.position desc limit :limit",
        position,
        limit);
  }

  @Override
  public List<Notification> after(Reader reader, long position, int limit) {
    return select(
        reader,
        SELECT + "and n.position > :position order by n.position limit :limit",
        position,
        limit);
  }

  private List<Notification> select(Reader reader, String sql, long position, int limit) {
    return reading(reader, sql)
        .param("position", position)
        .param("limit", limit)
        .query(JdbcNotifications::notification)
        .list();
  }

  @Override
  public Optional<Notification> find(Reader reader, UUID id) {
    return reading(reader, SELECT + "and n.id = :id")
        .param("id", id)
        .query(JdbcNotifications::notification)
        .optional();
  }

  private JdbcClient.StatementSpec reading(Reader reader, String sql) {
    return jdbc.sql(sql)
        .param("subject", reader.subject().value())
        .param("roles", reader.roleCodes().toArray(String[]::new));
  }

  @Override
  public void markRead(Reader reader, UUID id, Instant at) {
    jdbc.sql(
            """
            insert into notification_reading (agency, notification_id, subject, read_at)
            values (current_setting('handrail.agency'), :id, :subject, :at)
            on conflict do nothing
            """)
        .param("id", id)
        .param("subject", reader.subject().value())
        .param("at", Columns.utc(at))
        .update();
  }

  private static Notification notification(ResultSet row, int number) throws SQLException {
    var news =
        new News(
            row.getString("code"),
            row.getString("subject_kind"),
            row.getObject("subject_id", UUID.class),
            Columns.instant(row, "at"));
    return new Notification(
        row.getObject("id", UUID.class),
        row.getLong("position"),
        news,
        Columns.optionalInstant(row, "read_at"));
  }
}
