package org.handrail.client.consent.restriction;

import static org.handrail.platform.sql.Columns.instant;
import static org.handrail.platform.sql.Columns.optionalInstant;
import static org.handrail.platform.sql.Columns.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.handrail.client.client.ClientId;
import org.handrail.client.consent.Restriction;
import org.handrail.client.party.PartyId;
import org.handrail.platform.act.ActColumns;
import org.handrail.platform.act.ActView;
import org.handrail.platform.act.RecordedAct;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.SubjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The restrictions that clients of the acting agency asked for. */
@Repository
public class Restrictions {
  private final JdbcClient jdbc;

  Restrictions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  UUID add(AgencyId agency, ClientId client, PartyId recipient, boolean paid, RecordedAct act) {
    var id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into restriction (agency, id, client_id, recipient, paid_in_full, act_kind, act_at, act_words,
              act_recorded_by, act_recorded_at, decision, decided_at, decided_by)
            values (:agency, :id, :client, :recipient, :paid, :actKind, :actAt, :actWords, :actRecordedBy, :actRecordedAt,
              case when :paid then 'granted' end, case when :paid then :actRecordedAt end, case when :paid then 'law' end)
            """)
        .params(ActColumns.parameters(act))
        .param("agency", agency.value())
        .param("id", id)
        .param("client", client.value())
        .param("recipient", recipient.value())
        .param("paid", paid)
        .update();
    return id;
  }

  void decide(
      AgencyId agency,
      UUID id,
      boolean granted,
      @Nullable String reason,
      SubjectId by,
      Instant at) {
    jdbc.sql(
            """
            update restriction set decision = :decision, reason = :reason, decided_by = :by, decided_at = :at
            where agency = :agency and id = :id and decision is null
            """)
        .param("decision", granted ? "granted" : "refused")
        .param("reason", reason)
        .param("by", by.value())
        .param("at", utc(at))
        .param("agency", agency.value())
        .param("id", id)
        .update();
  }

  /** From the act's recording on. */
  void end(AgencyId agency, UUID id, RecordedAct act) {
    jdbc.sql(
            """
            update restriction set ended_at = :actRecordedAt, ended_by = :actRecordedBy, end_kind = :actKind,
              end_said_at = :actAt, end_words = :actWords
            where agency = :agency and id = :id and ended_at is null
            """)
        .params(ActColumns.parameters(act))
        .param("agency", agency.value())
        .param("id", id)
        .update();
  }

  /** All of a client's, in the order in which they were asked for. */
  List<RestrictionView> ofClient(AgencyId agency, ClientId client) {
    return jdbc.sql(
            """
            select * from restriction where agency = :agency and client_id = :client order by act_recorded_at, id
            """)
        .param("agency", agency.value())
        .param("client", client.value())
        .query((row, _) -> view(row))
        .list();
  }

  Optional<RestrictionView> find(AgencyId agency, ClientId client, UUID id) {
    return ofClient(agency, client).stream().filter(one -> one.id().equals(id)).findFirst();
  }

  /** Those that bind or once bound, on any record of the person, for the judge. */
  public List<Restriction> granted(AgencyId agency, ClientId client) {
    return granted("records_of_person(:agency, :client)", agency, client, Map.of());
  }

  /** The same on the records that were known to be of the person at that time. */
  public List<Restriction> grantedAt(AgencyId agency, ClientId client, Instant at) {
    return granted(
        "records_of_person_at(:agency, :client, :at)", agency, client, Map.of("at", utc(at)));
  }

  private List<Restriction> granted(
      String records, AgencyId agency, ClientId client, Map<String, ?> further) {
    return jdbc.sql(
            """
            select recipient, decided_at, ended_at from restriction
            where agency = :agency and client_id in (select %s) and decision = 'granted'
            """
                .formatted(records))
        .param("agency", agency.value())
        .param("client", client.value())
        .params(further)
        .query(
            (row, _) ->
                new Restriction(
                    new PartyId(row.getString("recipient")),
                    instant(row, "decided_at"),
                    optionalInstant(row, "ended_at")))
        .list();
  }

  private static RestrictionView view(ResultSet row) throws SQLException {
    var decision = row.getString("decision");
    var ended = optionalInstant(row, "ended_at");
    return new RestrictionView(
        row.getObject("id", UUID.class),
        row.getString("recipient"),
        row.getBoolean("paid_in_full"),
        ended != null ? "ended" : decision == null ? "asked" : decision,
        ActView.of(Objects.requireNonNull(ActColumns.read(row))),
        optionalInstant(row, "decided_at"),
        row.getString("reason"),
        ended);
  }
}
