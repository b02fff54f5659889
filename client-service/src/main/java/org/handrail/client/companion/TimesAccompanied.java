package org.handrail.client.companion;

import static org.handrail.platform.sql.Columns.utc;

import java.time.Instant;
import java.util.List;
import org.handrail.client.client.ClientId;
import org.handrail.client.client.TimesOfContact;
import org.handrail.platform.caller.AgencyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** A companion's shifts, as far as the agreement held: one that it ended before never began. */
@Repository
class TimesAccompanied implements TimesOfContact {
  private final JdbcClient jdbc;

  TimesAccompanied(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Contact> between(AgencyId agency, ClientId client, Instant from, Instant until) {
    return jdbc.sql(
            """
            select greatest(starts_at, :from) as contact_from, least(ends_at, :until) as contact_until
            from companion_shift_held
            where agency = :agency and client_id in (select records_of_person(:agency, :client))
              and starts_at < :until and ends_at > :from
            """)
        .param("agency", agency.value())
        .param("client", client.value())
        .param("from", utc(from))
        .param("until", utc(until))
        .query(Contact::read)
        .list();
  }
}
