package org.handrail.client.wellbeing;

import static org.handrail.platform.sql.Columns.instant;
import static org.handrail.platform.sql.Columns.utc;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.handrail.platform.caller.Person;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.http.Codes;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The notebooks of people who walk along. The database shows each of them their own and nobody
 * anything else, whatever role they have.
 */
@Repository
class Notebooks {
  private final JdbcClient jdbc;
  private final JsonMapper json;

  Notebooks(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** What an entry is. */
  enum Kind {
    /** How somebody is today. */
    CHECK,
    NOTE,
    /** Somebody used again. It leads to support, and to no record of anybody else's. */
    RETURN_TO_USE
  }

  /**
   * An entry.
   *
   * @param feelings from 1 to 5, by names of one's own
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Entry(
      UUID id, Kind kind, Map<String, Integer> feelings, @Nullable String words, Instant at) {}

  /**
   * What helps somebody to stay well.
   *
   * @param sections texts by names of one's own
   */
  record Plan(Map<String, String> sections, long version) {
    static final Plan NONE = new Plan(Map.of(), 0);
  }

  /** That somebody asked somebody for a talk. */
  record AskedTalk(UUID id, String from, String to, Instant askedAt) {}

  void add(Person of, Entry entry) {
    jdbc.sql(
            """
            insert into wellness_entry (agency, id, subject, kind, feelings, words, written_at)
            values (:agency, :id, :subject, :kind, :feelings::jsonb, :words, :at)
            """)
        .param("agency", of.agency().value())
        .param("id", entry.id())
        .param("subject", of.subject().value())
        .param("kind", Codes.of(entry.kind()))
        .param("feelings", json.writeValueAsString(entry.feelings()))
        .param("words", entry.words())
        .param("at", utc(entry.at()))
        .update();
  }

  boolean tearOut(Person of, UUID id) {
    return jdbc.sql(
                "delete from wellness_entry where agency = :agency and subject = :subject and id ="
                    + " :id")
            .param("agency", of.agency().value())
            .param("subject", of.subject().value())
            .param("id", id)
            .update()
        == 1;
  }

  /** The newest, from behind that one on. */
  List<Entry> page(Person of, @Nullable UUID after, int limit) {
    return jdbc.sql(
            """
            select id, kind, feelings, words, written_at from wellness_entry
            where agency = :agency and subject = :subject
              and (:after::uuid is null or (written_at, id) < (
                select p.written_at, p.id from wellness_entry p
                where p.agency = :agency and p.subject = :subject and p.id = :after))
            order by written_at desc, id desc limit :limit
            """)
        .param("agency", of.agency().value())
        .param("subject", of.subject().value())
        .param("after", after)
        .param("limit", limit)
        .query(
            (row, _) ->
                new Entry(
                    row.getObject("id", UUID.class),
                    Codes.to(Kind.class, row.getString("kind")),
                    json.readValue(
                        row.getString("feelings"), new TypeReference<Map<String, Integer>>() {}),
                    row.getString("words"),
                    instant(row, "written_at")))
        .list();
  }

  Optional<Plan> plan(Person of) {
    return jdbc.sql(
            "select sections, version from wellness_plan where agency = :agency and subject ="
                + " :subject")
        .param("agency", of.agency().value())
        .param("subject", of.subject().value())
        .query(
            (row, _) ->
                new Plan(
                    json.readValue(
                        row.getString("sections"), new TypeReference<Map<String, String>>() {}),
                    row.getLong("version")))
        .optional();
  }

  /** Whether it was saved: not when another version was saved in between. */
  boolean save(Person of, Plan plan) {
    return jdbc.sql(
                """
                insert into wellness_plan (agency, subject, sections, version)
                values (:agency, :subject, :sections::jsonb, :version)
                on conflict (agency, subject) do update set sections = excluded.sections, version = excluded.version
                where wellness_plan.version = excluded.version - 1
                """)
            .param("agency", of.agency().value())
            .param("subject", of.subject().value())
            .param("sections", json.writeValueAsString(plan.sections()))
            .param("version", plan.version())
            .update()
        == 1;
  }

  UUID ask(Person of, SubjectId to, Instant at) {
    var id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into asked_talk (agency, id, from_subject, to_subject, asked_at) values (:agency, :id, :from, :to, :at)
            """)
        .param("agency", of.agency().value())
        .param("id", id)
        .param("from", of.subject().value())
        .param("to", to.value())
        .param("at", utc(at))
        .update();
    return id;
  }

  /** One of those that the person asked or was asked. */
  Optional<AskedTalk> talk(Person of, UUID id) {
    return jdbc.sql(
            """
            select id, from_subject, to_subject, asked_at from asked_talk
            where agency = :agency and :subject in (from_subject, to_subject) and id = :id
            """)
        .param("agency", of.agency().value())
        .param("subject", of.subject().value())
        .param("id", id)
        .query(Notebooks::talk)
        .optional();
  }

  /** The latest that the person asked or was asked. */
  List<AskedTalk> talks(Person of) {
    return jdbc.sql(
            """
            select id, from_subject, to_subject, asked_at from asked_talk
            where agency = :agency and :subject in (from_subject, to_subject) order by asked_at desc, id limit 50
            """)
        .param("agency", of.agency().value())
        .param("subject", of.subject().value())
        .query(Notebooks::talk)
        .list();
  }

  private static AskedTalk talk(ResultSet row, int number) throws SQLException {
    return new AskedTalk(
        row.getObject("id", UUID.class),
        row.getString("from_subject"),
        row.getString("to_subject"),
        instant(row, "asked_at"));
  }
}
