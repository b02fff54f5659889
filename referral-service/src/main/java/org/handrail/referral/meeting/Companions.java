package org.handrail.referral.meeting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.handrail.platform.act.ActColumns;
import org.handrail.platform.assignment.MergedRecords;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.Person;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.sql.Columns;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who goes along to which meeting, in the current agency. */
@Repository
class Companions {
  private final JdbcClient jdbc;
  private final MergedRecords merged;

  Companions(JdbcClient jdbc, MergedRecords merged) {
    this.jdbc = jdbc;
    this.merged = merged;
  }

  /** False where the client has asked for the same already. */
  boolean add(AgencyId agency, Companionship it) {
    return jdbc.sql(
                """
                insert into meeting_companion (agency, id, client_id, meeting_id, starts_at, companion, asked_at,
                  act_kind, act_at, act_words, act_recorded_by, act_recorded_at)
                values (:agency, :id, :client, :meeting, :starts, :companion, :asked,
                  :actKind, :actAt, :actWords, :actRecordedBy, :actRecordedAt)
                on conflict (agency, client_id, meeting_id, starts_at) where cancelled_at is null do nothing
                """)
            .params(ActColumns.parameters(it.act()))
            .param("agency", agency.value())
            .param("id", it.id())
            .param("client", it.clientId())
            .param("meeting", it.meetingId())
            .param("starts", Columns.utc(it.startsAt()))
            .param("companion", it.companion() == null ? null : it.companion().value())
            .param("asked", Columns.utc(it.askedAt()))
            .update()
        == 1;
  }

  /** Whose it is. */
  Optional<UUID> client(UUID id) {
    return jdbc.sql("select client_id from meeting_companion where id = ?")
        .param(id)
        .query((row, number) -> row.getObject("client_id", UUID.class))
        .optional();
  }

  Optional<Companionship> find(UUID id) {
    return read(id, "");
  }

  /** Nobody else can change it until the transaction ends. */
  Optional<Companionship> lock(UUID id) {
    return read(id, " for update");
  }

  /**
   * A client's, on whichever record of theirs that the person may see; in order of time, from the
   * beginning or after one of them.
   */
  List<Companionship> of(Person person, UUID clientId, @Nullable UUID after, int limit) {
    return jdbc.sql(
            """
            select * from meeting_companion where client_id = any(:records)
              and (:after::uuid is null or (starts_at, id) > (
                select c.starts_at, c.id from meeting_companion c where c.id = :after::uuid and c.client_id = any(:records)))
            order by starts_at, id limit :limit
            """)
        .param("records", merged.ofPerson(person, clientId).toArray(UUID[]::new))
        .param("after", after)
        .param("limit", limit)
        .query((row, number) -> companionship(row))
        .list();
  }

  void agree(UUID id, SubjectId companion) {
    jdbc.sql("update meeting_companion set companion = ?, version = version + 1 where id = ?")
        .params(companion.value(), id)
        .update();
  }

  void cancel(UUID id, Instant now) {
    jdbc.sql("update meeting_companion set cancelled_at = ?, version = version + 1 where id = ?")
        .params(Columns.utc(now), id)
        .update();
  }

  /** Notes what is told of it; false where it was told before. */
  boolean tellFirst(UUID id, String code) {
    return jdbc.sql(
                """
                update meeting_companion set told = array_append(told, :code)
                where id = :id and :code <> all (told)
                """)
            .param("id", id)
            .param("code", code)
            .update()
        == 1;
  }

  void forget(UUID id) {
    jdbc.sql("delete from meeting_companion where id = ?").param(id).update();
  }

  private Optional<Companionship> read(UUID id, String how) {
    return jdbc.sql("select * from meeting_companion where id = ?" + how)
        .param(id)
        .query((row, number) -> companionship(row))
        .optional();
  }

  private static Companionship companionship(ResultSet row) throws SQLException {
    String companion = row.getString("companion");
    return new Companionship(
        row.getObject("id", UUID.class),
        row.getObject("client_id", UUID.class),
        row.getObject("meeting_id", UUID.class),
        Columns.instant(row, "starts_at"),
        companion == null ? null : new SubjectId(companion),
        Columns.instant(row, "asked_at"),
        Objects.requireNonNull(ActColumns.read(row)),
        Columns.optionalInstant(row, "cancelled_at"),
        row.getLong("version"));
  }
}
