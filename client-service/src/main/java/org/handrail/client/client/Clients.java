package org.handrail.client.client;

import static org.handrail.platform.sql.Columns.instant;
import static org.handrail.platform.sql.Columns.optionalInstant;
import static org.handrail.platform.sql.Columns.texts;
import static org.handrail.platform.sql.Columns.utc;
import static org.handrail.platform.sql.Columns.utcOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.handrail.platform.act.ActColumns;
import org.handrail.platform.act.RecordedAct;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.http.Codes;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The clients of the acting agency. */
@Repository
public class Clients {
  private static final String COLUMNS =
      """
      c.id, c.status, c.name_to_use, c.pronouns, c.languages, c.legal_name, c.date_of_birth, c.contact, c.registered_at,
      c.registered_by, c.enrolled_at, c.version, c.culture, c.faith, c.interpreter, c.tty,
      (select m.surviving from merge m where m.agency = c.agency and m.merged = c.id and m.undone_at is null) as merged_into
      """;

  private final JdbcClient jdbc;
  private final JsonMapper json;

  Clients(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  void add(Client client, AgencyId agency) {
    var account = client.account();
    jdbc.sql(
            """
            insert into client (agency, id, status, name_to_use, pronouns, languages, legal_name, date_of_birth, contact,
              registered_at, registered_by, version)
            values (:agency, :id, 'registered', :name, :pronouns, :languages, :legalName, :born, :contact::jsonb, :at, :by, :version)
            """)
        .param("agency", agency.value())
        .param("id", client.id().value())
        .param("name", account.nameToUse())
        .param("pronouns", account.pronouns())
        .param("languages", account.languages().toArray(String[]::new))
        .param("legalName", account.legalName())
        .param("born", account.dateOfBirth())
        .param("contact", json.writeValueAsString(account.contact()))
        .param("at", utc(client.registeredAt()))
        .param("by", client.registeredBy().value())
        .param("version", client.version())
        .update();
  }

  public Optional<Client> find(AgencyId agency, ClientId id) {
    return jdbc.sql("select " + COLUMNS + " from client c where c.agency = :agency and c.id = :id")
        .param("agency", agency.value())
        .param("id", id.value())
        .query(this::read)
        .optional();
  }

  /**
   * The agency's record of somebody of that legal name and date of birth. Of several the one whose
   * emergency card was filled in last, or else the latest; for a merged one stands the one into
   * which it went.
   */
  public Optional<Client> named(AgencyId agency, String legalName, LocalDate born) {
    return jdbc.sql(
            """
            with recursive fits (id) as (
              select n.id from client n
                where n.agency = :agency and name_key(n.legal_name) = name_key(:name) and n.date_of_birth = :born
              union
              select m.surviving from merge m join fits f on m.agency = :agency and m.merged = f.id and m.undone_at is null)
            select
            """
                + COLUMNS
                + """
                 from client c
                where c.agency = :agency and c.id in (select f.id from fits f)
                  and not exists (select from merge m where m.agency = c.agency and m.merged = c.id and m.undone_at is null)
                order by (select max(k.act_recorded_at) from emergency_card k where k.agency = c.agency and (k.client_id = c.id
                    or k.client_id in (select m.merged from merge m
                      where m.agency = c.agency and m.surviving = c.id and m.undone_at is null)))
                  desc nulls last, c.registered_at desc limit 1
                """)
        .param("agency", agency.value())
        .param("name", legalName)
        .param("born", born)
        .query(this::read)
        .optional();
  }

  /**
   * Locks the row, so that events about it keep their order. What hangs on the client may be added
   * meanwhile: a disclosure is written down under the lock of the chain, for which others wait.
   */
  Optional<Client> findForUpdate(AgencyId agency, ClientId id) {
    return jdbc.sql(
            "select "
                + COLUMNS
                + " from client c where c.agency = :agency and c.id = :id for no key update of c")
        .param("agency", agency.value())
        .param("id", id.value())
        .query(this::read)
        .optional();
  }

  void saveEnrolment(Client client, AgencyId agency) {
    jdbc.sql(
            """
            update client set status = :status, enrolled_at = :at, version = :version
            where agency = :agency and id = :id and version = :version - 1
            """)
        .param("status", Codes.of(client.status()))
        .param("at", utcOrNull(client.enrolledAt()))
        .param("version", client.version())
        .param("agency", agency.value())
        .param("id", client.id().value())
        .update();
  }

  void saveAccount(Client client, AgencyId agency) {
    var account = client.account();
    var background = account.background();
    jdbc.sql(
            """
            update client set name_to_use = :name, pronouns = :pronouns, languages = :languages, contact = :contact::jsonb,
              culture = :culture, faith = :faith, interpreter = :interpreter, tty = :tty, version = :version
            where agency = :agency and id = :id and version = :version - 1
            """)
        .param("name", account.nameToUse())
        .param("pronouns", account.pronouns())
        .param("languages", account.languages().toArray(String[]::new))
        .param("contact", json.writeValueAsString(account.contact()))
        .param("culture", background.culture())
        .param("faith", background.faith())
        .param("interpreter", background.interpreter())
        .param("tty", background.tty())
        .param("version", client.version())
        .param("agency", agency.value())
        .param("id", client.id().value())
        .update();
  }

  /** Whoever makes or looks for a record of that id goes one after the other. */
  void alone(ClientId id) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended('client ' || :id, 0))")
        .param("id", id.toString())
        .query((_, _) -> true)
        .single();
  }

  void addWish(AgencyId agency, ClientId client, RecordedAct act) {
    jdbc.sql(
            """
            insert into wish_for_record (agency, client_id, act_kind, act_at, act_words, act_recorded_by, act_recorded_at)
            values (:agency, :client, :actKind, :actAt, :actWords, :actRecordedBy, :actRecordedAt)
            """)
        .params(ActColumns.parameters(act))
        .param("agency", agency.value())
        .param("client", client.value())
        .update();
  }

  /** That a client wants their own sign-in to open their record no longer. */
  void addSignInEnd(AgencyId agency, ClientId client, SubjectId subject, RecordedAct act) {
    jdbc.sql(
            """
            insert into sign_in_end (agency, id, client_id, subject, act_kind, act_at, act_words, act_recorded_by, act_recorded_at)
            values (:agency, gen_random_uuid(), :client, :subject, :actKind, :actAt, :actWords, :actRecordedBy, :actRecordedAt)
            """)
        .params(ActColumns.parameters(act))
        .param("agency", agency.value())
        .param("client", client.value())
        .param("subject", subject.value())
        .update();
  }

  /** The client with its next version: something that belongs to them changed. */
  Client touch(AgencyId agency, Client client) {
    var touched = client.touched();
    jdbc.sql("update client set version = :version where agency = :agency and id = :id")
        .param("version", touched.version())
        .param("agency", agency.value())
        .param("id", client.id().value())
        .update();
    return touched;
  }

  /**
   * A page in the order of registration: those after that client, of somebody's own clients or,
   * without a subject, of all.
   */
  List<Client> page(
      AgencyId agency, @Nullable SubjectId assignedTo, @Nullable UUID after, int limit) {
    return jdbc.sql(
            "select "
                + COLUMNS
                + """
                from client c
                where c.agency = :agency
                  and (:subject::text is null or exists (select from assignment a
                    where a.agency = c.agency and a.client_id = c.id and a.subject = :subject))
                  and (:after::uuid is null or (c.registered_at, c.id) > (
                    select p.registered_at, p.id from client p where p.agency = :agency and p.id = :after
                      and (:subject::text is null or exists (select from assignment a
                        where a.agency = p.agency and a.client_id = p.id and a.subject = :subject))))
                order by c.registered_at, c.id limit :limit
                """)
        .param("agency", agency.value())
        .param("subject", assignedTo == null ? null : assignedTo.value())
        .param("after", after)
        .param("limit", limit)
        .query(this::read)
        .list();
  }

  /**
   * Somebody of that legal name and date of birth among the clients of one person of the agency.
   */
  Optional<ClientId> samePerson(
      AgencyId agency, SubjectId assignedTo, String legalName, LocalDate born) {
    return jdbc.sql(
            """
            select c.id from client c join assignment a on a.agency = c.agency and a.client_id = c.id
            where c.agency = :agency and a.subject = :subject
              and name_key(c.legal_name) = name_key(:name) and c.date_of_birth = :born
            order by c.registered_at limit 1
            """)
        .param("agency", agency.value())
        .param("subject", assignedTo.value())
        .param("name", legalName)
        .param("born", born)
        .query((row, _) -> new ClientId(row.getObject("id", UUID.class)))
        .optional();
  }

  private Client read(ResultSet row, int number) throws SQLException {
    var mergedInto = row.getObject("merged_into", UUID.class);
    return new Client(
        new ClientId(row.getObject("id", UUID.class)),
        Client.Status.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
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
                row.getBoolean("tty"))),
        instant(row, "registered_at"),
        new SubjectId(row.getString("registered_by")),
        optionalInstant(row, "enrolled_at"),
        mergedInto == null ? null : new ClientId(mergedInto),
        row.getLong("version"));
  }
}
