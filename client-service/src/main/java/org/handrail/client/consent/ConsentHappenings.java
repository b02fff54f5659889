package org.handrail.client.consent;

import static org.handrail.platform.sql.Columns.instant;
import static org.handrail.platform.sql.Columns.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.client.client.ClientId;
import org.handrail.client.party.PartyId;
import org.handrail.platform.act.RecordedAct;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.http.Codes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What happened to consents since they were signed: taken back, in whole or for one party, and the
 * events that they name. Rows are only ever added.
 */
@Repository
class ConsentHappenings {
  private final JdbcClient jdbc;

  ConsentHappenings(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void addRevocation(AgencyId agency, ConsentId consent, Revocation revocation, RecordedAct act) {
    var recipient = revocation.extent().party().map(PartyId::value).orElse(null);
    jdbc.sql(
            """
            insert into consent_revocation (agency, id, consent_id, extent, recipient, told, said_at, revoked_at, act_kind,
              act_words, recorded_by)
            values (:agency, :id, :consent, :extent, :recipient, :told, :said, :at, :kind, :words, :by)
            """)
        .param("agency", agency.value())
        .param("id", UUID.randomUUID())
        .param("consent", consent.value())
        .param("extent", revocation.extent().code())
        .param("recipient", recipient)
        .param("told", revocation.told())
        .param("said", utc(act.at()))
        .param("at", utc(revocation.at()))
        .param("kind", Codes.of(act.kind()))
        .param("words", act.words())
        .param("by", act.recordedBy().value())
        .update();
  }

  void addEvent(
      AgencyId agency,
      ConsentId consent,
      String event,
      Instant happenedAt,
      SubjectId by,
      Instant at) {
    jdbc.sql(
            """
            insert into consent_event (agency, id, consent_id, event, happened_at, recorded_by, recorded_at)
            values (:agency, :id, :consent, :event, :happenedAt, :by, :at)
            """)
        .param("agency", agency.value())
        .param("id", UUID.randomUUID())
        .param("consent", consent.value())
        .param("event", event)
        .param("happenedAt", utc(happenedAt))
        .param("by", by.value())
        .param("at", utc(at))
        .update();
  }

  /** All that happened to a client's consents, each kind in its order. */
  Since of(AgencyId agency, ClientId client) {
    return new Since(revocations(agency, client), events(agency, client));
  }

  record Revoked(UUID id, ConsentId consent, Revocation revocation) {}

  /**
   * An event that a consent names.
   *
   * @param at when it happened, as somebody said
   * @param recordedAt when they said so
   */
  record Happened(UUID id, ConsentId consent, String event, Instant at, Instant recordedAt) {}

  /** What happened to a client's consents. */
  record Since(List<Revoked> revocations, List<Happened> events) {

    /** Without the events that were told of later. What is taken back counts from its telling. */
    Since knownAt(Instant then) {
      return new Since(
          revocations, events.stream().filter(event -> !event.recordedAt().isAfter(then)).toList());
    }

    List<Revocation> revocationsOf(ConsentId consent) {
      return revocations.stream()
          .filter(one -> one.consent().equals(consent))
          .map(Revoked::revocation)
          .toList();
    }

    Map<String, Instant> eventsOf(ConsentId consent) {
      var first = new HashMap<String, Instant>();
      events.stream()
          .filter(one -> one.consent().equals(consent))
          .forEach(one -> first.merge(one.event(), one.at(), (a, b) -> a.isBefore(b) ? a : b));
      return first;
    }

    List<UUID> idsOf(ConsentId consent) {
      var ids = new ArrayList<UUID>();
      revocations.stream()
          .filter(one -> one.consent().equals(consent))
          .forEach(one -> ids.add(one.id()));
      events.stream()
          .filter(one -> one.consent().equals(consent))
          .forEach(one -> ids.add(one.id()));
      return ids;
    }
  }

  private List<Revoked> revocations(AgencyId agency, ClientId client) {
    return jdbc.sql(
            """
            select r.id, r.consent_id, r.extent, r.recipient, r.revoked_at, r.told from consent_revocation r
            join consent c on c.agency = r.agency and c.id = r.consent_id
            where c.agency = :agency and c.client_id = :client order by r.revoked_at
            """)
        .param("agency", agency.value())
        .param("client", client.value())
        .query(
            (row, _) ->
                new Revoked(
                    row.getObject("id", UUID.class),
                    new ConsentId(row.getObject("consent_id", UUID.class)),
                    new Revocation(
                        instant(row, "revoked_at"), extent(row), row.getBoolean("told"))))
        .list();
  }

  private static Revocation.Extent extent(ResultSet row) throws SQLException {
    return switch (row.getString("extent")) {
      case "recipient" ->
          new Revocation.Extent.OneRecipient(new PartyId(row.getString("recipient")));
      case "place" -> new Revocation.Extent.OnePlace(new PartyId(row.getString("recipient")));
      case "nobody" -> new Revocation.Extent.Nobody();
      default -> new Revocation.Extent.Whole();
    };
  }

  private List<Happened> events(AgencyId agency, ClientId client) {
    return jdbc.sql(
            """
            select e.id, e.consent_id, e.event, e.happened_at, e.recorded_at from consent_event e
            join consent c on c.agency = e.agency and c.id = e.consent_id
            where c.agency = :agency and c.client_id = :client order by e.happened_at
            """)
        .param("agency", agency.value())
        .param("client", client.value())
        .query(
            (row, _) ->
                new Happened(
                    row.getObject("id", UUID.class),
                    new ConsentId(row.getObject("consent_id", UUID.class)),
                    row.getString("event"),
                    instant(row, "happened_at"),
                    instant(row, "recorded_at")))
        .list();
  }
}
