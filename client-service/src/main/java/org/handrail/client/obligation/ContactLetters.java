package org.handrail.client.obligation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.handrail.client.client.ClientId;
import org.handrail.platform.act.ActColumns;
import org.handrail.platform.act.ActView;
import org.handrail.platform.act.RecordedAct;
import org.handrail.platform.caller.AgencyId;
import org.jspecify.annotations.Nullable;
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
        .query((row, _) -> read(row))
        .optional();
  }

  /** A page, the latest first. */
  List<ContactLetter> page(AgencyId agency, ClientId client, @Nullable UUID after, int limit) {
    return jdbc.sql(
            """
            select * from contact_letter where agency = :agency and client_id = :client
              and (:after::uuid is null or (act_recorded_at, id) < (
                select p.act_recorded_at, p.id from contact_letter p
                where p.agency = :agency and p.client_id = :client and p.id = :after))
            order by act_recorded_at desc, id desc limit :limit
            """)
        .param("agency", agency.value())
        .param("client", client.value())
        .param("after", after)
        .param("limit", limit)
        .query((row, _) -> read(row))
        .list();
  }

  private static ContactLetter read(ResultSet row) throws SQLException {
    return new ContactLetter(
        row.getObject("id", UUID.class),
        row.getObject("from_day", LocalDate.class),
        row.getObject("to_day", LocalDate.class),
        row.getString("language"),
        row.getString("body"),
        ActView.of(Objects.requireNonNull(ActColumns.read(row))));
  }
}
