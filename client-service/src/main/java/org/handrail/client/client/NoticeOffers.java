package org.handrail.client.client;

import static org.handrail.platform.sql.Columns.optionalInstant;

import java.util.List;
import java.util.UUID;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.SubjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Whom of the acting agency's clients a newer notice is to be offered (P2-NPP-2): nobody who went
 * or died, and whoever has several records once, by the one that stands for them.
 */
@Repository
class NoticeOffers {
  private final JdbcClient jdbc;

  NoticeOffers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A page in the order of registration, of somebody's own clients or, without one, of all. */
  List<NoticeOffer> page(
      AgencyId agency,
      @Nullable SubjectId assignedTo,
      String current,
      @Nullable UUID after,
      int limit) {
    return jdbc.sql(
            """
            with seen as not materialized (select * from client c
              where c.agency = :agency and (:subject::text is null or exists (select from assignment a
                where a.agency = c.agency and a.client_id = c.id and a.subject = :subject and a.relation <> 'self')))
            select c.id, c.name_to_use, given.version, given.given_at, deferred.reason, deferred.remind_at
            from seen c
            left join lateral (select n.version, n.given_at from notice_given n
              where n.agency = c.agency and n.client_id in (select records_of_person(c.agency, c.id)) order by n.given_at desc, n.recorded_at desc limit 1) given on true
            left join lateral (select d.reason, d.remind_at, d.deferred_at from notice_deferral d
              where d.agency = c.agency and d.client_id in (select records_of_person(c.agency, c.id)) and given.version is null
              order by d.deferred_at desc limit 1) deferred on true
            where (given.version <> :current or deferred.reason is not null)
              and not exists (select from merge m where m.agency = c.agency and m.merged = c.id and m.undone_at is null)
              and is_there(c.agency, c.id, deferred.deferred_at)
              and (:after::uuid is null or (c.registered_at, c.id) > (
                select p.registered_at, p.id from seen p where p.id = :after))
            order by c.registered_at, c.id limit :limit
            """)
        .param("agency", agency.value())
        .param("subject", assignedTo == null ? null : assignedTo.value())
        .param("current", current)
        .param("after", after)
        .param("limit", limit)
        .query(
            (row, _) ->
                new NoticeOffer(
                    row.getObject("id", UUID.class),
                    row.getString("name_to_use"),
                    row.getString("version"),
                    optionalInstant(row, "given_at"),
                    row.getString("reason"),
                    optionalInstant(row, "remind_at"),
                    current))
        .list();
  }
}
