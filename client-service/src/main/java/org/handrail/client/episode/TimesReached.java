package org.handrail.client.episode;

import static org.handrail.platform.sql.Columns.utc;

import java.time.Instant;
import java.util.List;
import org.handrail.client.client.ClientId;
import org.handrail.client.client.TimesOfContact;
import org.handrail.platform.caller.AgencyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** When an attempt reached the client. */
@Repository
class TimesReached implements TimesOfContact {
  private final JdbcClient jdbc;

  TimesReached(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Contact> between(AgencyId agency, ClientId client, Instant from, Instant until) {
    return jdbc.sql(
            """
            select attempted_at as contact_from, attempted_at as contact_until from attempt
            where agency = :agency and client_id in (select records_of_person(:agency, :client)) and outcome = 'reached'
              and attempted_at >= :from and attempted_at < :until and not is_withdrawn(agency, id)
            """)
        .param("agency", agency.value())
        .param("client", client.value())
        .param("from", utc(from))
        .param("until", utc(until))
        .query(Contact::read)
        .list();
  }
}
