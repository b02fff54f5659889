package org.handrail.client.client;

import static org.handrail.platform.sql.Columns.instant;
import static org.handrail.platform.sql.Columns.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.handrail.client.access.Looks;
import org.handrail.platform.assignment.Relation;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.OnBehalfOf;
import org.handrail.platform.caller.Person;
import org.handrail.platform.caller.Role;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.http.Codes;
import org.handrail.platform.problem.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Who is what to which client of the acting agency (P2-QSO-2). Everybody else gets the answer of a
 * stranger, in the same query that would have found the client.
 */
@Repository
public class Assigned {
  private final JdbcClient jdbc;
  private final Looks looks;
  private final MayBeAssigned gate;

  Assigned(JdbcClient jdbc, Looks looks, MayBeAssigned gate) {
    this.jdbc = jdbc;
    this.looks = looks;
    this.gate = gate;
  }

  /** What the person is to the client; the agency's supervisors are that to all of its clients. */
  public Optional<Relation> relation(Person person, ClientId client) {
    var own = relation(person.agency(), person.subject(), client);
    var relation =
        (own.isEmpty() && person.is(Role.SUPERVISOR) && exists(person.agency(), client)
                ? Optional.of(Relation.SUPERVISOR)
                : own)
            .filter(it -> it.isOpenTo(person));
    relation
        .filter(it -> it != Relation.SELF)
        .ifPresent(it -> looks.noticed(person, client.value(), Codes.of(it)));
    return relation;
  }

  /** As another service asks, which knows from their sign-in whether they are a supervisor. */
  Optional<Relation> relation(OnBehalfOf person, ClientId client, boolean supervisor) {
    var own = relation(person.agency(), person.subject(), client);
    return own.isEmpty() && supervisor && exists(person.agency(), client)
        ? Optional.of(Relation.SUPERVISOR)
        : own;
  }

  /** As recorded, whatever roles the person has by now. */
  public Optional<Relation> relation(AgencyId agency, SubjectId subject, ClientId client) {
    return jdbc.sql(
            "select relation from assignment where agency = :agency and client_id = :client and"
                + " subject = :subject")
        .param("agency", agency.value())
        .param("client", client.value())
        .param("subject", subject.value())
        .query((row, _) -> Relation.valueOf(row.getString("relation").toUpperCase(Locale.ROOT)))
        .optional();
  }

  public Relation require(Person person, ClientId client) {
    return relation(person, client).orElseThrow(NotFound::new);
  }

  /** Whether somebody may see what was disclosed: those above, and the agency's privacy officer. */
  public boolean maySeeDisclosures(Person person, ClientId client) {
    return relation(person, client).isPresent() || isTheirPrivacyOfficer(person, client);
  }

  private boolean isTheirPrivacyOfficer(Person person, ClientId client) {
    var is = person.is(Role.PRIVACY_OFFICER) && exists(person.agency(), client);
    if (is) {
      looks.noticed(person, client.value(), Codes.of(Role.PRIVACY_OFFICER));
    }
    return is;
  }

  public void requireToSeeDisclosures(Person person, ClientId client) {
    if (!maySeeDisclosures(person, client)) {
      throw new NotFound();
    }
  }

  /** The specialist who is there for the client before all others. */
  public Optional<SubjectId> primary(AgencyId agency, ClientId client) {
    return subject(agency, client, Relation.PRIMARY);
  }

  /** The client's own sign-in, if they have one. */
  public Optional<SubjectId> self(AgencyId agency, ClientId client) {
    return subject(agency, client, Relation.SELF);
  }

  private Optional<SubjectId> subject(AgencyId agency, ClientId client, Relation relation) {
    return jdbc.sql(
            """
            select subject from assignment where agency = :agency and client_id = :client and relation = :relation
            order by assigned_at limit 1
            """)
        .param("agency", agency.value())
        .param("client", client.value())
        .param("relation", Codes.of(relation))
        .query((row, _) -> new SubjectId(row.getString("subject")))
        .optional();
  }

  void add(
      AgencyId agency,
      ClientId client,
      SubjectId subject,
      Relation relation,
      SubjectId by,
      Instant at) {
    gate.mayTake(agency, subject, client, relation);
    put(agency, client, subject, relation, by, at);
  }

