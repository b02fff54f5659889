package org.handrail.client.emergency;

import static org.handrail.platform.sql.Columns.instant;
import static org.handrail.platform.sql.Columns.optionalInstant;
import static org.handrail.platform.sql.Columns.utc;
import static org.handrail.platform.sql.Columns.utcOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.handrail.client.client.ClientId;
import org.handrail.client.party.PartyId;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.http.Codes;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The accesses in emergencies, with what was found and said about them since. */
@Repository
class EmergencyAccesses {
  private static final String SELECT =
      """
      select e.*, d.id as disclosure_id, r.finding, r.note, r.reviewed_at, r.reviewed_by, t.told_at
      from %s e
      left join disclosure d on d.agency = e.agency and d.matter = 'emergency' and d.matter_id = e.id
      left join emergency_review r on r.agency = e.agency and r.emergency_id = e.id
      left join emergency_told t on t.agency = e.agency and t.emergency_id = e.id
      """;

  private final JdbcClient jdbc;

  EmergencyAccesses(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(AgencyId agency, EmergencyAccess access) {
    jdbc.sql(
            """
            insert into emergency_access (agency, id, client_id, recipient, profession, personnel, facility, discloser,
              happened_at, nature, why_no_consent, requested_at, requested_by, denial, expires_at)
            values (:agency, :id, :client, :recipient, :profession, :personnel, :facility, :discloser, :happenedAt, :nature,
              :why, :at, :by, :denial, :expiresAt)
            """)
        .params(EmergencyColumns.parameters(access.emergency()))
        .param("agency", agency.value())
        .param("id", access.id())
        .param("client", access.client().value())
        .param("recipient", access.recipient().value())
        .param("at", utc(access.requestedAt()))
        .param("by", access.requestedBy().value())
        .param("denial", access.denial())
        .param("expiresAt", utcOrNull(access.expiresAt()))
        .update();
  }

  void addReview(AgencyId agency, UUID id, EmergencyAccess.Review review) {
    jdbc.sql(
            """
            insert into emergency_review (agency, emergency_id, finding, note, reviewed_at, reviewed_by)
            values (:agency, :id, :finding, :note, :at, :by)
            """)
        .param("agency", agency.value())
        .param("id", id)
        .param("finding", Codes.of(review.finding()))
        .param("note", review.note())
        .param("at", utc(review.at()))
        .param("by", review.by().value())
        .update();
  }

  void addTold(AgencyId agency, UUID id, SubjectId by, Instant at) {
    jdbc.sql(
            """
            insert into emergency_told (agency, emergency_id, told_at, told_by) values (:agency, :id, :at, :by)
            on conflict do nothing
            """)
        .param("agency", agency.value())
        .param("id", id)
        .param("at", utc(at))
        .param("by", by.value())
        .update();
  }

  EmergencyAccess.Whose whose(AgencyId agency, UUID id) {
    return jdbc.sql(
            """
            select client_id, case when denial is null then requested_by end as told
            from emergency_access where agency = :agency and id = :id
            """)
        .param("agency", agency.value())
        .param("id", id)
        .query(
            (row, _) ->
                new EmergencyAccess.Whose(
                    new ClientId(row.getObject("client_id", UUID.class)),
                    Optional.ofNullable(row.getString("told")).map(SubjectId::new).orElse(null)))
        .optional()
        .orElseGet(EmergencyAccess.Whose::nobodys);
  }

  Optional<EmergencyAccess> find(AgencyId agency, UUID id) {
    return jdbc.sql(
            SELECT.formatted("emergency_access") + "where e.agency = :agency and e.id = :id")
        .param("agency", agency.value())
        .param("id", id)
        .query(EmergencyAccesses::read)
        .optional();
  }

  /**
   * Which of them are asked for.
   *
   * @param records of one person; without any, of everybody
   * @param by asked for by one person; of what was denied, only of clients at whose side they are
   * @param toReview released, and nobody looked at it yet
   */
  record Wanted(List<ClientId> records, @Nullable SubjectId by, boolean toReview) {}

  /** Oldest first, those after that one. */
  List<EmergencyAccess> page(AgencyId agency, Wanted wanted, @Nullable UUID after, int limit) {
    return jdbc.sql(
            """
            with seen as not materialized (select * from emergency_access e
              where e.agency = :agency
                and (cardinality(:records::uuid[]) = 0 or e.client_id = any (:records::uuid[]))
                and (:by::text is null or (e.requested_by = :by and (e.denial is null or exists (
                  select from assignment a where a.agency = e.agency and a.client_id = e.client_id and a.subject = :by)))))
            """
                + SELECT.formatted("seen")
                + """
                where (not :toReview or (e.denial is null and r.emergency_id is null))
                  and (:after::uuid is null or (e.requested_at, e.id) > (
                    select p.requested_at, p.id from seen p where p.id = :after))
                order by e.requested_at, e.id limit :limit
                """)
        .param("agency", agency.value())
        .param("records", wanted.records().stream().map(ClientId::value).toArray(UUID[]::new))
        .param("by", wanted.by() == null ? null : wanted.by().value())
        .param("toReview", wanted.toReview())
        .param("after", after)
        .param("limit", limit)
        .query(EmergencyAccesses::read)
        .list();
  }

  private static EmergencyAccess read(ResultSet row, int number) throws SQLException {
    var finding = row.getString("finding");
    return new EmergencyAccess(
        row.getObject("id", UUID.class),
        new ClientId(row.getObject("client_id", UUID.class)),
        new PartyId(row.getString("recipient")),
        EmergencyColumns.read(row),
        instant(row, "requested_at"),
        new SubjectId(row.getString("requested_by")),
        row.getString("denial"),
        optionalInstant(row, "expires_at"),
        row.getObject("disclosure_id", UUID.class),
        finding == null
            ? null
            : new EmergencyAccess.Review(
                Codes.to(EmergencyAccess.Finding.class, finding),
                row.getString("note"),
                instant(row, "reviewed_at"),
                new SubjectId(row.getString("reviewed_by"))),
        optionalInstant(row, "told_at"));
  }
}
