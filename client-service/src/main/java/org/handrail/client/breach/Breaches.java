package org.handrail.client.breach;

import static org.handrail.platform.sql.Columns.instant;
import static org.handrail.platform.sql.Columns.optionalInstant;
import static org.handrail.platform.sql.Columns.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.handrail.client.client.ClientId;
import org.handrail.client.specialist.RosterSettings;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.http.Codes;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The breaches of an agency. */
@Repository
class Breaches {
  private final JdbcClient jdbc;
  private final RosterSettings settings;

  Breaches(JdbcClient jdbc, RosterSettings settings) {
    this.jdbc = jdbc;
    this.settings = settings;
  }

  void add(AgencyId agency, Breach breach) {
    jdbc.sql(
            """
            insert into breach (agency, id, discovered_at, recorded_at, recorded_by, what, affected, most_in_one_state, version)
            values (:agency, :id, :discovered, :at, :by, :what, :affected, :most, :version)
            """)
        .param("agency", agency.value())
        .param("id", breach.id())
        .param("discovered", utc(breach.discovered()))
        .param("at", utc(breach.recordedAt()))
        .param("by", breach.recordedBy().value())
        .param("what", breach.what())
        .param("affected", breach.affected())
        .param("most", breach.mostInOneState())
        .param("version", breach.version())
        .update();
  }

  void save(AgencyId agency, Breach breach) {
    var assessment = breach.assessment();
    var factors = assessment == null ? null : assessment.factors();
    jdbc.sql(
            """
            update breach set affected = :affected, most_in_one_state = :most, nature = :nature, who_got_it = :who,
              acquired = :acquired, mitigation = :mitigation, low_probability = :low, assessed_at = :at, assessed_by = :by,
              version = :version
            where agency = :agency and id = :id and version = :version - 1
            """)
        .param("affected", breach.affected())
        .param("most", breach.mostInOneState())
        .param("nature", factors == null ? null : factors.nature())
        .param("who", factors == null ? null : factors.whoGotIt())
        .param("acquired", factors == null ? null : factors.acquired())
        .param("mitigation", factors == null ? null : factors.mitigation())
        .param("low", assessment == null ? null : assessment.lowProbability())
        .param("at", assessment == null ? null : utc(assessment.at()))
        .param("by", assessment == null ? null : assessment.by().value())
        .param("version", breach.version())
        .param("agency", agency.value())
        .param("id", breach.id())
        .update();
  }

  void addNotice(AgencyId agency, UUID breach, Breach.Notice notice) {
    var sent = notice.sent();
    jdbc.sql(
            """
            insert into breach_notice (agency, id, breach_id, whom, how, sent_at, sent_by)
            values (:agency, :id, :breach, :whom, :how, :at, :by)
            """)
        .param("agency", agency.value())
        .param("id", notice.id())
        .param("breach", breach)
        .param("whom", Codes.of(notice.whom()))
        .param("how", Codes.of(sent.how()))
        .param("at", utc(sent.at()))
        .param("by", sent.by().value())
        .update();
  }

  /** That notice went to these people. */
  void tell(AgencyId agency, UUID breach, UUID notice, List<UUID> people) {
    jdbc.sql(
            """
            update breach_person set notice_id = :notice
            where agency = :agency and breach_id = :breach and client_id = any (:people)
            """)
        .param("notice", notice)
        .param("agency", agency.value())
        .param("breach", breach)
        .param("people", people.toArray(UUID[]::new))
        .update();
  }

  /** It did not go out: nobody was told by it. */
  void enterInError(AgencyId agency, UUID notice, SubjectId by, Instant at) {
    jdbc.sql(
            """
            with mistaken as (
              update breach_notice set entered_in_error_at = :at, entered_in_error_by = :by
              where agency = :agency and id = :notice)
            update breach_person set notice_id = null where agency = :agency and notice_id = :notice
            """)
        .param("at", utc(at))
        .param("by", by.value())
        .param("agency", agency.value())
        .param("notice", notice)
        .update();
  }

  /** Names somebody, or names them again who was named by mistake. */
  void addPerson(AgencyId agency, UUID breach, ClientId client) {
    jdbc.sql(
            """
            insert into breach_person (agency, breach_id, client_id) values (:agency, :breach, :client)
            on conflict (agency, breach_id, client_id) do update set taken_back_at = null, taken_back_by = null
            """)
        .param("agency", agency.value())
        .param("breach", breach)
        .param("client", client.value())
        .update();
  }

