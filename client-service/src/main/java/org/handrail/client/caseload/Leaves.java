package org.handrail.client.caseload;

import static org.handrail.platform.sql.Columns.utc;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.handrail.client.client.ClientId;
import org.handrail.client.specialist.Specialist;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.SubjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who of the acting agency's specialists is away, and who stands in. */
@Repository
class Leaves {
  private final JdbcClient jdbc;

  Leaves(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Until the transaction ends nobody else of the agency begins one or leaves a client's side. */
  void alone(AgencyId agency) {
    jdbc.sql(
            "select pg_advisory_xact_lock(hashtextextended(jsonb_build_array('leave',"
                + " :agency)::text, 0))")
        .param("agency", agency.value())
        .query((_, _) -> true)
        .single();
  }

  /** Time away; without a last day until somebody says that it ended. */
  record Leave(UUID id, LocalDate from, @Nullable LocalDate until) {}

  UUID begin(
      AgencyId agency,
      Specialist of,
      LocalDate from,
      @Nullable LocalDate until,
      SubjectId by,
      Instant at) {
    var id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into specialist_leave (agency, id, specialist_id, subject, from_day, until_day, begun_by, begun_at)
            values (:agency, :id, :specialist, :subject, :from, :until, :by, :at)
            """)
        .param("agency", agency.value())
        .param("id", id)
        .param("specialist", of.id().value())
        .param("subject", of.subject().value())
        .param("from", from)
        .param("until", until)
        .param("by", by.value())
        .param("at", utc(at))
        .update();
    return id;
  }

  void end(AgencyId agency, UUID id, Instant at) {
    jdbc.sql("update specialist_leave set ended_at = :at where agency = :agency and id = :id")
        .param("agency", agency.value())
        .param("id", id)
        .param("at", utc(at))
        .update();
  }

  /**
   * That of somebody who is away, or was until a day that has passed without anybody's saying so.
   */
  Optional<Leave> open(AgencyId agency, SubjectId of) {
    return jdbc.sql(
            """
            select id, from_day, until_day from specialist_leave
            where agency = :agency and subject = :subject and ended_at is null
            """)
        .param("agency", agency.value())
        .param("subject", of.value())
        .query(
            (row, _) ->
                new Leave(
                    row.getObject("id", UUID.class),
                    row.getObject("from_day", LocalDate.class),
                    row.getObject("until_day", LocalDate.class)))
        .optional();
  }

  boolean isAway(AgencyId agency, SubjectId somebody, LocalDate on) {
    return open(agency, somebody)
        .filter(leave -> leave.until() == null || !leave.until().isBefore(on))
        .isPresent();
  }

  /** The client's primary specialist and backups. */
  record Standing(SubjectId subject, boolean primary) {}

  /** Who else of these is there on that day, in the order in which they came. */
  List<Standing> standingIn(AgencyId agency, SubjectId of, ClientId client, LocalDate on) {
    return atTheSideOf(agency, client).stream()
        .filter(other -> !other.subject().equals(of))
        .filter(other -> !isAway(agency, other.subject(), on))
        .toList();
  }

  List<Standing> atTheSideOf(AgencyId agency, ClientId client) {
    return jdbc.sql(
            """
            select subject, relation from assignment
            where agency = :agency and client_id = :client and relation in ('primary', 'backup') order by assigned_at, subject
            """)
        .param("agency", agency.value())
        .param("client", client.value())
        .query(
            (row, _) ->
                new Standing(
                    new SubjectId(row.getString("subject")),
                    row.getString("relation").equals("primary")))
        .list();
  }
}
