package org.handrail.referral.referral;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.platform.assignment.MergedRecords;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.Person;
import org.handrail.platform.caller.Role;
import org.handrail.platform.http.PagePlace;
import org.handrail.referral.referral.lifecycle.TaskStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lists of the current agency's referrals, page by page, the newest first. */
@Repository
class ReferralLists {
  private final JdbcClient jdbc;
  private final Referrals referrals;
  private final MergedRecords merged;

  ReferralLists(JdbcClient jdbc, Referrals referrals, MergedRecords merged) {
    this.jdbc = jdbc;
    this.referrals = referrals;
    this.merged = merged;
  }

  /**
   * What is looked for; whatever is absent does not matter.
   *
   * @param clientId of the requester's own client, on whichever record of theirs it was made
   * @param status as the current agency sees it
   * @param from the agency that referred
   */
  record Sought(
      @Nullable UUID clientId,
      @Nullable TaskStatus status,
      @Nullable Urgency urgency,
      @Nullable String from) {}

  /**
   * Sent by the current agency for clients to whom the person is assigned, or for all when they
   * supervise it.
   */
  List<Referral> out(Person person, Sought sought, @Nullable PagePlace after, int limit) {
    Map<String, Object> params = new HashMap<>();
    params.put("agency", person.agency().value());
    params.put("subject", person.subject().value());
    params.put("supervisor", person.is(Role.SUPERVISOR));
    String where =
        """
        where r.agency = :agency and (:supervisor or exists (select 1 from client_assignment a
          where a.agency = r.agency and a.client_id = q.client_id and a.subject = :subject))
        """;
    UUID client = sought.clientId();
    if (client != null) {
      where += "and q.client_id = any(:records)\n";
      params.put("records", merged.ofPerson(person, client).toArray(UUID[]::new));
    }
    return page(where + filters(sought, params), "created_at", params, after, limit);
  }

  /** Delivered to the current agency. */
  List<Referral> in(AgencyId agency, Sought sought, @Nullable PagePlace after, int limit) {
    Map<String, Object> params = new HashMap<>();
    params.put("agency", agency.value());
    String where = "where r.receiver_agency = :agency and r.delivered_at is not null\n";
    if (sought.urgency() != null) {
      // Who was not told how urgent it is does not find that out by asking for it.
      where += "and 'referral' = any(r.categories)\n";
    }
    return page(where + filters(sought, params), "delivered_at", params, after, limit);
  }

  private static String filters(Sought sought, Map<String, Object> params) {
    String more = "";
    Urgency urgency = sought.urgency();
    if (urgency != null) {
      more += "and r.urgency = :urgency\n";
      params.put("urgency", urgency.name());
    }
    String from = sought.from();
    if (from != null) {
      more += "and r.agency = :from\n";
      params.put("from", from);
    }
    TaskStatus status = sought.status();
    if (status != null) {
      more += "and " + STANDING + " = :status\n";
      params.put("status", status.name());
    }
    return more;
  }

  // As lifecycle.History has it: a correction goes before all, the first end before what followed.
  // Row security leaves the steps that the current agency may see.
  private static final String STANDING =
      """
      coalesce((select s.status from referral_step s where s.referral_id = r.id
        order by s.status <> 'ENTERED_IN_ERROR',
          s.status not in ('REJECTED', 'COMPLETED', 'FAILED', 'CANCELLED'),
          case when s.status in ('REJECTED', 'COMPLETED', 'FAILED', 'CANCELLED')
            then s.seq else -s.seq end
        limit 1), 'DRAFT')\
      """;

  private List<Referral> page(
      String where, String by, Map<String, Object> params, @Nullable PagePlace after, int limit) {
    return referrals.withSteps(
        jdbc.sql(
                Referrals.SELECT
                    + where
                    + PagePlace.following(after, "r." + by, "r.id", params)
                    + "order by r.%s desc, r.id desc limit :limit".formatted(by))
            .params(params)
            .param("limit", limit)
            .query((row, number) -> ReferralRows.referral(row))
            .list());
  }
}
