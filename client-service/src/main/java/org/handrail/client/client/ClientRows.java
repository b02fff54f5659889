package org.handrail.client.client;

import static org.handrail.platform.sql.Columns.instant;
import static org.handrail.platform.sql.Columns.optionalInstant;
import static org.handrail.platform.sql.Columns.texts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.handrail.platform.caller.SubjectId;
import tools.jackson.databind.json.JsonMapper;

/** Reads clients from their rows, with what counts for them of what they said on another record. */
final class ClientRows {
  /** Of the table {@code client c}. */
  static final String COLUMNS =
      """
      c.id, c.status, c.name_to_use, c.pronouns, c.languages, c.legal_name, c.date_of_birth, c.contact, c.registered_at,
      c.registered_by, c.enrolled_at, c.version, c.culture, c.faith, c.interpreter, c.tty,
      (select m.surviving from merge m where m.agency = c.agency and m.merged = c.id and m.undone_at is null) as merged_into,
      case when exists (select from merge m
          where m.agency = c.agency and (m.merged = c.id or m.surviving = c.id) and m.undone_at is null)
        then (select jsonb_agg(jsonb_build_object('contact', s.contact, 'contactSaid', s.contact_said, 'languages', s.languages,
          'interpreter', s.interpreter, 'tty', s.tty)) from said_elsewhere(c.agency, c.id) s) end as said_elsewhere
      """;

  private final JsonMapper json;

  ClientRows(JsonMapper json) {
    this.json = json;
  }

  Client read(ResultSet row, int number) throws SQLException {
    var mergedInto = row.getObject("merged_into", UUID.class);
    return new Client(
        new ClientId(row.getObject("id", UUID.class)),
        Client.Status.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
        account(row),
        instant(row, "registered_at"),
        new SubjectId(row.getString("registered_by")),
        optionalInstant(row, "enrolled_at"),
        mergedInto == null ? null : new ClientId(mergedInto),
        row.getLong("version"));
  }

  private Client.Account account(ResultSet row) throws SQLException {
    var own =
        new Client.Account(
            row.getString("name_to_use"),
            row.getString("pronouns"),
            texts(row, "languages"),
            row.getString("legal_name"),
            row.getObject("date_of_birth", LocalDate.class),
            json.readValue(row.getString("contact"), Contact.class).offUnlessSaid(),
            new Background(
                row.getString("culture"),
                row.getString("faith"),
                row.getString("interpreter"),
                row.getBoolean("tty")));
    var elsewhere = row.getString("said_elsewhere");
    var account = own;
    if (elsewhere != null) {
      for (var said : json.readValue(elsewhere, SaidElsewhere[].class)) {
        account = said.with(account);
      }
    }
    return account;
  }
}
