package org.handrail.client.encounter;

import static org.handrail.platform.sql.Columns.instant;
import static org.handrail.platform.sql.Columns.utc;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.handrail.client.client.ClientId;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.SubjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The encounters of the acting agency; their versions are only ever added. */
@Repository
public class Encounters {
  private static final String LATEST =
      "select "
          + EncounterRows.COLUMNS
          + EncounterRows.VERSIONS
          + " where v.version = e.version and ";
  private static final String STANDING = LATEST + "w.id is null and ";

  private final JdbcClient jdbc;

  Encounters(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(AgencyId agency, Encounter encounter) {
    jdbc.sql(
            """
            insert into encounter (agency, id, client_id, specialist, group_session_id, started_at, version)
            values (:agency, :id, :client, :specialist, :session, :startedAt, :version)
            """)
        .param("agency", agency.value())
        .param("id", encounter.id())
        .param("client", encounter.client().value())
        .param("specialist", encounter.specialist().value())
        .param("session", encounter.groupSession())
        .param("startedAt", utc(encounter.account().startedAt()))
        .param("version", encounter.version())
        .update();
    addVersion(agency, encounter);
  }

  void correct(AgencyId agency, Encounter encounter) {
    jdbc.sql(
            """
            update encounter set version = :version, started_at = :startedAt where agency = :agency and id = :id
            """)
        .param("agency", agency.value())
        .param("id", encounter.id())
        .param("startedAt", utc(encounter.account().startedAt()))
        .param("version", encounter.version())
        .update();
    addVersion(agency, encounter);
  }

  private void addVersion(AgencyId agency, Encounter encounter) {
    jdbc.sql(
            """
            insert into encounter_version (agency, encounter_id, version, clients_words, kind, mode, place, started_at, ended_at,
              activities, activities_version, what_we_did, learned_by_client, learned_by_specialist, goal_id, language,
              interpreter, funding_sources, funding_percents, correction, recorded_at)
            values (:agency, :id, :version, :words, :kind, :mode, :place, :startedAt, :endedAt, :activities, :activitiesVersion,
              :whatWeDid, :byClient, :bySpecialist, :goal, :language, :interpreter, :sources, :percents, :correction, :at)
            """)
        .params(EncounterRows.parameters(encounter))
        .param("agency", agency.value())
        .update();
  }

  void signOff(AgencyId agency, Encounter encounter, SubjectId by, Instant at) {
    jdbc.sql(
            """
            insert into encounter_sign_off (agency, encounter_id, version, signed_off_by, signed_off_at)
            values (:agency, :id, :version, :by, :at)
            """)
        .param("agency", agency.value())
        .param("id", encounter.id())
        .param("version", encounter.version())
        .param("by", by.value())
        .param("at", utc(at))
        .update();
  }

  /**
   * When a session of a group is.
   *
   * @param until when it ends
   */
  record Span(Instant from, Instant until) {}

  Span ofSession(AgencyId agency, UUID session) {
    return jdbc.sql(
            "select starts_at, ends_at from group_session where agency = :agency and id = :session")
        .param("agency", agency.value())
        .param("session", session)
        .query((row, _) -> new Span(instant(row, "starts_at"), instant(row, "ends_at")))
        .single();
  }

  /**
   * Whose an encounter is.
   *
   * @param withdrawn whether it was taken back as a mistake
   */
  record Whose(ClientId client, boolean withdrawn) {

    /** Of an encounter that there is not: it is asked about like one that may not be seen. */
    static Whose nobodys() {
      return new Whose(ClientId.ofNobody(), false);
    }
  }

  Whose whose(AgencyId agency, UUID id) {
    return jdbc.sql(
            """
            select e.client_id, w.id is not null as withdrawn
            from encounter e left join withdrawal w on w.agency = e.agency and w.id = e.id
            where e.agency = :agency and e.id = :id
            """)
        .param("agency", agency.value())
        .param("id", id)
        .query(
            (row, _) ->
                new Whose(
                    new ClientId(row.getObject("client_id", UUID.class)),
                    row.getBoolean("withdrawn")))
        .optional()
        .orElseGet(Whose::nobodys);
  }

  Optional<Encounter> find(AgencyId agency, UUID id) {
    return jdbc.sql(LATEST + "e.agency = :agency and e.id = :id")
        .param("agency", agency.value())
        .param("id", id)
        .query(EncounterRows::read)
        .optional();
  }

  /** All versions, the first one first. */
  List<Encounter> history(AgencyId agency, UUID id) {
    return jdbc.sql(
            "select "
                + EncounterRows.COLUMNS
                + EncounterRows.VERSIONS
                + "where e.agency = :agency and e.id = :id order by v.version")
        .param("agency", agency.value())
        .param("id", id)
        .query(EncounterRows::read)
        .list();
  }

  /** A page of a client's that were not withdrawn, the latest first: those before that one. */
  List<Encounter> page(AgencyId agency, ClientId client, @Nullable UUID after, int limit) {
    return jdbc.sql(
            STANDING
                + """
                e.agency = :agency and e.client_id = :client
                  and (:after::uuid is null or (e.started_at, e.id) < (select p.started_at, p.id from encounter p
                    where p.agency = :agency and p.client_id = :client and p.id = :after))
                order by e.started_at desc, e.id desc limit :limit
                """)
        .param("agency", agency.value())
        .param("client", client.value())
        .param("after", after)
        .param("limit", limit)
        .query(EncounterRows::read)
        .list();
  }

  /**
   * A person's, on all records of theirs, that were going on in that time or in part of it and were
   * not withdrawn, the first one first.
   */
  public List<Encounter> ofPersonDuring(
      AgencyId agency, ClientId client, Instant from, Instant until) {
    return jdbc.sql(
            STANDING
                + """
                e.agency = :agency and e.client_id in (select records_of_person(:agency, :client))
                  and e.started_at < :until
                  and e.started_at > :from::timestamptz - interval '24 hours' and v.ended_at > :from
                order by e.started_at, e.id
                """)
        .param("agency", agency.value())
        .param("client", client.value())
        .param("from", utc(from))
        .param("until", utc(until))
        .query(EncounterRows::read)
        .list();
  }
}
