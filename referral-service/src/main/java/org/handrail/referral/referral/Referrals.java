package org.handrail.referral.referral;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.Person;
import org.handrail.platform.caller.Role;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.sql.Columns;
import org.handrail.referral.referral.lifecycle.BusinessStatus;
import org.handrail.referral.referral.lifecycle.Party;
import org.handrail.referral.referral.lifecycle.Reason;
import org.handrail.referral.referral.lifecycle.Standing;
import org.handrail.referral.referral.lifecycle.Step;
import org.handrail.referral.referral.lifecycle.Taken;
import org.handrail.referral.referral.lifecycle.TaskStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Referrals of the current agency: those that it made, and those that were delivered to it. */
@Repository
class Referrals {
  private static final String SELECT =
      """
      select r.*, q.client_id, q.option_set_id, q.need, q.required, q.optional, q.withheld, q.reason,
        q.way_back, q.drafted_by
      from referral r left join referral_request q on q.referral_id = r.id
      """;

  private final JdbcClient jdbc;

  Referrals(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Where a page ended. */
  record Place(Instant at, UUID id) {}

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
    Referral.Request request = required(referral.request());
    jdbc.sql(
            """
            insert into referral_request (referral_id, agency, client_id, option_set_id, need,
              required, optional, reason, way_back, drafted_by)
            values (:id, :agency, :client, :options, :need, :required, :optional, :reason, :wayBack,
              :by)
            """)
        .param("id", referral.id())
        .param("agency", referral.requester().value())
        .param("client", request.clientId())
        .param("options", request.optionSetId())
        .param("need", request.need())
        .param("required", request.required().toArray(String[]::new))
        .param("optional", request.optional().toArray(String[]::new))
        .param("reason", request.reason())
        .param("wayBack", request.wayBack())
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

  /**
   * Sent by the current agency for clients to whom the person is assigned, or for all when they
   * supervise it; the newest first.
   */
  List<Referral> out(Person person, @Nullable UUID clientId, @Nullable Place after, int limit) {
    Map<String, Object> params = new HashMap<>();
    params.put("agency", person.agency().value());
    params.put("subject", person.subject().value());
    params.put("supervisor", person.is(Role.SUPERVISOR));
    String where =
        """
        where r.agency = :agency and (:supervisor or exists (select 1 from client_assignment a
          where a.agency = r.agency and a.client_id = q.client_id and a.subject = :subject))
        """;
    if (clientId != null) {
      where += "and q.client_id = :client\n";
      params.put("client", clientId);
    }
    return page(where, "created_at", params, after, limit);
  }

  /** Delivered to the current agency; the newest first. */
  List<Referral> in(AgencyId agency, @Nullable Place after, int limit) {
    Map<String, Object> params = new HashMap<>();
    params.put("agency", agency.value());
    return page(
        "where r.receiver_agency = :agency and r.delivered_at is not null\n",
        "delivered_at",
        params,
        after,
        limit);
  }

  /**
   * Adds a step to a locked referral.
   *
   * @return how many steps the referral has now, for the order of its events
   */
  int take(UUID id, Author author, Taken taken, Crossing crossing, @Nullable UUID disclosureId) {
    int seq =
        jdbc.sql("update referral set steps = steps + 1 where id = :id returning steps")
            .param("id", id)
            .query(Integer.class)
            .single();
    BusinessStatus business = taken.standing().businessStatus();
    Reason reason = taken.reason();
    jdbc.sql(
            """
            insert into referral_step (referral_id, seq, agency, other_agency, subject, by_party, step,
              status, business_status, reason, refusal, intake_at, taken_at, crossing, seen_by_other,
              disclosure_id, next_attempt_at)
            values (:id, :seq, :agency, :other, :subject, :party, :step, :status, :business, :reason,
              :refusal, :intakeAt, :at, :crossing, :seen, :disclosure, :at)
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

  private Optional<Referral> one(String sql, UUID id) {
    List<Referral> found =
        withSteps(jdbc.sql(sql).param("id", id).query((row, n) -> referral(row)).list());
    return found.stream().findFirst();
  }

  private List<Referral> page(
      String where, String by, Map<String, Object> params, @Nullable Place after, int limit) {
    String from = where;
    if (after != null) {
      from += "and (r.%s, r.id) < (:afterAt, :afterId)\n".formatted(by);
      params.put("afterAt", Columns.utc(after.at()));
      params.put("afterId", after.id());
    }
    return withSteps(
        jdbc.sql(SELECT + from + "order by r.%s desc, r.id desc limit :limit".formatted(by))
            .params(params)
            .param("limit", limit)
            .query((row, n) -> referral(row))
            .list());
  }

  private List<Referral> withSteps(List<Referral> referrals) {
    Map<UUID, List<Referral.Entry>> entries = new HashMap<>();
    jdbc.sql("select * from referral_step where referral_id = any(:ids) order by referral_id, seq")
        .param("ids", referrals.stream().map(Referral::id).toArray(UUID[]::new))
        .query(
            row -> {
              UUID id = row.getObject("referral_id", UUID.class);
              entries.computeIfAbsent(id, any -> new ArrayList<>()).add(entry(row));
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

  private static Referral referral(ResultSet row) throws SQLException {
    return new Referral(
        row.getObject("id", UUID.class),
        new AgencyId(row.getString("agency")),
        new AgencyId(row.getString("receiver_agency")),
        new Referral.Service(
            row.getObject("service_id", UUID.class),
            row.getString("service_name"),
            row.getString("organization_name")),
        Purpose.valueOf(row.getString("purpose")),
        Urgency.valueOf(row.getString("urgency")),
        Columns.instant(row, "created_at"),
        Columns.optionalInstant(row, "delivered_at"),
        row.getObject("disclosure_id", UUID.class),
        Columns.texts(row, "categories"),
        request(row),
        List.of());
  }

  private static Referral.@Nullable Request request(ResultSet row) throws SQLException {
    UUID client = row.getObject("client_id", UUID.class);
    if (client == null) {
      return null;
    }
    return new Referral.Request(
        client,
        row.getObject("option_set_id", UUID.class),
        row.getString("need"),
        Columns.texts(row, "required"),
        Columns.texts(row, "optional"),
        Columns.texts(row, "withheld"),
        row.getString("reason"),
        row.getObject("way_back", Boolean.class),
        new SubjectId(row.getString("drafted_by")));
  }

  static Referral.Entry entry(ResultSet row) throws SQLException {
    String business = row.getString("business_status");
    String reason = row.getString("reason");
    Taken taken =
        new Taken(
            Step.valueOf(row.getString("step")),
            Party.valueOf(row.getString("by_party")),
            new Standing(
                TaskStatus.valueOf(row.getString("status")),
                business == null ? null : BusinessStatus.valueOf(business)),
            reason == null ? null : Reason.valueOf(reason),
            row.getString("refusal"),
            Columns.optionalInstant(row, "intake_at"),
            Columns.instant(row, "taken_at"),
            row.getBoolean("seen_by_other"));
    return new Referral.Entry(
        row.getInt("seq"),
        taken,
        Crossings.crossing(row.getString("crossing")),
        row.getObject("disclosure_id", UUID.class));
  }

  private static Referral.Request required(Referral.@Nullable Request request) {
    if (request == null) {
      throw new IllegalArgumentException("only the requester adds a referral");
    }
    return request;
  }
}
