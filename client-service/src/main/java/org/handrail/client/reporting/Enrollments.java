package org.handrail.client.reporting;

import static org.handrail.platform.sql.Columns.instant;
import static org.handrail.platform.sql.Columns.optionalInstant;
import static org.handrail.platform.sql.Columns.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.handrail.client.client.ClientId;
import org.handrail.platform.act.ActColumns;
import org.handrail.platform.act.RecordedAct;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.http.Codes;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Who of the acting agency's clients was enrolled in which grant, and what was reported. */
@Repository
class Enrollments {
  private static final String COLUMNS =
      "select e.id, e.client_id, e.grant_code, e.episode, e.started_on, e.ended_on,"
          + " e.entered_in_error_at ";

  private final JdbcClient jdbc;
  private final JsonMapper json;

  Enrollments(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  void add(AgencyId agency, Enrollment enrollment, SubjectId by, Instant at) {
    jdbc.sql(
            """
            insert into grant_enrollment (agency, id, client_id, grant_code, episode, started_on, recorded_by, recorded_at)
            values (:agency, :id, :client, :grant, :episode, :on, :by, :at)
            """)
        .param("agency", agency.value())
        .param("id", enrollment.id())
        .param("client", enrollment.clientId())
        .param("grant", enrollment.grant())
        .param("episode", enrollment.episode())
        .param("on", enrollment.startedOn())
        .param("by", by.value())
        .param("at", utc(at))
        .update();
  }

  void end(AgencyId agency, UUID id, LocalDate on) {
    jdbc.sql("update grant_enrollment set ended_on = :on where agency = :agency and id = :id")
        .param("agency", agency.value())
        .param("id", id)
        .param("on", on)
        .update();
  }

  void enterInError(AgencyId agency, UUID id, SubjectId by, Instant at) {
    jdbc.sql(
            """
            update grant_enrollment set entered_in_error_at = :at, entered_in_error_by = :by
            where agency = :agency and id = :id
            """)
        .param("agency", agency.value())
        .param("id", id)
        .param("by", by.value())
        .param("at", utc(at))
        .update();
  }

  /** All of a client, those by mistake too, the latest first: there are few. */
  List<Enrollment> ofClient(AgencyId agency, ClientId client) {
    return jdbc.sql(
            COLUMNS
                + "from grant_enrollment e where e.agency = :agency and e.client_id = :client"
                + " order by e.started_on desc, e.id")
        .param("agency", agency.value())
        .param("client", client.value())
        .query(Enrollments::read)
        .list();
  }

  Optional<Enrollment> find(AgencyId agency, ClientId client, UUID id) {
    return ofClient(agency, client).stream().filter(it -> it.id().equals(id)).findFirst();
  }

  /**
   * A page of those in a grant, of somebody's own clients or, without a subject, of all: those
   * after that one. Of one person's records only the one that stands for them, where both were in
   * the grant at the same time.
   */
  List<Enrollment> page(
      AgencyId agency,
      String grant,
      @Nullable SubjectId assignedTo,
      @Nullable UUID after,
      int limit) {
    return jdbc.sql(
            """
            with seen as not materialized (select * from grant_enrollment e
              where e.agency = :agency and e.grant_code = :grant
                and (:subject::text is null or exists (select from assignment a where a.agency = e.agency
                  and a.client_id = e.client_id and a.subject = :subject and a.relation <> 'self')))
            """
                + COLUMNS
                + """
                from seen e
                where e.entered_in_error_at is null
                  and not exists (select from merge m join grant_enrollment o on o.agency = m.agency and o.client_id = m.surviving
                    where m.agency = e.agency and m.merged = e.client_id and m.undone_at is null and o.grant_code = e.grant_code
                      and o.entered_in_error_at is null
                      and o.started_on <= coalesce(e.ended_on, 'infinity') and e.started_on <= coalesce(o.ended_on, 'infinity'))
                  and (:after::uuid is null or (e.started_on, e.id) > (
                    select p.started_on, p.id from seen p where p.id = :after))
                order by e.started_on, e.id limit :limit
                """)
        .param("agency", agency.value())
        .param("grant", grant)
        .param("subject", assignedTo == null ? null : assignedTo.value())
        .param("after", after)
        .param("limit", limit)
        .query(Enrollments::read)
        .list();
  }

  /** What is known of a part: the latest word on it. */
  record Reported(Grants.Point point, int number, Forms.Part part, PartForm.Outcome outcome) {
    boolean isOf(Windows.Window window, Forms.Part of) {
      return point == window.point() && number == window.number() && part == of;
    }
  }

  UUID addPart(
      AgencyId agency,
      UUID enrollment,
      PartForm part,
      String edition,
      @Nullable RecordedAct act,
      SubjectId by,
      Instant at) {
    var id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into report_part (agency, id, enrollment_id, point, number, part, outcome, done_on, answers, form_edition,
              act_kind, act_at, act_words, act_recorded_by, act_recorded_at, recorded_by, recorded_at)
            values (:agency, :id, :enrollment, :point, :number, :part, :outcome, :on, :answers::jsonb, :edition,
              :actKind, :actAt, :actWords, :actRecordedBy, :actRecordedAt, :by, :at)
            """)
        .params(ActColumns.parameters(act))
        .param("agency", agency.value())
        .param("id", id)
        .param("enrollment", enrollment)
        .param("point", Codes.of(part.point()))
        .param("number", part.number())
        .param("part", Codes.of(part.part()))
        .param("outcome", Codes.of(part.outcome()))
        .param("on", part.on())
        .param("answers", json.writeValueAsString(part.answers()))
        .param("edition", edition)
        .param("by", by.value())
        .param("at", utc(at))
        .update();
    return id;
  }

  List<Reported> reported(AgencyId agency, UUID enrollment) {
    return jdbc.sql(
            """
            select distinct on (point, number, part) point, number, part, outcome from report_part
            where agency = :agency and enrollment_id = :enrollment order by point, number, part, recorded_at desc, id
            """)
        .param("agency", agency.value())
        .param("enrollment", enrollment)
        .query(
            (row, _) ->
                new Reported(
                    Codes.to(Grants.Point.class, row.getString("point")),
                    row.getInt("number"),
                    Codes.to(Forms.Part.class, row.getString("part")),
                    Codes.to(PartForm.Outcome.class, row.getString("outcome"))))
        .list();
  }

  /** When the client last said something of that part of a report. */
  Optional<Instant> lastAct(AgencyId agency, UUID enrollment, PartForm of) {
    return jdbc.sql(
            """
            select act_at from report_part
            where agency = :agency and enrollment_id = :enrollment and point = :point and number = :number and part = :part
              and act_at is not null
            order by act_at desc limit 1
            """)
        .param("agency", agency.value())
        .param("enrollment", enrollment)
        .param("point", Codes.of(of.point()))
        .param("number", of.number())
        .param("part", Codes.of(of.part()))
        .query((row, _) -> instant(row, "act_at"))
        .optional();
  }

  private static Enrollment read(ResultSet row, int number) throws SQLException {
    return new Enrollment(
        row.getObject("id", UUID.class),
        row.getObject("client_id", UUID.class),
        row.getString("grant_code"),
        row.getInt("episode"),
        row.getObject("started_on", LocalDate.class),
        row.getObject("ended_on", LocalDate.class),
        optionalInstant(row, "entered_in_error_at"));
  }
}
