package org.handrail.client.obligation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.handrail.client.client.ClientId;
import org.handrail.platform.act.ActColumns;
import org.handrail.platform.act.ActView;
import org.handrail.platform.act.RecordedAct;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.http.Codes;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What others demand of the acting agency's clients. Rows are only ever added. */
@Repository
class Obligations {
  private final JdbcClient jdbc;

  Obligations(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  UUID add(AgencyId agency, ClientId client, ObligationsApi.NewObligation told, RecordedAct act) {
    var id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into obligation (agency, id, client_id, kind, source, begins_on, ends_on, words, act_kind, act_at, act_words,
              act_recorded_by, act_recorded_at)
            values (:agency, :id, :client, :kind, :source, :begins, :ends, :words, :actKind, :actAt, :actWords, :actRecordedBy,
              :actRecordedAt)
            """)
        .params(ActColumns.parameters(act))
        .param("agency", agency.value())
        .param("id", id)
        .param("client", client.value())
        .param("kind", Codes.of(told.kind()))
        .param("source", told.source())
        .param("begins", told.beginsOn())
        .param("ends", told.endsOn())
        .param("words", told.words())
        .update();
    return id;
  }

  /** A page, the first one first. */
  List<Obligation> page(AgencyId agency, ClientId client, @Nullable UUID after, int limit) {
    return jdbc.sql(
            """
            select * from obligation where agency = :agency and client_id = :client
              and (:after::uuid is null or (act_recorded_at, id) > (
                select p.act_recorded_at, p.id from obligation p
                where p.agency = :agency and p.client_id = :client and p.id = :after))
            order by act_recorded_at, id limit :limit
            """)
        .param("agency", agency.value())
        .param("client", client.value())
        .param("after", after)
        .param("limit", limit)
        .query((row, _) -> read(row))
        .list();
  }

  private static Obligation read(ResultSet row) throws SQLException {
    return new Obligation(
        row.getObject("id", UUID.class),
        Codes.to(Obligation.Kind.class, row.getString("kind")),
        row.getString("source"),
        row.getObject("begins_on", LocalDate.class),
        row.getObject("ends_on", LocalDate.class),
        row.getString("words"),
        ActView.of(Objects.requireNonNull(ActColumns.read(row))));
  }
}
