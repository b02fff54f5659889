package org.handrail.client.emergency;

import static org.handrail.platform.sql.Columns.texts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.handrail.client.client.ClientId;
import org.handrail.platform.act.ActColumns;
import org.handrail.platform.act.RecordedAct;
import org.handrail.platform.caller.AgencyId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The emergency cards of an agency's clients; earlier versions stay. */
@Repository
class EmergencyCards {
  private final JdbcClient jdbc;

  EmergencyCards(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A card as it is on file.
   *
   * @param version 0 while the client has said nothing
   */
  record OnFile(EmergencyCard card, @Nullable RecordedAct act, long version) {
    static final OnFile NONE = new OnFile(EmergencyCard.EMPTY, null, 0);

    /** When the client said it, if they did. */
    @Nullable Instant saidAt() {
      return act == null ? null : act.at();
    }
  }

  void add(AgencyId agency, ClientId client, long version, EmergencyCard card, RecordedAct act) {
    var contact = card.contact();
    jdbc.sql(
            """
            insert into emergency_card (agency, client_id, version, medications, allergies, overdose, naloxone, contact_name,
              contact_phone, contact_relation, act_kind, act_at, act_words, act_recorded_by, act_recorded_at)
            values (:agency, :client, :version, :medications, :allergies, :overdose, :naloxone, :name, :phone, :relation,
              :actKind, :actAt, :actWords, :actRecordedBy, :actRecordedAt)
            """)
        .params(ActColumns.parameters(act))
        .param("agency", agency.value())
        .param("client", client.value())
        .param("version", version)
        .param("medications", card.medications().toArray(String[]::new))
        .param("allergies", card.allergies().toArray(String[]::new))
        .param("overdose", card.overdose())
        .param("naloxone", card.naloxone())
        .param("name", contact == null ? null : contact.name())
        .param("phone", contact == null ? null : contact.phone())
        .param("relation", contact == null ? null : contact.relation())
        .update();
  }

  OnFile latest(AgencyId agency, ClientId client) {
    return jdbc.sql(
            """
            select * from emergency_card where agency = :agency and client_id = :client order by version desc limit 1
            """)
        .param("agency", agency.value())
        .param("client", client.value())
        .query(EmergencyCards::read)
        .optional()
        .orElse(OnFile.NONE);
  }

  /**
   * The latest card of each record of the person whose record this is, what they said last first.
   */
  List<OnFile> ofPerson(AgencyId agency, ClientId client) {
    return jdbc.sql(
            """
            select * from (
              select distinct on (client_id) * from emergency_card
              where agency = :agency and client_id in (select records_of_person(:agency, :client))
              order by client_id, version desc) latest
            order by act_at desc, act_recorded_at desc
            """)
        .param("agency", agency.value())
        .param("client", client.value())
        .query(EmergencyCards::read)
        .list();
  }

  private static OnFile read(ResultSet row, int number) throws SQLException {
    var name = row.getString("contact_name");
    return new OnFile(
        new EmergencyCard(
            texts(row, "medications"),
            texts(row, "allergies"),
            row.getString("overdose"),
            row.getString("naloxone"),
            name == null
                ? null
                : new EmergencyCard.Contact(
                    name, row.getString("contact_phone"), row.getString("contact_relation"))),
        Objects.requireNonNull(ActColumns.read(row)),
        row.getLong("version"));
  }
}