  /** Their records were not touched. */
  void takeBack(AgencyId agency, UUID breach, UUID person, SubjectId by, Instant at) {
    jdbc.sql(
            """
            update breach_person set taken_back_at = :at, taken_back_by = :by
            where agency = :agency and breach_id = :breach and client_id = :person
            """)
        .param("at", utc(at))
        .param("by", by.value())
        .param("agency", agency.value())
        .param("breach", breach)
        .param("person", person)
        .update();
  }

  /**
   * Somebody who is named.
   *
   * @param told whether a notice went to them
   */
  record Affected(UUID clientId, boolean told) {}

  List<Affected> people(AgencyId agency, UUID breach) {
    return jdbc.sql(
            """
            select client_id, notice_id is not null as told from breach_person
            where agency = :agency and breach_id = :breach and taken_back_at is null order by client_id
            """)
        .param("agency", agency.value())
        .param("breach", breach)
        .query(
            (row, _) ->
                new Affected(row.getObject("client_id", UUID.class), row.getBoolean("told")))
        .list();
  }

  Optional<Breach> find(AgencyId agency, UUID id) {
    return find(agency, id, "");
  }

  Optional<Breach> findForUpdate(AgencyId agency, UUID id) {
    return find(agency, id, "for update of b");
  }

  private Optional<Breach> find(AgencyId agency, UUID id, String lock) {
    return jdbc.sql(
            """
            select b.*, n.* from breach b cross join lateral (
              select count(*) as named, count(*) filter (where p.notice_id is null) as untold from breach_person p
              where p.agency = b.agency and p.breach_id = b.id and p.taken_back_at is null) n
            where b.agency = :agency and b.id = :id
            """
                + lock)
        .param("agency", agency.value())
        .param("id", id)
        .query((row, _) -> read(row, settings.of(agency).zone(), notices(agency, id)))
        .optional();
  }

  /** Oldest first, those after that one. */
  List<Breach> page(AgencyId agency, @Nullable UUID after, int limit) {
    return jdbc
        .sql(
            """
            select id from breach
            where agency = :agency and (:after::uuid is null or (recorded_at, id) > (
              select p.recorded_at, p.id from breach p where p.agency = :agency and p.id = :after))
            order by recorded_at, id limit :limit
            """)
        .param("agency", agency.value())
        .param("after", after)
        .param("limit", limit)
        .query((row, _) -> row.getObject("id", UUID.class))
        .list()
        .stream()
        .flatMap(id -> find(agency, id).stream())
        .toList();
  }

  private List<Breach.Notice> notices(AgencyId agency, UUID breach) {
    return jdbc.sql(
            """
            select id, whom, how, sent_at, sent_by, entered_in_error_at from breach_notice
            where agency = :agency and breach_id = :breach order by sent_at, id
            """)
        .param("agency", agency.value())
        .param("breach", breach)
        .query(
            (row, _) ->
                new Breach.Notice(
                    row.getObject("id", UUID.class),
                    Codes.to(Breach.Whom.class, row.getString("whom")),
                    new Breach.Sent(
                        Codes.to(Breach.How.class, row.getString("how")),
                        instant(row, "sent_at"),
                        new SubjectId(row.getString("sent_by"))),
                    optionalInstant(row, "entered_in_error_at")))
        .list();
  }

  private static Breach read(ResultSet row, ZoneId zone, List<Breach.Notice> notices)
      throws SQLException {
    var nature = row.getString("nature");
    return new Breach(
        row.getObject("id", UUID.class),
        instant(row, "discovered_at"),
        zone,
        instant(row, "recorded_at"),
        new SubjectId(row.getString("recorded_by")),
        row.getString("what"),
        row.getObject("affected", Integer.class),
        row.getObject("most_in_one_state", Integer.class),
        new Breach.Named(row.getInt("named"), row.getInt("untold")),
        nature == null
            ? null
            : new Breach.Assessment(
                new Breach.Factors(
                    nature,
                    row.getString("who_got_it"),
                    row.getString("acquired"),
                    row.getString("mitigation")),
                row.getBoolean("low_probability"),
                instant(row, "assessed_at"),
                new SubjectId(row.getString("assessed_by"))),
        notices,
        row.getLong("version"));
  }
}
