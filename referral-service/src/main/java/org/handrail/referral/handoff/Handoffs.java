package org.handrail.referral.handoff;

import static org.handrail.platform.sql.Columns.instant;
import static org.handrail.platform.sql.Columns.optionalInstant;
import static org.handrail.platform.sql.Columns.utc;
import static org.handrail.platform.sql.Columns.utcOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.handrail.platform.act.ActColumns;
import org.handrail.platform.act.RecordedAct;
import org.handrail.platform.assignment.MergedRecords;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.Person;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.http.Codes;
import org.handrail.platform.http.PagePlace;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Handoffs of the current agency's clients. */
@Repository
class Handoffs {
  private final JdbcClient jdbc;
  private final MergedRecords merged;

  Handoffs(JdbcClient jdbc, MergedRecords merged) {
    this.jdbc = jdbc;
    this.merged = merged;
  }

  void add(AgencyId agency, Handoff handoff) {
    jdbc.sql(
            """
            insert into handoff (id, agency, client_id, referral_id, from_referral_id, from_step,
              to_step, outgoing, state, planned_at, opened_at)
            values (:id, :agency, :client, :referral, :fromReferral, :from, :to, :outgoing, :state,
              :planned, :opened)
            """)
        .param("id", handoff.id())
        .param("agency", agency.value())
        .param("client", handoff.clientId())
        .param("referral", handoff.referralId())
        .param("fromReferral", handoff.fromReferralId())
        .param("from", code(handoff.from()))
        .param("to", Codes.of(handoff.to()))
        .param("outgoing", handoff.outgoing().value())
        .param("state", Codes.of(handoff.state()))
        .param("planned", utcOrNull(handoff.plannedAt()))
        .param("opened", utc(handoff.openedAt()))
        .update();
  }

  /** Whose it is, without anything else. */
  Optional<UUID> clientOf(UUID id) {
    return jdbc.sql("select client_id from handoff where id = :id")
        .param("id", id)
        .query(UUID.class)
        .optional();
  }

  Optional<Handoff> find(UUID id) {
    return one("where id = :id", Map.of("id", id));
  }

  /** Nobody else changes it until the transaction ends. */
  Optional<Handoff> lock(UUID id) {
    return one("where id = :id for update", Map.of("id", id));
  }

  /** The one to the place of that referral that is not closed, locked. */
  Optional<Handoff> lockTo(AgencyId agency, UUID referralId) {
    return one(
        "where agency = :agency and referral_id = :referral and state <> 'closed' for update",
        Map.of("agency", agency.value(), "referral", referralId));
  }

  /**
   * Whether the way to a place, by handoffs that are under way or were gone, led over the place of
   * that referral.
   */
  boolean ledFrom(AgencyId agency, UUID referralId, UUID to) {
    return jdbc.sql(
            """
            with recursive way (referral_id) as (
              select :to
              union
              select h.from_referral_id from way w join handoff h on h.referral_id = w.referral_id
              where h.agency = :agency and h.from_referral_id is not null
                and (h.state <> 'closed' or h.closed_reason = 'moved-on'))
            select exists (select from way where referral_id = :referral)
            """)
        .param("agency", agency.value())
        .param("referral", referralId)
        .param("to", to)
        .query(Boolean.class)
        .single();
  }

  /** A client's, on whichever record of theirs that the person may see; the newest first. */
  List<Handoff> of(Person person, UUID clientId, @Nullable PagePlace after, int limit) {
    Map<String, Object> params = new HashMap<>();
    params.put("agency", person.agency().value());
    params.put("records", merged.ofPerson(person, clientId).toArray(UUID[]::new));
    params.put("limit", limit);
    String where =
        "where agency = :agency and client_id = any(:records)\n"
            + PagePlace.following(after, "opened_at", "id", params);
    return query(where + "order by opened_at desc, id desc limit :limit", params);
  }

