package org.handrail.client.encounter;

import static org.handrail.platform.sql.Columns.utc;

import java.time.Instant;
import java.util.List;
import org.handrail.client.client.ClientId;
import org.handrail.client.client.TimesOfContact;
import org.handrail.platform.caller.AgencyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The encounters with the client, and with them the groups that they wanted on their record. */
@Repository
class TimesTogether implements TimesOfContact {
  private final JdbcClient jdbc;

  TimesTogether(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Contact> between(AgencyId agency, ClientId client, Instant from, Instant until) {
    return jdbc.sql(
            """
            select greatest(v.started_at, :from) as contact_from, least(v.ended_at, :until) as contact_until
            from encounter e join encounter_version v
              on v.agency = e.agency and v.encounter_id = e.id and v.version = e.version
            where e.agency = :agency and e.client_id in (select records_of_person(:agency, :client))
              and v.started_at < :until and v.ended_at > :from and not is_withdrawn(e.agency, e.id)
            """)
        .param("agency", agency.value())
        .param("client", client.value())
        .param("from", utc(from))
        .param("until", utc(until))
        .query(Contact::read)
        .list();
  }
}
