package org.handrail.client.handoff;

import static org.handrail.platform.sql.Columns.utc;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.ProblemType;
import org.handrail.platform.problem.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Handoffs in which nobody has confirmed contact with the new place yet: until then the outgoing
 * specialist stays (R4).
 */
@Repository
public class OpenHandoffs {
  static final ProblemType HANDOFF_OPEN =
      ProblemType.of(
          "handoff-open", 409, "Who hands a client over stays until contact is confirmed");

  private final JdbcClient jdbc;

  OpenHandoffs(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Refuses ({@code handoff-open}) when one keeps a specialist at a client's side.
   *
   * @param client of the agency's own record
   */
  public void requireNone(AgencyId agency, UUID client, SubjectId specialist) {
    keeping(agency, client, specialist)
        .ifPresent(
            handoff -> {
              throw Refusal.of(
                  Problem.of(HANDOFF_OPEN)
                      .detail("Confirm contact with the new place, or close the handoff")
                      .with("handoffId", handoff));
            });
  }

  Optional<UUID> keeping(AgencyId agency, UUID client, SubjectId specialist) {
    return jdbc.sql(
            """
            select handoff_id from open_handoff
            where agency = :agency and client_id = :client and outgoing = :specialist
            order by opened_at limit 1
            """)
        .param("agency", agency.value())
        .param("client", client)
        .param("specialist", specialist.value())
        .query(UUID.class)
        .optional();
  }

  void opened(AgencyId agency, UUID handoff, UUID client, SubjectId outgoing, Instant at) {
    jdbc.sql(
            """
            insert into open_handoff (agency, handoff_id, client_id, outgoing, opened_at)
            values (:agency, :handoff, :client, :outgoing, :at)
            """)
        .param("agency", agency.value())
        .param("handoff", handoff)
        .param("client", client)
        .param("outgoing", outgoing.value())
        .param("at", utc(at))
        .update();
  }

  void over(AgencyId agency, UUID handoff) {
    jdbc.sql("delete from open_handoff where agency = :agency and handoff_id = :handoff")
        .param("agency", agency.value())
        .param("handoff", handoff)
        .update();
  }
}
