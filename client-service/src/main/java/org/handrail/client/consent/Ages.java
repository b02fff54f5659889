package org.handrail.client.consent;

import static org.handrail.platform.sql.Columns.utc;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.handrail.client.client.ClientId;
import org.handrail.client.consent.minor.Age;
import org.handrail.client.consent.minor.Minors;
import org.handrail.platform.caller.AgencyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * How old people are by any of their records at the acting agency. Where these differ the latest
 * date of birth counts: nobody is taken to be older than they may be (P2-CON-9).
 */
@Repository
class Ages {
  private final JdbcClient jdbc;
  private final Minors minors;

  Ages(JdbcClient jdbc, Minors minors) {
    this.jdbc = jdbc;
    this.minors = minors;
  }

  Age of(AgencyId agency, ClientId client) {
    return age(
        """
        select max(date_of_birth) from client
        where agency = :agency and id = any (array(select records_of_person(:agency, :client)))
        """,
        agency,
        client,
        Map.of());
  }

  /** By the records, and the dates of birth on them, that were known of the person at that time. */
  Age knownAt(AgencyId agency, ClientId client, Instant at) {
    return age(
        """
        select max(born_as_known_at(:agency, id, :at)) from records_of_person_at(:agency, :client, :at) as id
        """,
        agency,
        client,
        Map.of("at", utc(at)));
  }

  private Age age(String latestBirth, AgencyId agency, ClientId client, Map<String, ?> further) {
    return minors.age(
        agency,
        jdbc.sql(latestBirth)
            .param("agency", agency.value())
            .param("client", client.value())
            .params(further)
            .query(LocalDate.class)
            .optional()
            .orElse(null));
  }
}
