package org.handrail.client.grievance;

import static org.handrail.platform.sql.Columns.instant;
import static org.handrail.platform.sql.Columns.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.handrail.client.client.ClientId;
import org.handrail.client.client.ReachingClient.Reached;
import org.handrail.client.client.WhoseRow;
import org.handrail.platform.act.ActColumns;
import org.handrail.platform.act.ActView;
import org.handrail.platform.act.RecordedAct;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.Role;
import org.handrail.platform.http.Codes;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The grievances of the acting agency's clients. */
@Repository
class Grievances {
  private static final String SELECT =
      """
      select g.id, g.client_id, g.clients_words, g.matter, g.recorded_by, g.recorded_at, e.act_kind, e.act_at, e.act_words, e.act_recorded_by,
        e.act_recorded_at
      from grievance g left join grievance_escalation e on e.agency = g.agency and e.grievance_id = g.id
      """;

  // Supervisors read what the client wanted them told, and what they wrote down themselves, at
  // whatever side of the client they are too.
  private static final String TOLD =
      """
       and (not :supervises or e.grievance_id is not null or g.recorded_by = :reader)
      """;

  private final JdbcClient jdbc;

  Grievances(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(AgencyId agency, Grievance grievance) {
    jdbc.sql(
            """
            insert into grievance (agency, id, client_id, clients_words, matter, recorded_by, recorded_at)
            values (:agency, :id, :client, :words, :matter, :by, :at)
            """)
        .param("agency", agency.value())
        .param("id", grievance.id())
        .param("client", grievance.clientId())
        .param("words", grievance.clientsWords())
        .param("matter", Codes.of(grievance.matter()))
        .param("by", grievance.recordedBy())
        .param("at", utc(grievance.recordedAt()))
        .update();
  }

  void escalate(AgencyId agency, UUID id, RecordedAct act) {
    jdbc.sql(
            """
            insert into grievance_escalation (agency, grievance_id, act_kind, act_at, act_words, act_recorded_by, act_recorded_at)
            values (:agency, :id, :actKind, :actAt, :actWords, :actRecordedBy, :actRecordedAt)
            """)
        .params(ActColumns.parameters(act))
        .param("agency", agency.value())
        .param("id", id)
        .update();
  }

  /** One of the reader's client, if they may read it. */
  Optional<Grievance> find(Reached reader, UUID id) {
    return jdbc.sql(
            SELECT + "where g.agency = :agency and g.client_id = :client and g.id = :id" + TOLD)
        .params(ofReader(reader))
        .param("id", id)
        .query(Grievances::read)
        .optional();
  }

  /** Whose it is. */
  Optional<ClientId> client(AgencyId agency, UUID id) {
    return WhoseRow.client(jdbc, "grievance", agency, id);
  }

  /** A page of those that the reader may read of their client, the latest first. */
  List<Grievance> page(Reached reader, @Nullable UUID after, int limit) {
    return jdbc.sql(
            "with seen as not materialized ("
                + SELECT
                + "where g.agency = :agency and g.client_id = :client"
                + TOLD
                + """
                )
                select * from seen
                where :after::uuid is null or (recorded_at, id) < (select p.recorded_at, p.id from seen p where p.id = :after)
                order by recorded_at desc, id desc limit :limit
                """)
        .params(ofReader(reader))
        .param("after", after)
        .param("limit", limit)
        .query(Grievances::read)
        .list();
  }

  private static Map<String, Object> ofReader(Reached reader) {
    return Map.of(
        "agency",
        reader.agency().value(),
        "client",
        reader.id().value(),
        "supervises",
        reader.by().is(Role.SUPERVISOR) && !reader.isTheClient(),
        "reader",
        reader.by().subject().value());
  }

  private static Grievance read(ResultSet row, int number) throws SQLException {
    return new Grievance(
        row.getObject("id", UUID.class),
        row.getObject("client_id", UUID.class),
        row.getString("clients_words"),
        Codes.to(Grievance.Matter.class, row.getString("matter")),
        row.getString("recorded_by"),
        instant(row, "recorded_at"),
        ActView.ofNullable(ActColumns.read(row)));
  }
}
