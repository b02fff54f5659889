package org.handrail.client.complaint;

import static org.handrail.platform.sql.Columns.instant;
import static org.handrail.platform.sql.Columns.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.handrail.client.client.ClientId;
import org.handrail.platform.act.ActColumns;
import org.handrail.platform.act.ActView;
import org.handrail.platform.act.RecordedAct;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.SubjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The complaints of the acting agency's clients, and the answers. Rows are only ever added. */
@Repository
class Complaints {
  private static final String SELECT =
      """
      select c.*, a.words as answer, a.answered_at from complaint c
      left join complaint_answer a on a.agency = c.agency and a.complaint_id = c.id
      """;

  private final JdbcClient jdbc;

  Complaints(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  UUID add(AgencyId agency, ClientId client, String words, String channel, RecordedAct act) {
    var id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into complaint (agency, id, client_id, words, channel_version, act_kind, act_at, act_words, act_recorded_by,
              act_recorded_at)
            values (:agency, :id, :client, :words, :channel, :actKind, :actAt, :actWords, :actRecordedBy, :actRecordedAt)
            """)
        .params(ActColumns.parameters(act))
        .param("agency", agency.value())
        .param("id", id)
        .param("client", client.value())
        .param("words", words)
        .param("channel", channel)
        .update();
    return id;
  }

  void answer(AgencyId agency, UUID complaint, String words, SubjectId by, Instant at) {
    jdbc.sql(
            """
            insert into complaint_answer (agency, complaint_id, words, answered_at, answered_by)
            values (:agency, :complaint, :words, :at, :by)
            """)
        .param("agency", agency.value())
        .param("complaint", complaint)
        .param("words", words)
        .param("at", utc(at))
        .param("by", by.value())
        .update();
  }

  Optional<Complaint> find(AgencyId agency, UUID id) {
    return jdbc.sql(SELECT + "where c.agency = :agency and c.id = :id")
        .param("agency", agency.value())
        .param("id", id)
        .query((row, _) -> read(row))
        .optional();
  }

  /** One at a time answers it. */
  void lock(UUID id) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended('complaint ' || :id, 0))")
        .param("id", id.toString())
        .query((_, _) -> true)
        .single();
  }

  /** A page, the first one first: of one client or, without one, of all. */
  List<Complaint> page(
      AgencyId agency, @Nullable ClientId client, @Nullable UUID after, int limit) {
    return jdbc.sql(
            SELECT
                + """
                where c.agency = :agency and (:client::uuid is null or c.client_id = :client)
                  and (:after::uuid is null or (c.act_recorded_at, c.id) > (
                    select p.act_recorded_at, p.id from complaint p
                    where p.agency = :agency and (:client::uuid is null or p.client_id = :client) and p.id = :after))
                order by c.act_recorded_at, c.id limit :limit
                """)
        .param("agency", agency.value())
        .param("client", client == null ? null : client.value())
        .param("after", after)
        .param("limit", limit)
        .query((row, _) -> read(row))
        .list();
  }

  private static Complaint read(ResultSet row) throws SQLException {
    var answer = row.getString("answer");
    return new Complaint(
        row.getObject("id", UUID.class),
        row.getObject("client_id", UUID.class),
        row.getString("words"),
        ActView.of(Objects.requireNonNull(ActColumns.read(row))),
        answer == null ? null : new Complaint.ComplaintAnswer(answer, instant(row, "answered_at")));
  }
}