  /**
   * As {@link #add}, for the client and for somebody who is at their side already: nobody asks
   * again. A sign-in that was given to another record of the person opens this one for as long as
   * they are merged.
   */
  void put(
      AgencyId agency,
      ClientId client,
      SubjectId subject,
      Relation relation,
      SubjectId by,
      Instant at) {
    jdbc.sql(
            """
            insert into assignment (agency, client_id, subject, relation, assigned_at, assigned_by, by_merge)
            values (:agency, :client, :subject, :relation, :at, :by, (
              select m.id from merge m join assignment given on given.agency = m.agency
                and given.subject = :subject and given.relation = 'self' and given.relation = :relation
              where m.agency = :agency and m.undone_at is null
                and (m.merged = :client and given.client_id = m.surviving
                  or m.surviving = :client and given.client_id = m.merged and given.by_merge is null)))
            """)
        .param("agency", agency.value())
        .param("client", client.value())
        .param("subject", subject.value())
        .param("relation", Codes.of(relation))
        .param("at", utc(at))
        .param("by", by.value())
        .update();
  }

  void remove(AgencyId agency, ClientId client, SubjectId subject) {
    gate.mayLeave(agency, subject, client);
    take(agency, client, subject);
  }

  /** As {@link #remove}, for somebody in whose place another stands. */
  void take(AgencyId agency, ClientId client, SubjectId subject) {
    jdbc.sql(
            "delete from assignment where agency = :agency and client_id = :client and subject ="
                + " :subject")
        .param("agency", agency.value())
        .param("client", client.value())
        .param("subject", subject.value())
        .update();
  }

  /**
   * The client, who had left, is back: their primary specialist takes the place as if anew.
   *
   * @throws org.handrail.platform.problem.Refusal when something stands against it
   */
  public void comesBack(AgencyId agency, ClientId client) {
    primary(agency, client)
        .ifPresent(subject -> gate.mayTake(agency, subject, client, Relation.PRIMARY));
  }

  /** Everybody at the client's side: their primary specialist, the backups, and they themselves. */
  public List<SubjectId> atTheSideOf(AgencyId agency, ClientId client) {
    return jdbc.sql(
            "select subject from assignment where agency = :agency and client_id = :client order by"
                + " assigned_at, subject")
        .param("agency", agency.value())
        .param("client", client.value())
        .query((row, _) -> new SubjectId(row.getString("subject")))
        .list();
  }

  /** Since when somebody has their place at the client's side. */
  Instant since(AgencyId agency, ClientId client, SubjectId subject) {
    return jdbc.sql(
            "select assigned_at from assignment where agency = :agency and client_id = :client and"
                + " subject = :subject")
        .param("agency", agency.value())
        .param("client", client.value())
        .param("subject", subject.value())
        .query((row, _) -> instant(row, "assigned_at"))
        .single();
  }

  /** A record that a sign-in opens. */
  record Opened(ClientId client, SubjectId subject) {}

  /**
   * Before a record parts from all others of the person: a sign-in that was given to one of those
   * no longer opens it, nor one that was given to it any of them.
   */
  List<Opened> takeOpenedBeyond(AgencyId agency, ClientId parting, List<ClientId> records) {
    return jdbc.sql(
            """
            delete from assignment a
            where a.agency = :agency and a.client_id = any (:records) and a.by_merge is not null
              and not exists (select from assignment given
                where given.agency = a.agency and given.subject = a.subject and given.relation = 'self'
                  and given.by_merge is null and given.client_id = any (:records)
                  and (given.client_id = :parting) = (a.client_id = :parting))
            returning a.client_id, a.subject
            """)
        .param("agency", agency.value())
        .param("parting", parting.value())
        .param("records", ids(records))
        .query(Assigned::opened)
        .list();
  }

  /**
   * Where that record was itself given the sign-in that opens it: the others that this one opens
   * with it are opened no longer.
   */
  List<Opened> takeOpenedThrough(AgencyId agency, ClientId given, List<ClientId> records) {
    return jdbc.sql(
            """
            delete from assignment a using assignment given
            where given.agency = :agency and given.client_id = :given and given.relation = 'self' and given.by_merge is null
              and a.agency = given.agency and a.subject = given.subject and a.by_merge is not null
              and a.client_id = any (:records)
            returning a.client_id, a.subject
            """)
        .param("agency", agency.value())
        .param("given", given.value())
        .param("records", ids(records))
        .query(Assigned::opened)
        .list();
  }

  private static UUID[] ids(List<ClientId> records) {
    return records.stream().map(ClientId::value).toArray(UUID[]::new);
  }

  private static Opened opened(ResultSet row, int number) throws SQLException {
    return new Opened(
        new ClientId(row.getObject("client_id", UUID.class)),
        new SubjectId(row.getString("subject")));
  }

  private boolean exists(AgencyId agency, ClientId client) {
    return jdbc.sql("select exists (select from client where agency = :agency and id = :client)")
        .param("agency", agency.value())
        .param("client", client.value())
        .query(Boolean.class)
        .single();
  }
}
