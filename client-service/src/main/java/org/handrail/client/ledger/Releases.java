package org.handrail.client.ledger;

import static org.handrail.platform.sql.Columns.texts;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.handrail.client.client.ClientId;
import org.handrail.client.party.PartyId;
import org.handrail.platform.caller.AgencyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What has gone out of the door, and who has it. */
@Repository
public class Releases {
  private final JdbcClient jdbc;

  Releases(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What each referral of a client went out with, the last time that it did. */
  public List<Link> sendings(AgencyId agency, ClientId client) {
    return jdbc.sql(
            """
            select distinct on (referral_id) * from (%s
              where agency = :agency and client_id = :client and outcome = 'released' and step like 'sending-%%') sent
            order by referral_id, position desc
            """
                .formatted(LinkRows.SELECT))
        .param("agency", agency.value())
        .param("client", client.value())
        .query(LinkRows::read)
        .list();
  }

  /**
   * Of these releases, those that their recipient has read, each with the categories without which
   * it would not have gone; those of which that is not known are left out.
   */
  public Map<UUID, Set<String>> requiredOfRead(AgencyId agency, Collection<UUID> releases) {
    var required = new HashMap<UUID, Set<String>>();
    jdbc.sql(
            """
            select disclosure_id, required from disclosure_package
            where agency = :agency and disclosure_id = any(:ids) and fetched_at is not null and required is not null
            """)
        .param("agency", agency.value())
        .param("ids", releases.toArray(UUID[]::new))
        .query(
            row -> {
              required.put(
                  row.getObject("disclosure_id", UUID.class), Set.copyOf(texts(row, "required")));
            });
    return required;
  }

  /**
   * Who has something that was released on that basis, each with what they were sent last of it: of
   * what goes with a referral only what they have read, since the rest is closed to them.
   */
  public Map<PartyId, UUID> lastReceived(AgencyId agency, ClientId client, String basis) {
    var last = new LinkedHashMap<PartyId, UUID>();
    jdbc.sql(
            """
            select d.recipient, d.id from disclosure d join disclosure_package p on p.disclosure_id = d.id
            where d.agency = :agency and d.client_id = :client and d.basis = :basis and d.outcome = 'released'
              and (p.fetched_at is not null or d.matter is not null)
            order by d.position
            """)
        .param("agency", agency.value())
        .param("client", client.value())
        .param("basis", basis)
        .query(
            row -> {
              last.put(new PartyId(row.getString("recipient")), row.getObject("id", UUID.class));
            });
    return last;
  }
}
