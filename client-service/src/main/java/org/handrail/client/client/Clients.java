package org.handrail.client.client;

import static org.handrail.platform.sql.Columns.utc;
import static org.handrail.platform.sql.Columns.utcOrNull;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
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
  private static final String COLUMNS = ClientRows.COLUMNS;

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final ClientRows rows;

  Clients(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
    this.rows = new ClientRows(json);
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
        .query(rows::read)
        .optional();
  }

  /**
   * The record that stands for the person whose record that is: it itself, unless it was merged.
   */
  public Optional<Client> standing(AgencyId agency, ClientId id) {
    return jdbc.sql(
            "select "
                + COLUMNS
                + " from client c where c.agency = :agency and c.id = person_of(:agency, :id)")
        .param("agency", agency.value())
        .param("id", id.value())
        .query(rows::read)
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
        .query(rows::read)
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
        .query(rows::read)
        .optional();
  }

  /** Locks several likewise, in one order whoever asks, so that nobody waits for each other. */
  void lock(AgencyId agency, Collection<ClientId> ids) {
    ids.stream()
        .distinct()
        .sorted(Comparator.comparing(each -> each.value().toString()))
        .forEach(each -> findForUpdate(agency, each));
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

  /**
   * Only what was changed: the rest may have been said on another record, which it stays with.
   *
   * @param fields as {@link AccountChange} names them
   */
  void saveAccount(Client client, AgencyId agency, Collection<String> fields) {
    var account = client.account();
    var background = account.background();
    jdbc.sql(
            """
            update client set name_to_use = :name, pronouns = :pronouns, culture = :culture, faith = :faith,
              languages = case when 'languages' = any (:fields) then :languages else languages end,
              contact = case when 'contact' = any (:fields) then :contact::jsonb else contact end,
              interpreter = case when 'interpreter' = any (:fields) then :interpreter else interpreter end,
              tty = case when 'tty' = any (:fields) then :tty else tty end,
              version = :version
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
        .param("fields", fields.toArray(String[]::new))
        .param("version", client.version())
        .param("agency", agency.value())
        .param("id", client.id().value())
        .update();
  }

  /**
   * @param client with its next version
   */
  void saveIdentity(Client client, AgencyId agency, Identity identity) {
    jdbc.sql(
            """
            update client set legal_name = :legalName, date_of_birth = :born, version = :version
            where agency = :agency and id = :id and version = :version - 1
            """)
        .param("legalName", identity.legalName())
        .param("born", identity.dateOfBirth())
        .param("version", client.version())
        .param("agency", agency.value())
        .param("id", client.id().value())
        .update();
  }

  /** The contact card of that record by itself, whatever was said on another one. */
  Contact card(AgencyId agency, ClientId id) {
    return jdbc.sql("select contact from client where agency = :agency and id = :id")
        .param("agency", agency.value())
        .param("id", id.value())
        .query((row, _) -> json.readValue(row.getString("contact"), Contact.class).offUnlessSaid())
        .single();
  }

  /** Of a client who is locked. */
  void saveCard(AgencyId agency, ClientId id, Contact card) {
    jdbc.sql(
            """
            update client set contact = :contact::jsonb, version = version + 1 where agency = :agency and id = :id
            """)
        .param("contact", json.writeValueAsString(card))
        .param("agency", agency.value())
        .param("id", id.value())
        .update();
  }

  /** Whoever makes or looks for a record of that id goes one after the other. */
  void alone(ClientId id) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended('client ' || :id, 0))")
        .param("id", id.toString())
        .query((_, _) -> true)
        .single();
  }

  /**
   * Until the transaction ends nobody else begins a record of somebody of that legal name and date
   * of birth among that person's clients, so that of two the later finds the earlier.
   */
  void nameAlone(AgencyId agency, SubjectId assignedTo, String legalName, LocalDate born) {
    jdbc.sql(
            """
            select pg_advisory_xact_lock(hashtextextended(jsonb_build_array('same-person', :agency, :subject,
              name_key(:name), :born::date)::text, 0))
            """)
        .param("agency", agency.value())
        .param("subject", assignedTo.value())
        .param("name", legalName)
        .param("born", born)
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
        .query(rows::read)
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
}
