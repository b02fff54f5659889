package org.handrail.client.access;

import static org.handrail.platform.sql.Columns.instant;
import static org.handrail.platform.sql.Columns.utc;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Who of the acting agency was told that there is no such thing, at what kind of address and in
 * which hours. Rows are only ever added.
 */
@Repository
class DeniedAttempts {
  private final JdbcClient jdbc;

  DeniedAttempts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * One attempt.
   *
   * @param kind of address, without the ids: {@code clients-agreements}
   * @param at the first time in its hour
   */
  record Attempt(UUID id, String subject, String kind, Instant at) {}

  void keep(Person person, String kind, Instant at) {
    jdbc.sql(
            """
            insert into denied_attempt (agency, id, subject, kind, hour, tried_at)
            values (:agency, gen_random_uuid(), :subject, :kind, :hour, :at)
            on conflict (agency, subject, kind, hour) do nothing
            """)
        .param("agency", person.agency().value())
        .param("subject", person.subject().value())
        .param("kind", kind)
        .param("hour", utc(AccessLog.hour(at)))
        .param("at", utc(at))
        .update();
  }

  /** A page, the latest first. */
  List<Attempt> page(AgencyId agency, @Nullable UUID after, int limit) {
    return jdbc.sql(
            """
            select id, subject, kind, tried_at from denied_attempt
            where agency = :agency and (:after::uuid is null or (tried_at, id) < (
              select p.tried_at, p.id from denied_attempt p where p.agency = :agency and p.id = :after))
            order by tried_at desc, id desc limit :limit
            """)
        .param("agency", agency.value())
        .param("after", after)
        .param("limit", limit)
        .query(
            (row, _) ->
                new Attempt(
                    row.getObject("id", UUID.class),
                    row.getString("subject"),
                    row.getString("kind"),
                    instant(row, "tried_at")))
        .list();
  }
}
