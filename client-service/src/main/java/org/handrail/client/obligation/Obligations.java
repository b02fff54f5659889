package org.handrail.client.obligation;

import static org.handrail.platform.sql.Columns.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.handrail.client.client.ClientId;
import org.handrail.platform.act.ActColumns;
import org.handrail.platform.act.ActKind;
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
  private static final String SELECT =
      """
      select o.*, e.act_kind as end_kind, e.act_at as end_at, e.act_words as end_words, e.act_recorded_by as end_recorded_by,
        e.act_recorded_at as end_recorded_at
      from obligation o left join obligation_end e on e.agency = o.agency and e.obligation_id = o.id
      where o.agency = :agency and o.client_id = :client
      """;

  private final JdbcClient jdbc;

  Obligations(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param corrects what it takes the place of, if it does
   */
  UUID add(
      AgencyId agency,
      ClientId client,
      ObligationsApi.NewObligation told,
      @Nullable UUID corrects,
      RecordedAct act) {
    var id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into obligation (agency, id, client_id, kind, source, begins_on, ends_on, words, act_kind, act_at, act_words,
              act_recorded_by, act_recorded_at, corrects)
            values (:agency, :id, :client, :kind, :source, :begins, :ends, :words, :actKind, :actAt, :actWords, :actRecordedBy,
              :actRecordedAt, :corrects)
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
        .param("corrects", corrects)
        .update();
    return id;
  }

  void end(AgencyId agency, UUID id, RecordedAct act) {
    jdbc.sql(
            """
            insert into obligation_end (agency, obligation_id, act_kind, act_at, act_words, act_recorded_by, act_recorded_at)
            values (:agency, :id, :actKind, :actAt, :actWords, :actRecordedBy, :actRecordedAt)
            """)
        .params(ActColumns.parameters(act))
        .param("agency", agency.value())
        .param("id", id)
        .update();
  }

  /** One of a client's, as it was told, whether or not it still stands so. */
  Optional<Obligation> find(AgencyId agency, ClientId client, UUID id) {
    return jdbc.sql(SELECT + " and o.id = :id")
        .param("agency", agency.value())
        .param("client", client.value())
        .param("id", id)
        .query((row, _) -> read(row))
        .optional();
  }

  boolean isCorrected(AgencyId agency, UUID id) {
    return jdbc.sql(
            "select exists (select from obligation where agency = :agency and corrects = :id)")
        .param("agency", agency.value())
        .param("id", id)
        .query(Boolean.class)
        .single();
  }

  /** A page of those that stand as they were told or have ended, the first one first. */
  List<Obligation> page(AgencyId agency, ClientId client, @Nullable UUID after, int limit) {
    return jdbc.sql(
            SELECT
                + """
                  and not exists (select from obligation anew where anew.agency = o.agency and anew.corrects = o.id)
                  and (:after::uuid is null or (o.act_recorded_at, o.id) > (
                    select p.act_recorded_at, p.id from obligation p
                    where p.agency = :agency and p.client_id = :client and p.id = :after))
                order by o.act_recorded_at, o.id limit :limit
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
        ActView.of(Objects.requireNonNull(ActColumns.read(row))),
        row.getObject("corrects", UUID.class),
        end(row));
  }

  private static @Nullable ActView end(ResultSet row) throws SQLException {
    var kind = row.getString("end_kind");
    return kind == null
        ? null
        : new ActView(
            Codes.to(ActKind.class, kind),
            instant(row, "end_at"),
            row.getString("end_words"),
            row.getString("end_recorded_by"),
            instant(row, "end_recorded_at"));
  }
}
