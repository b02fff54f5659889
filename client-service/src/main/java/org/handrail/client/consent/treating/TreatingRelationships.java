package org.handrail.client.consent.treating;

import static org.handrail.platform.sql.Columns.instant;
import static org.handrail.platform.sql.Columns.optionalInstant;
import static org.handrail.platform.sql.Columns.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.handrail.client.client.ClientId;
import org.handrail.client.consent.TreatingRelationship;
import org.handrail.client.consent.treating.TreatingView.Acceptance;
import org.handrail.client.party.PartyId;
import org.handrail.platform.act.ActColumns;
import org.handrail.platform.act.ActView;
import org.handrail.platform.act.RecordedAct;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.http.Codes;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who treats the clients of the acting agency, or is about to. */
@Repository
public class TreatingRelationships {
  private final JdbcClient jdbc;

  TreatingRelationships(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  UUID propose(
      AgencyId agency,
      ClientId client,
      PartyId provider,
      SubjectId by,
      Instant at,
      @Nullable RecordedAct agreement) {
    var id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into treating_relationship (agency, id, client_id, provider, proposed_at, proposed_by, act_kind, act_at,
              act_words, act_recorded_by, act_recorded_at)
            values (:agency, :id, :client, :provider, :at, :by, :actKind, :actAt, :actWords, :actRecordedBy, :actRecordedAt)
            """)
        .params(ActColumns.parameters(agreement))
        .param("agency", agency.value())
        .param("id", id)
        .param("client", client.value())
        .param("provider", provider.value())
        .param("at", utc(at))
        .param("by", by.value())
        .update();
    return id;
  }

  void agree(AgencyId agency, UUID id, RecordedAct act) {
    jdbc.sql(
            """
            update treating_relationship set act_kind = :actKind, act_at = :actAt, act_words = :actWords,
              act_recorded_by = :actRecordedBy, act_recorded_at = :actRecordedAt
            where agency = :agency and id = :id and act_kind is null
            """)
        .params(ActColumns.parameters(act))
        .param("agency", agency.value())
        .param("id", id)
        .update();
  }

  /**
   * Writes an acceptance down.
   *
   * @param at when the provider gave it
   * @param now when it is written down
   */
  void accept(
      AgencyId agency, UUID id, Acceptance acceptance, Instant at, SubjectId by, Instant now) {
    jdbc.sql(
            """
            update treating_relationship set acceptance = :acceptance, accepted_at = :at, acceptance_recorded_by = :by,
              acceptance_recorded_at = :now
            where agency = :agency and id = :id and accepted_at is null
            """)
        .param("acceptance", Codes.of(acceptance))
        .param("now", utc(now))
        .param("at", utc(at))
        .param("by", by.value())
        .param("agency", agency.value())
        .param("id", id)
        .update();
  }

  /** Ends all of that provider on the records of the person whose record this is. */
  void end(AgencyId agency, ClientId client, PartyId provider, SubjectId by, Instant at) {
    jdbc.sql(
            """
            update treating_relationship set ended_at = :at, ended_by = :by
            where agency = :agency and client_id in (select records_of_person(:agency, :client)) and provider = :provider
              and ended_at is null
            """)
        .param("at", utc(at))
        .param("by", by.value())
        .param("agency", agency.value())
        .param("client", client.value())
        .param("provider", provider.value())
        .update();
  }

  /** Whether there is one of that provider that has not ended. */
  boolean isOpen(AgencyId agency, ClientId client, PartyId provider) {
    return ofClient(agency, client).stream()
        .anyMatch(one -> one.provider().equals(provider.value()) && one.endedAt() == null);
  }

  /** All of a client's, oldest proposal first. */
  List<TreatingView> ofClient(AgencyId agency, ClientId client) {
    return jdbc.sql(
            """
            select * from treating_relationship where agency = :agency and client_id = :client order by proposed_at, id
            """)
        .param("agency", agency.value())
        .param("client", client.value())
        .query((row, _) -> view(row))
        .list();
  }

  Optional<TreatingView> find(AgencyId agency, ClientId client, UUID id) {
    return ofClient(agency, client).stream().filter(one -> one.id().equals(id)).findFirst();
  }

  /** As the judge asks. */
  public List<TreatingRelationship> known(AgencyId agency, ClientId client) {
    return ofClient(agency, client).stream()
        .map(
            view ->
                new TreatingRelationship(
                    new PartyId(view.provider()),
                    view.act() == null ? null : view.act().at(),
                    view.acceptedAt(),
                    view.endedAt()))
        .toList();
  }

  /** The same as it was known at that time: what was written down later is not in it. */
  public List<TreatingRelationship> knownAt(AgencyId agency, ClientId client, Instant at) {
    return jdbc.sql(
            """
            select provider, case when act_recorded_at <= :at then act_at end as agreed_at,
              case when acceptance_recorded_at <= :at then accepted_at end as accepted_at, ended_at
            from treating_relationship
            where agency = :agency and client_id = :client and proposed_at <= :at order by proposed_at, id
            """)
        .param("agency", agency.value())
        .param("client", client.value())
        .param("at", utc(at))
        .query(
            (row, _) ->
                new TreatingRelationship(
                    new PartyId(row.getString("provider")),
                    optionalInstant(row, "agreed_at"),
                    optionalInstant(row, "accepted_at"),
                    optionalInstant(row, "ended_at")))
        .list();
  }

  private static TreatingView view(ResultSet row) throws SQLException {
    var agreed = ActView.ofNullable(ActColumns.read(row));
    var accepted = optionalInstant(row, "accepted_at");
    var ended = optionalInstant(row, "ended_at");
    var acceptance = row.getString("acceptance");
    return new TreatingView(
        row.getObject("id", UUID.class),
        row.getString("provider"),
        TreatingView.status(agreed, accepted, ended),
        instant(row, "proposed_at"),
        agreed,
        accepted,
        acceptance == null ? null : Codes.to(Acceptance.class, acceptance),
        ended);
  }
}
