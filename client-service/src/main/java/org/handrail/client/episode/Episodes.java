package org.handrail.client.episode;

import static org.handrail.platform.sql.Columns.instant;
import static org.handrail.platform.sql.Columns.optionalInstant;
import static org.handrail.platform.sql.Columns.utc;
import static org.handrail.platform.sql.Columns.utcOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.handrail.client.client.ClientId;
import org.handrail.platform.act.ActColumns;
import org.handrail.platform.act.RecordedAct;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.http.Codes;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The episodes of the acting agency's clients, and each step of theirs. */
@Repository
class Episodes {
  private final JdbcClient jdbc;

  Episodes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(AgencyId agency, Episode episode) {
    jdbc.sql(
            """
            insert into episode (agency, id, client_id, status, opened_at, opened_by, follows, version)
            values (:agency, :id, :client, :status, :at, :by, :follows, :version)
            """)
        .param("agency", agency.value())
        .param("id", episode.id())
        .param("client", episode.client().value())
        .param("status", Codes.of(episode.status()))
        .param("at", utc(episode.openedAt()))
        .param("by", episode.openedBy().value())
        .param("follows", episode.follows())
        .param("version", episode.version())
        .update();
  }

  void save(AgencyId agency, Episode episode) {
    var reason = episode.reason();
    jdbc.sql(
            """
            update episode set status = :status, enrolled_at = :enrolledAt, closed_at = :closedAt, reason = :reason,
              version = :version
            where agency = :agency and id = :id and version = :version - 1
            """)
        .param("status", Codes.of(episode.status()))
        .param("enrolledAt", utcOrNull(episode.enrolledAt()))
        .param("closedAt", utcOrNull(episode.closedAt()))
        .param("reason", reason == null ? null : Codes.of(reason))
        .param("version", episode.version())
        .param("agency", agency.value())
        .param("id", episode.id())
        .update();
  }

  void addStep(
      AgencyId agency, Episode episode, SubjectId by, Instant at, @Nullable RecordedAct act) {
    var reason = episode.reason();
    jdbc.sql(
            """
            insert into episode_step (agency, id, episode_id, status, reason, taken_at, taken_by, act_kind, act_at, act_words,
              act_recorded_by, act_recorded_at)
            values (:agency, :id, :episode, :status, :reason, :at, :by, :actKind, :actAt, :actWords, :actRecordedBy,
              :actRecordedAt)
            """)
        .params(ActColumns.parameters(act))
        .param("agency", agency.value())
        .param("id", UUID.randomUUID())
        .param("episode", episode.id())
        .param("status", Codes.of(episode.status()))
        .param("reason", reason == null ? null : Codes.of(reason))
        .param("at", utc(at))
        .param("by", by.value())
        .update();
  }

  /** When the latest step was taken: by the client, if it is on record that they did. */
  Instant latestStep(AgencyId agency, UUID episode) {
    return jdbc.sql(
            """
            select max(coalesce(act_at, taken_at)) as at from episode_step where agency = :agency and episode_id = :episode
            """)
        .param("agency", agency.value())
        .param("episode", episode)
        .query((row, _) -> instant(row, "at"))
        .single();
  }

  Optional<Episode> open(AgencyId agency, ClientId client) {
    return jdbc.sql(
            "select * from episode where agency = :agency and client_id = :client and status <>"
                + " 'closed'")
        .param("agency", agency.value())
        .param("client", client.value())
        .query((row, _) -> read(row))
        .optional();
  }

  /** Whether the person walked with the agency once and by none of their records does now. */
  boolean haveEnded(AgencyId agency, ClientId client) {
    return jdbc.sql("select has_left(:agency, :client)")
        .param("agency", agency.value())
        .param("client", client.value())
        .query(Boolean.class)
        .single();
  }

  Optional<Episode> latestClosed(AgencyId agency, ClientId client) {
    return jdbc.sql(
            """
            select * from episode where agency = :agency and client_id = :client and status = 'closed'
            order by closed_at desc, id limit 1
            """)
        .param("agency", agency.value())
        .param("client", client.value())
        .query((row, _) -> read(row))
        .optional();
  }

  /** Of that client only: another's is not there. */
  Optional<Episode> find(AgencyId agency, ClientId client, UUID id) {
    return jdbc.sql(
            "select * from episode where agency = :agency and client_id = :client and id = :id")
        .param("agency", agency.value())
        .param("client", client.value())
        .param("id", id)
        .query((row, _) -> read(row))
        .optional();
  }

  /** A page, the first one first. */
  List<Episode> page(AgencyId agency, ClientId client, @Nullable UUID after, int limit) {
    return jdbc.sql(
            """
            select * from episode where agency = :agency and client_id = :client
              and (:after::uuid is null or (opened_at, id) > (
                select p.opened_at, p.id from episode p
                where p.agency = :agency and p.client_id = :client and p.id = :after))
            order by opened_at, id limit :limit
            """)
        .param("agency", agency.value())
        .param("client", client.value())
        .param("after", after)
        .param("limit", limit)
        .query((row, _) -> read(row))
        .list();
  }

  private static Episode read(ResultSet row) throws SQLException {
    var reason = row.getString("reason");
    return new Episode(
        row.getObject("id", UUID.class),
        new ClientId(row.getObject("client_id", UUID.class)),
        Codes.to(Episode.Status.class, row.getString("status")),
        instant(row, "opened_at"),
        new SubjectId(row.getString("opened_by")),
        optionalInstant(row, "enrolled_at"),
        optionalInstant(row, "closed_at"),
        reason == null ? null : Codes.to(Episode.ClosingReason.class, reason),
        row.getObject("follows", UUID.class),
        row.getLong("version"));
  }
}
