package org.handrail.referral.referral;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.sql.Columns;
import org.handrail.referral.referral.lifecycle.BusinessStatus;
import org.handrail.referral.referral.lifecycle.Party;
import org.handrail.referral.referral.lifecycle.Reason;
import org.handrail.referral.referral.lifecycle.Taken;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Referrals of the current agency: those that it made, and those that were delivered to it. */
@Repository
class Referrals {
  static final String SELECT =
      """
      select r.*, q.client_id, q.option_set_id, q.need, q.required, q.optional, q.withheld, q.reason,
        q.drafted_by, q.watched_since, q.rerouted_from,
        (select n.referral_id from referral_request n
          where n.agency = q.agency and n.rerouted_from = r.id) as rerouted_to
      from referral r left join referral_request q on q.referral_id = r.id
      """;

  private final JdbcClient jdbc;

  Referrals(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Who takes a step, and for which agency. */
  record Author(AgencyId agency, AgencyId other, SubjectId subject) {}

  void add(Referral referral, SubjectId by) {
    jdbc.sql(
            """
            insert into referral (id, agency, receiver_agency, service_id, service_name,
              organization_name, purpose, urgency, created_at)
            values (:id, :agency, :receiver, :service, :serviceName, :organization, :purpose,
              :urgency, :at)
            """)
        .param("id", referral.id())
        .param("agency", referral.requester().value())
        .param("receiver", referral.receiver().value())
        .param("service", referral.service().id())
        .param("serviceName", referral.service().name())
        .param("organization", referral.service().organization())
        .param("purpose", referral.purpose().name())
        .param("urgency", referral.urgency().name())
        .param("at", Columns.utc(referral.createdAt()))
        .update();
    Referral.Request request = referral.asked();
    jdbc.sql(
            """
            insert into referral_request (referral_id, agency, client_id, option_set_id, need,
              required, optional, reason, drafted_by, rerouted_from)
            values (:id, :agency, :client, :options, :need, :required, :optional, :reason, :by,
              :reroutedFrom)
            """)
        .param("id", referral.id())
        .param("agency", referral.requester().value())
        .param("client", request.clientId())
        .param("options", request.optionSetId())
        .param("need", request.need())
        .param("required", request.required().toArray(String[]::new))
        .param("optional", request.optional().toArray(String[]::new))
        .param("reason", request.reason())
        .param("reroutedFrom", request.reroutedFrom())
        .param("by", by.value())
        .update();
  }

  Optional<Referral> find(UUID id) {
    return one(SELECT + "where r.id = :id", id);
  }

  /** Nobody else changes it until the transaction ends. */
  Optional<Referral> lock(UUID id) {
    return one(SELECT + "where r.id = :id for update of r", id);
  }

  /** All of a client of the current agency, in one order, so that nobody locks them crosswise. */
  List<UUID> of(UUID clientId) {
    return jdbc.sql(
            """
            select r.id from referral_request q join referral r on r.id = q.referral_id
            where q.agency = current_setting('handrail.agency') and q.client_id = :client
            order by r.id
            """)
        .param("client", clientId)
        .query((row, number) -> row.getObject("id", UUID.class))
        .list();
  }

  /**
   * Adds a step to a locked referral.
   *
   * @return how many steps the referral has now, for the order of its events
   */
  int take(UUID id, Author author, Taken taken, Crossing crossing, @Nullable UUID disclosureId) {
    int seq =
        jdbc.sql(
                """
                update referral set steps = steps + 1,
                  over_at = case when :over and over_at is null then :at else over_at end
                where id = :id returning steps
                """)
            .param("id", id)
            .param("over", taken.owner() == Party.REQUESTER && taken.standing().status().ended())
            .param("at", Columns.utc(taken.at()))
            .query(Integer.class)
            .single();
    BusinessStatus business = taken.standing().businessStatus();
    Reason reason = taken.reason();
    jdbc.sql(
            """
            insert into referral_step (referral_id, seq, agency, other_agency, subject, by_party, step,
              status, business_status, reason, refusal, intake_at, proposed_service_id, taken_at,
              crossing, seen_by_other, disclosure_id, next_attempt_at)
            values (:id, :seq, :agency, :other, :subject, :party, :step, :status, :business, :reason,
              :refusal, :intakeAt, :proposed, :at, :crossing, :seen, :disclosure, :at)
            """)
        .param("id", id)
        .param("seq", seq)
        .param("agency", author.agency().value())
        .param("other", author.other().value())
        .param("subject", author.subject().value())
        .param("party", taken.by().name())
        .param("step", taken.step().name())
        .param("status", taken.standing().status().name())
        .param("business", business == null ? null : business.name())
        .param("reason", reason == null ? null : reason.name())
        .param("refusal", taken.refusal())
        .param("intakeAt", Columns.utcOrNull(taken.intakeAt()))
        .param("proposed", taken.proposedServiceId())
        .param("at", Columns.utcOrNull(taken.at()))
        .param("crossing", Crossings.code(crossing))
        .param("seen", taken.seenByOther())
        .param("disclosure", disclosureId)
        .update();
    return seq;
  }

  void delivered(UUID id, Instant at, UUID disclosureId, List<String> released, List<String> kept) {
    jdbc.sql(
            """
            update referral set delivered_at = :at, disclosure_id = :disclosure, categories = :released
            where id = :id and delivered_at is null
            """)
        .param("id", id)
        .param("at", Columns.utcOrNull(at))
        .param("disclosure", disclosureId)
        .param("released", released.toArray(String[]::new))
        .update();
    jdbc.sql("update referral_request set withheld = :kept where referral_id = :id")
        .param("id", id)
        .param("kept", kept.toArray(String[]::new))
        .update();
  }

  /**
   * The door has said whether it may still be read where it went.
   *
   * @param at when it said so
   * @return whether that is its last word so far
   */
  boolean judged(UUID id, boolean mayBeRead, Instant at) {
    return jdbc.sql(
                """
                update referral set consent_judged_at = :at,
                  consent_ended_at = case when :open then null else :at end
                where id = :id and (consent_judged_at is null or consent_judged_at < :at)
                """)
            .param("id", id)
            .param("open", mayBeRead)
            .param("at", Columns.utc(at))
            .update()
        == 1;
  }

  /** As the requester, whose clocks run from that time anew. */
  void watchAgain(UUID id, Instant since) {
    jdbc.sql("update referral_request set watched_since = :since where referral_id = :id")
        .param("id", id)
        .param("since", Columns.utc(since))
        .update();
  }

  /** Whether the client has taken back what it was sent by, and has not signed anew. */
  boolean hasConsentEnded(UUID id) {
    return jdbc.sql("select consent_ended_at is not null from referral where id = :id")
        .param("id", id)
        .query(Boolean.class)
        .single();
  }

  /** Whether the requester has ended it, be it that the receiver was not told. */
  boolean isOver(UUID id) {
    return jdbc.sql("select over_at is not null from referral where id = :id")
        .param("id", id)
        .query(Boolean.class)
        .single();
  }

  private Optional<Referral> one(String sql, UUID id) {
    List<Referral> found =
        withSteps(
            jdbc.sql(sql).param("id", id).query((row, n) -> ReferralRows.referral(row)).list());
    return found.stream().findFirst();
  }

  /** These, with what happened to them. */
  List<Referral> withSteps(List<Referral> referrals) {
    Map<UUID, List<Referral.Entry>> entries = new HashMap<>();
    jdbc.sql("select * from referral_step where referral_id = any(:ids) order by referral_id, seq")
        .param("ids", referrals.stream().map(Referral::id).toArray(UUID[]::new))
        .query(
            row -> {
              UUID id = row.getObject("referral_id", UUID.class);
              entries.computeIfAbsent(id, any -> new ArrayList<>()).add(ReferralRows.entry(row));
            });
    return referrals.stream().map(r -> with(r, entries.getOrDefault(r.id(), List.of()))).toList();
  }

  private static Referral with(Referral r, List<Referral.Entry> entries) {
    return new Referral(
        r.id(),
        r.requester(),
        r.receiver(),
        r.service(),
        r.purpose(),
        r.urgency(),
        r.createdAt(),
        r.deliveredAt(),
        r.disclosureId(),
        r.categories(),
        r.request(),
        List.copyOf(entries));
  }
}
