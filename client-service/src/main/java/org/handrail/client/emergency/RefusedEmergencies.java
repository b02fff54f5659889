package org.handrail.client.emergency;

import static org.handrail.platform.sql.Columns.instant;
import static org.handrail.platform.sql.Columns.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.handrail.client.client.ClientId;
import org.handrail.client.consent.DenialCode;
import org.handrail.client.party.PartyId;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.SubjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The refused accesses that wait to be written down. */
@Repository
class RefusedEmergencies {
  private final JdbcClient jdbc;

  RefusedEmergencies(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(AgencyId agency, RefusedEmergency refused) {
    jdbc.sql(
            """
            insert into refused_emergency (agency, id, client_id, legal_name, date_of_birth, recipient, profession, personnel,
              facility, discloser, happened_at, nature, why_no_consent, requested_at, requested_by, denial)
            values (:agency, :id, :client, :name, :born, :recipient, :profession, :personnel, :facility, :discloser,
              :happenedAt, :nature, :why, :at, :by, :denial)
            """)
        .params(EmergencyColumns.parameters(refused.emergency()))
        .params(whom(refused.whom()))
        .param("agency", agency.value())
        .param("id", refused.id())
        .param("recipient", refused.recipient().value())
        .param("at", utc(refused.requestedAt()))
        .param("by", refused.requestedBy().value())
        .param("denial", refused.denial().code())
        .update();
  }

  private static Map<String, @Nullable Object> whom(Sought sought) {
    Map<String, @Nullable Object> whom = new HashMap<>();
    whom.put("client", sought instanceof Sought.ByRecord(var client) ? client.value() : null);
    whom.put("name", sought instanceof Sought.ByPapers(var name, var _) ? name : null);
    whom.put("born", sought instanceof Sought.ByPapers(var _, var born) ? born : null);
    return whom;
  }

  /** The one of that id, which is not kept any longer. */
  Optional<RefusedEmergency> take(AgencyId agency, UUID id) {
    return jdbc.sql("delete from refused_emergency where agency = :agency and id = :id returning *")
        .param("agency", agency.value())
        .param("id", id)
        .query(RefusedEmergencies::read)
        .optional();
  }

  private static RefusedEmergency read(ResultSet row, int number) throws SQLException {
    var client = row.getObject("client_id", UUID.class);
    return new RefusedEmergency(
        row.getObject("id", UUID.class),
        client == null
            ? new Sought.ByPapers(
                row.getString("legal_name"), row.getObject("date_of_birth", LocalDate.class))
            : new Sought.ByRecord(new ClientId(client)),
        new PartyId(row.getString("recipient")),
        EmergencyColumns.read(row),
        DenialCode.of(row.getString("denial")),
        instant(row, "requested_at"),
        new SubjectId(row.getString("requested_by")));
  }
}
