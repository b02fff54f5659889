package org.handrail.client.cooccurring;

import static org.handrail.platform.sql.Columns.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.handrail.client.client.ReachingClient.Reached;
import org.handrail.platform.act.ActColumns;
import org.handrail.platform.act.ActView;
import org.handrail.platform.act.RecordedAct;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.http.Codes;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the acting agency's clients told of themselves. Rows are only ever added. */
@Repository
class CoOccurrings {
  private final JdbcClient jdbc;

  CoOccurrings(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  UUID add(Reached client, CoOccurringApi.Told told, String language, RecordedAct act) {
    var id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into co_occurring (agency, id, client_id, kind, clients_words, language, raising, act_kind, act_at, act_words,
              act_recorded_by, act_recorded_at)
            values (:agency, :id, :client, :kind, :words, :language, :raising, :actKind, :actAt, :actWords, :actRecordedBy,
              :actRecordedAt)
            """)
        .params(ActColumns.parameters(act))
        .param("agency", client.agency().value())
        .param("id", id)
        .param("client", client.id().value())
        .param("kind", Codes.of(told.kind()))
        .param("words", told.clientsWords())
        .param("language", language)
        .param("raising", Codes.of(told.raising()))
        .update();
    return id;
  }

  void takeBack(AgencyId agency, UUID id, RecordedAct act) {
    jdbc.sql(
            """
            insert into co_occurring_taken_back (agency, id, act_kind, act_at, act_words, act_recorded_by, act_recorded_at)
            values (:agency, :id, :actKind, :actAt, :actWords, :actRecordedBy, :actRecordedAt) on conflict do nothing
            """)
        .params(ActColumns.parameters(act))
        .param("agency", agency.value())
        .param("id", id)
        .update();
  }

  /** A page, the first one first; what was taken back for the client alone. */
  List<CoOccurring> page(Reached reader, @Nullable UUID after, int limit) {
    return jdbc.sql(
            """
            with seen as not materialized (
              select c.*, t.id is not null as taken_back
              from co_occurring c left join co_occurring_taken_back t on t.agency = c.agency and t.id = c.id
              where c.agency = :agency and c.client_id = :client and (:asTheClient or t.id is null))
            select * from seen
            where :after::uuid is null or (act_recorded_at, id) > (
              select p.act_recorded_at, p.id from seen p where p.id = :after)
            order by act_recorded_at, id limit :limit
            """)
        .param("agency", reader.agency().value())
        .param("client", reader.id().value())
        .param("asTheClient", reader.isTheClient())
        .param("after", after)
        .param("limit", limit)
        .query((row, _) -> read(row))
        .list();
  }

  /** When that client told it; of another's it is not there. */
  Optional<Instant> toldAt(Reached client, UUID id) {
    return jdbc.sql(
            """
            select act_at from co_occurring where agency = :agency and client_id = :client and id = :id
            """)
        .param("agency", client.agency().value())
        .param("client", client.id().value())
        .param("id", id)
        .query((row, _) -> instant(row, "act_at"))
        .optional();
  }

  private static CoOccurring read(ResultSet row) throws SQLException {
    return new CoOccurring(
        row.getObject("id", UUID.class),
        Codes.to(CoOccurring.Kind.class, row.getString("kind")),
        row.getString("clients_words"),
        row.getString("language"),
        Codes.to(CoOccurring.Raising.class, row.getString("raising")),
        ActView.of(Objects.requireNonNull(ActColumns.read(row))),
        row.getBoolean("taken_back"));
  }
}