  /** Something happened that says nothing of where it stands now. */
  void noted(UUID id) {
    change(id, "state = state", Map.of());
  }

  /** They met. */
  void met(UUID id) {
    change(id, "state = 'met', reoffer_by = null", Map.of());
  }

  /** It did not come to a meeting, which is offered again until then. */
  void missed(UUID id, Instant reofferBy) {
    change(id, "state = 'missed', reoffer_by = :by", Map.of("by", utc(reofferBy)));
  }

  /** Another time was offered. */
  void offered(UUID id, Instant plannedAt, Instant now) {
    change(
        id,
        "state = 'open', reoffer_by = null, planned_at = :at, offered_at = :now",
        Map.of("at", utc(plannedAt), "now", utc(now)));
  }

  /** The incoming side set another time itself. */
  void hasAnotherTime(UUID id) {
    change(id, "state = 'open', reoffer_by = null", Map.of());
  }

  /** The incoming side said that the person came: what was missed need not be offered again. */
  void arrived(UUID id, Instant at) {
    change(
        id,
        """
        arrived_at = :at, reoffer_by = null,
        state = case when state = 'missed' then 'open' else state end
        """,
        Map.of("at", utc(at)));
  }

  /** The incoming side said afterwards that the person had not come. */
  void didNotArrive(UUID id) {
    change(id, "arrived_at = null", Map.of());
  }

  /** The client said that they are in contact. */
  void confirmed(UUID id, RecordedAct act) {
    change(
        id,
        """
        act_kind = :actKind, act_at = :actAt, act_words = :actWords,
        act_recorded_by = :actRecordedBy, act_recorded_at = :actRecordedAt
        """,
        ActColumns.parameters(act));
  }

  /** Both said so: nobody needs to stay any more. */
  void settle(UUID id) {
    change(id, "state = 'confirmed'", Map.of());
  }

  void close(UUID id, Handoff.Closing closing) {
    change(
        id,
        "state = 'closed', reoffer_by = null, closed_reason = :reason, closed_at = :at",
        Map.of("reason", Codes.of(closing.reason()), "at", utc(closing.at())));
  }

  private void change(UUID id, String what, Map<String, ?> params) {
    jdbc.sql("update handoff set %s, version = version + 1 where id = :id".formatted(what))
        .params(params)
        .param("id", id)
        .update();
  }

  private Optional<Handoff> one(String where, Map<String, Object> params) {
    return query(where, params).stream().findFirst();
  }

  private List<Handoff> query(String where, Map<String, Object> params) {
    return jdbc.sql("select * from handoff " + where)
        .params(params)
        .query((row, _) -> handoff(row))
        .list();
  }

  private static Handoff handoff(ResultSet row) throws SQLException {
    String from = row.getString("from_step");
    return new Handoff(
        row.getObject("id", UUID.class),
        row.getObject("client_id", UUID.class),
        row.getObject("referral_id", UUID.class),
        row.getObject("from_referral_id", UUID.class),
        from == null ? null : Codes.to(ContinuumStep.class, from),
        Codes.to(ContinuumStep.class, row.getString("to_step")),
        new SubjectId(row.getString("outgoing")),
        Codes.to(Handoff.State.class, row.getString("state")),
        optionalInstant(row, "planned_at"),
        instant(row, "opened_at"),
        optionalInstant(row, "offered_at"),
        optionalInstant(row, "reoffer_by"),
        optionalInstant(row, "arrived_at"),
        ActColumns.read(row),
        closing(row),
        row.getLong("version"));
  }

  private static Handoff.@Nullable Closing closing(ResultSet row) throws SQLException {
    String reason = row.getString("closed_reason");
    return reason == null
        ? null
        : new Handoff.Closing(
            Codes.to(Handoff.ClosingReason.class, reason), instant(row, "closed_at"));
  }

  private static @Nullable String code(@Nullable Enum<?> constant) {
    return constant == null ? null : Codes.of(constant);
  }
}
