package org.handrail.client.supporter;

import static org.handrail.platform.sql.Columns.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.handrail.client.client.ClientId;
import org.handrail.client.client.Contact;
import org.handrail.platform.act.ActColumns;
import org.handrail.platform.act.ActView;
import org.handrail.platform.act.RecordedAct;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.http.Codes;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Who stands by the acting agency's clients. */
@Repository
class Supporters {
  private final JdbcClient jdbc;
  private final JsonMapper json;

  Supporters(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /**
   * @param own by which they agreed themselves that more is kept of them than the client's words
   */
  UUID add(
      AgencyId agency,
      ClientId client,
      SupportersApi.NewSupporter named,
      @Nullable RecordedAct own,
      RecordedAct act) {
    var id = UUID.randomUUID();
    var contact = named.contact();
    jdbc.sql(
            """
            insert into supporter (agency, id, client_id, words, name_to_use, contact, own_act_kind, own_act_at, own_act_words,
              act_kind, act_at, act_words, act_recorded_by, act_recorded_at)
            values (:agency, :id, :client, :words, :name, :contact::jsonb, :ownKind, :ownAt, :ownWords,
              :actKind, :actAt, :actWords, :actRecordedBy, :actRecordedAt)
            """)
        .params(ActColumns.parameters(act))
        .param("agency", agency.value())
        .param("id", id)
        .param("client", client.value())
        .param("words", named.words())
        .param("name", named.nameToUse())
        .param("contact", contact == null ? null : json.writeValueAsString(contact.offUnlessSaid()))
        .param("ownKind", own == null ? null : Codes.of(own.kind()))
        .param("ownAt", own == null ? null : utc(own.at()))
        .param("ownWords", own == null ? null : own.words())
        .update();
    return id;
  }

  /**
   * From the act's recording on.
   *
   * @return whether they stood by the client until now
   */
  boolean end(AgencyId agency, UUID id, RecordedAct act) {
    return jdbc.sql(
                """
                update supporter set ended_at = :actRecordedAt, ended_by = :actRecordedBy, end_kind = :actKind,
                  end_said_at = :actAt, end_words = :actWords
                where agency = :agency and id = :id and ended_at is null
                """)
            .params(ActColumns.parameters(act))
            .param("agency", agency.value())
            .param("id", id)
            .update()
        > 0;
  }

  /** One of those who stand by that client now, or did. */
  Optional<Supporter> find(AgencyId agency, ClientId client, UUID id) {
    return jdbc.sql(
            """
            select * from supporter where agency = :agency and client_id = :client and id = :id
            """)
        .param("agency", agency.value())
        .param("client", client.value())
        .param("id", id)
        .query((row, _) -> read(row))
        .optional();
  }

  /** A page of those who stand by them now, the first one first. */
  List<Supporter> page(AgencyId agency, ClientId client, @Nullable UUID after, int limit) {
    return jdbc.sql(
            """
            select * from supporter where agency = :agency and client_id = :client and ended_at is null
              and (:after::uuid is null or (act_recorded_at, id) > (
                select p.act_recorded_at, p.id from supporter p
                where p.agency = :agency and p.client_id = :client and p.id = :after))
            order by act_recorded_at, id limit :limit
            """)
        .param("agency", agency.value())
        .param("client", client.value())
        .param("after", after)
        .param("limit", limit)
        .query((row, _) -> read(row))
        .list();
  }

  private Supporter read(ResultSet row) throws SQLException {
    var contact = row.getString("contact");
    return new Supporter(
        row.getObject("id", UUID.class),
        row.getString("words"),
        row.getString("own_act_kind") != null,
        row.getString("name_to_use"),
        contact == null ? null : json.readValue(contact, Contact.class),
        ActView.of(Objects.requireNonNull(ActColumns.read(row))));
  }
}
