package org.handrail.referral.referral;

import java.util.UUID;
import org.handrail.platform.assignment.MergedRecords;
import org.handrail.platform.caller.Person;
import org.handrail.platform.caller.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What became of referrals, by what the requester's people can see of each. */
@Repository
class Outcomes {
  private final JdbcClient jdbc;
  private final MergedRecords merged;

  Outcomes(JdbcClient jdbc, MergedRecords merged) {
    this.jdbc = jdbc;
    this.merged = merged;
  }

  /**
   * How many referrals came how far. A letter that was sent is no outcome: what counts is that
   * people came, and stayed (R11); who is said afterwards not to have come counts for neither.
   */
  record Counts(int sent, int delivered, int attended, int engaged) {}

  private UUID[] records(Person person, UUID clientId) {
    return merged.ofPerson(person, clientId).toArray(UUID[]::new);
  }

  /** Of the clients to whom the person is assigned, or of all whom they supervise. */
  Counts of(Person person, @Nullable UUID clientId) {
    return jdbc.sql(
            """
            select count(*) filter (where steps @> '{SENDING}') as sent,
              count(*) filter (where steps @> '{SENDING}' and delivered_at is not null) as delivered,
              count(*) filter (where came and steps && '{ATTENDED,ENGAGED}') as attended,
              count(*) filter (where came and steps @> '{ENGAGED}') as engaged
            from (
              select r.delivered_at, array(select s.step from referral_step s
                  where s.referral_id = r.id and (s.agency = r.agency or s.seen_by_other)) as steps,
                not exists (select from referral_step s where s.referral_id = r.id
                  and s.reason = 'DID_NOT_ARRIVE' and (s.agency = r.agency or s.seen_by_other)) as came
              from referral r join referral_request q on q.referral_id = r.id
              where r.agency = :agency
                and (:records::uuid[] is null or q.client_id = any(:records))
                and (:supervisor or exists (select 1 from client_assignment a
                  where a.agency = r.agency and a.client_id = q.client_id and a.subject = :subject))
                and not exists (select 1 from referral_step e where e.referral_id = r.id
                  and e.step = 'ENTERED_IN_ERROR' and (e.agency = r.agency or e.seen_by_other))) seen
            """)
        .param("agency", person.agency().value())
        .param("subject", person.subject().value())
        .param("supervisor", person.is(Role.SUPERVISOR))
        .param("records", clientId == null ? null : records(person, clientId))
        .query(
            (row, _) ->
                new Counts(
                    row.getInt("sent"),
                    row.getInt("delivered"),
                    row.getInt("attended"),
                    row.getInt("engaged")))
        .single();
  }
}
