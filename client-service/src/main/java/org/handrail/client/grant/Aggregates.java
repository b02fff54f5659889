package org.handrail.client.grant;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.handrail.client.specialist.RosterSettings;
import org.handrail.platform.caller.AgencyId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Counts of an agency's clients by its years: all that research and public health ever read
 * (P2-RES-1, P2-PHA-1). A count of one to ten is not told, and there are no totals from which it
 * could be worked out.
 */
@Repository
class Aggregates {
  private static final int FEWEST = 11;

  private final JdbcClient jdbc;
  private final RosterSettings settings;

  Aggregates(JdbcClient jdbc, RosterSettings settings) {
    this.jdbc = jdbc;
    this.settings = settings;
  }

  /**
   * @param clients none when there are too few to tell
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Count(String measure, int year, @Nullable Long clients) {}

  List<Count> counts(AgencyId agency) {
    return jdbc.sql(
            """
            select measure, year, case when n >= :fewest then n end as clients from (
              select 'registered' as measure, extract(year from registered_at at time zone :zone)::int as year,
                  count(distinct person_of(agency, id)) as n
                from client where agency = :agency group by 2
              union all
              select 'enrolled', extract(year from enrolled_at at time zone :zone)::int, count(distinct person_of(agency, id))
                from client where agency = :agency and enrolled_at is not null group by 2
              union all
              select 'referred', extract(year from decided_at at time zone :zone)::int, count(distinct person_of(agency, client_id))
                from disclosure where agency = :agency and outcome = 'released' and referral_id is not null group by 2
            ) counted order by measure, year
            """)
        .param("agency", agency.value())
        .param("zone", settings.of(agency).zone().getId())
        .param("fewest", FEWEST)
        .query(
            (row, _) ->
                new Count(
                    row.getString("measure"),
                    row.getInt("year"),
                    row.getObject("clients", Long.class)))
        .list();
  }
}
