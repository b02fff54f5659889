package org.handrail.client.obligation;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.handrail.client.client.ClientId;
import org.handrail.platform.act.ActColumns;
import org.handrail.platform.act.ActView;
import org.handrail.platform.act.RecordedAct;
import org.handrail.platform.caller.AgencyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The letters that the acting agency's clients asked for, to the letter. Rows are only ever added.
 */
@Repository
class ContactLetters {
  private final JdbcClient jdbc;

  ContactLetters(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(AgencyId agency, ClientId client, ContactLetter letter, RecordedAct act) {
    jdbc.sql(
            """
            insert into contact_letter (agency, id, client_id, from_day, to_day, language, body, act_kind, act_at, act_words,
              act_recorded_by, act_recorded_at)
            values (:agency, :id, :client, :from, :until, :language, :body, :actKind, :actAt, :actWords, :actRecordedBy,
              :actRecordedAt)
            """)
        .params(ActColumns.parameters(act))
        .param("agency", agency.value())
        .param("id", letter.id())
        .param("client", client.value())
        .param("from", letter.from())
        .param("until", letter.until())
        .param("language", letter.language())
        .param("body", letter.body())
        .update();
  }

  Optional<ContactLetter> find(AgencyId agency, ClientId client, UUID id) {
    return jdbc.sql(
            "select * from contact_letter where agency = :agency and client_id = :client and id ="
                + " :id")
        .param("agency", agency.value())
        .param("client", client.value())
        .param("id", id)
        .query(
            (row, _) ->
                new ContactLetter(
                    row.getObject("id", UUID.class),
                    row.getObject("from_day", LocalDate.class),
                    row.getObject("to_day", LocalDate.class),
                    row.getString("language"),
                    row.getString("body"),
                    ActView.of(Objects.requireNonNull(ActColumns.read(row)))))
        .optional();
  }
}
