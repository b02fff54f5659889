package org.handrail.client.client;

import static org.handrail.platform.sql.Columns.instant;
import static org.handrail.platform.sql.Columns.utc;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.SubjectId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Which records of the acting agency are of one person, and what is so of that person by any of
 * them. A merge is a row and nothing else: chains, consents and assignments stay with the record on
 * which they were made.
 */
@Repository
public class Merges {
  private final JdbcClient jdbc;

  Merges(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Until the transaction ends nobody else of the agency says whose records are. */
  void alone(AgencyId agency) {
    jdbc.sql(
            "select pg_advisory_xact_lock(hashtextextended(jsonb_build_array('merge',"
                + " :agency)::text, 0))")
        .param("agency", agency.value())
        .query((_, _) -> true)
        .single();
  }

  void add(AgencyId agency, ClientId merged, ClientId surviving, SubjectId by, Instant at) {
    jdbc.sql(
            """
            insert into merge (agency, id, merged, surviving, merged_at, merged_by)
            values (:agency, :id, :merged, :surviving, :at, :by)
            """)
        .param("agency", agency.value())
        .param("id", UUID.randomUUID())
        .param("merged", merged.value())
        .param("surviving", surviving.value())
        .param("at", utc(at))
        .param("by", by.value())
        .update();
  }

  void undo(AgencyId agency, ClientId merged, SubjectId by, Instant at) {
    jdbc.sql(
            """
            update merge set undone_at = :at, undone_by = :by
            where agency = :agency and merged = :merged and undone_at is null
            """)
        .param("at", utc(at))
        .param("by", by.value())
        .param("agency", agency.value())
        .param("merged", merged.value())
        .update();
  }

  /** The record that stands for this one, if it was merged. */
  Optional<ClientId> surviving(AgencyId agency, ClientId merged) {
    return jdbc.sql(
            "select surviving from merge where agency = :agency and merged = :merged and undone_at"
                + " is null")
        .param("agency", agency.value())
        .param("merged", merged.value())
        .query((row, _) -> new ClientId(row.getObject("surviving", UUID.class)))
        .optional();
  }

  /**
   * The record that stands for the person whose record this is: it itself, unless it was merged.
   */
  public ClientId standing(AgencyId agency, ClientId client) {
    return surviving(agency, client).orElse(client);
  }

  /**
   * All records of the person whose record this is, itself among them, in the order of their ids.
   */
  public List<ClientId> recordsOfPerson(AgencyId agency, ClientId client) {
    return jdbc.sql("select id from records_of_person(:agency, :client) as id order by id")
        .param("agency", agency.value())
        .param("client", client.value())
        .query((row, _) -> new ClientId(row.getObject("id", UUID.class)))
        .list();
  }

  /** The same as it was known at that time. */
  public List<ClientId> recordsOfPersonAt(AgencyId agency, ClientId client, Instant at) {
    return jdbc.sql("select id from records_of_person_at(:agency, :client, :at) as id order by id")
        .param("agency", agency.value())
        .param("client", client.value())
        .param("at", utc(at))
        .query((row, _) -> new ClientId(row.getObject("id", UUID.class)))
        .list();
  }

  /** Since when two records of one person are held to be that. */
  public Instant togetherSince(AgencyId agency, ClientId one, ClientId other) {
    return jdbc.sql("select together_since(:agency, :one, :other) as since")
        .param("agency", agency.value())
        .param("one", one.value())
        .param("other", other.value())
        .query((row, _) -> instant(row, "since"))
        .single();
  }

  /** Whether it is on record that the person whose record this is died. */
  public boolean hasDied(AgencyId agency, ClientId client) {
    return is("has_died(:agency, :client)", agency, client);
  }

  /** Whether they are there to be reminded of, who neither died nor left. */
  public boolean isThere(AgencyId agency, ClientId client) {
    return is("is_there(:agency, :client, null)", agency, client);
  }

  private boolean is(String so, AgencyId agency, ClientId client) {
    return jdbc.sql("select " + so)
        .param("agency", agency.value())
        .param("client", client.value())
        .query(Boolean.class)
        .single();
  }

  /** Of how many people these are records. */
  public int people(AgencyId agency, Collection<ClientId> records) {
    return jdbc.sql(
            "select count(distinct person_of(:agency, id)) from unnest(:records) as of_them (id)")
        .param("agency", agency.value())
        .param("records", records.stream().map(ClientId::value).toArray(UUID[]::new))
        .query(Integer.class)
        .single();
  }

  boolean survives(AgencyId agency, ClientId client) {
    return is(
        "exists (select from merge where agency = :agency and surviving = :client and undone_at is"
            + " null)",
        agency,
        client);
  }
}
