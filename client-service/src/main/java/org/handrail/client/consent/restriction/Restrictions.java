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
import org.handrail.client.client.Parting;
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
  private static final String SAME =
      """
      (select same.id from restriction one join restriction same on same.agency = one.agency
          and coalesce(same.original_id, same.id) = coalesce(one.original_id, one.id)
          and same.client_id in (select records_of_person(one.agency, one.client_id))
        where one.agency = :agency and one.id = :id)
      """;

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

  /**
   * Writes down on a record that is about to part from others what was asked for on these while
   * they were one person's, unless it was refused or ended; none of the words.
   *
   * @return how many of them await a decision
   */
  long writeDown(Parting parting) {
    return jdbc
        .sql(
            """
            insert into restriction (agency, id, client_id, recipient, paid_in_full, act_kind, act_at, act_words,
              act_recorded_by, act_recorded_at, decision, decided_at, decided_by, original_id)
            select r.agency, gen_random_uuid(), :onto, r.recipient, r.paid_in_full, r.act_kind, r.act_at, null,
              :by, r.act_recorded_at, r.decision, r.decided_at, r.decided_by, coalesce(r.original_id, r.id)
            from restriction r
            where r.agency = :agency and r.client_id = any (:from) and r.ended_at is null
              and r.decision is distinct from 'refused'
              and r.act_recorded_at >= together_since(:agency, :onto, r.client_id)
              and not exists (select from restriction there where there.agency = :agency and there.client_id = :onto
                and coalesce(there.original_id, there.id) = coalesce(r.original_id, r.id))
            returning decision
            """)
        .param("agency", parting.agency().value())
        .param("onto", parting.onto().value())
        .param("by", parting.by().value())
        .param("from", parting.from().stream().map(ClientId::value).toArray(UUID[]::new))
        .query((row, _) -> row.getString("decision") == null)
        .stream()
        .filter(awaits -> awaits)
        .count();
  }

  /** On every record of the person on which it was asked for by the same act. */
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
            where agency = :agency and decision is null and id in
            """
                + SAME)
        .param("decision", granted ? "granted" : "refused")
        .param("reason", reason)
        .param("by", by.value())
        .param("at", utc(at))
        .param("agency", agency.value())
        .param("id", id)
        .update();
  }

  /** From the act's recording on; likewise on every record. */
  void end(AgencyId agency, UUID id, RecordedAct act) {
    jdbc.sql(
            """
            update restriction set ended_at = :actRecordedAt, ended_by = :actRecordedBy, end_kind = :actKind,
              end_said_at = :actAt, end_words = :actWords
            where agency = :agency and decision = 'granted' and ended_at is null and id in
            """
                + SAME)
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
