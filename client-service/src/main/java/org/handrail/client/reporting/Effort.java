package org.handrail.client.reporting;

import static org.handrail.platform.sql.Columns.utc;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.handrail.platform.caller.AgencyId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What of peers' time each funder carried, counted over many clients (R25). Of fewer than eleven
 * people a funder is told nothing but that it was fewer; two records of one person are one person.
 */
@Repository
class Effort {
  private static final int FEWEST = 11;

  private final JdbcClient jdbc;

  Effort(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A funder's line.
   *
   * @param suppressed whether its numbers are held back, being of too few people
   * @param minutes of peers' time, each encounter's by the funder's share
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Line(
      String source, boolean suppressed, @Nullable Long encounters, @Nullable Long minutes) {}

  /** One line for each funder of that time; there is no sum, from which a line could be told. */
  List<Line> between(AgencyId agency, Instant from, Instant until) {
    return jdbc.sql(
            """
            select share.source, count(distinct person_of(e.agency, e.client_id)) as people, count(*) as encounters,
              round(sum(extract(epoch from v.ended_at - v.started_at) / 60 * share.percent / 100)) as minutes
            from encounter e
              join encounter_version v on v.agency = e.agency and v.encounter_id = e.id and v.version = e.version
              cross join lateral unnest(v.funding_sources, v.funding_percents) as share (source, percent)
            where e.agency = :agency and e.started_at >= :from and e.started_at < :until
              and not is_withdrawn(e.agency, e.id)
            group by share.source order by share.source
            """)
        .param("agency", agency.value())
        .param("from", utc(from))
        .param("until", utc(until))
        .query(
            (row, _) ->
                row.getLong("people") < FEWEST
                    ? new Line(row.getString("source"), true, null, null)
                    : new Line(
                        row.getString("source"),
                        false,
                        row.getLong("encounters"),
                        row.getLong("minutes")))
        .list();
  }
}
