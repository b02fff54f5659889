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
            select greatest(s.starts_at, :from) as contact_from,
              least(s.ends_at, coalesce(a.ended_at, :until), :until) as contact_until
            from companion_agreement a join companion_shift s on s.agency = a.agency and s.agreement_id = a.id
            where a.agency = :agency and a.client_id in (select records_of_person(:agency, :client))
              and s.starts_at < :until and s.ends_at > :from
              and (a.ended_at is null or a.ended_at > greatest(s.starts_at, :from))
            """)
        .param("agency", agency.value())
        .param("client", client.value())
        .param("from", utc(from))
        .param("until", utc(until))
        .query(Contact::read)
        .list();
  }
}
