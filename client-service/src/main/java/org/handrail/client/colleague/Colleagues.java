package org.handrail.client.colleague;

import java.time.LocalDate;
import java.util.Optional;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.ProblemType;
import org.handrail.platform.problem.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The people of the acting agency who have signed in at least once. */
@Repository
public class Colleagues {
  public static final ProblemType UNKNOWN =
      ProblemType.of("colleague-unknown", 409, "Nobody of this agency is known by that id");

  private final JdbcClient jdbc;

  Colleagues(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Somebody as their last sign-in told.
   *
   * @param walks whether they walk with clients: specialists and their supervisors do
   */
  record Colleague(AgencyId agency, SubjectId subject, String name, boolean walks) {}

  /** Unless that is somebody of the agency who walks with clients, as their sign-in told. */
  public void requireWalking(AgencyId agency, SubjectId subject) {
    if (!exists(agency, subject, true)) {
      throw Refusal.of(Problem.of(UNKNOWN).detail("They sign in once before."));
    }
  }

  /** Whether that is somebody who works for the agency. */
  public boolean work(AgencyId agency, SubjectId subject) {
    return exists(agency, subject, false);
  }

  /** By what name clients know somebody who works for the agency, if their sign-in told one. */
  public Optional<String> nameOf(AgencyId agency, SubjectId subject) {
    return jdbc.sql(
            """
            select name from colleague where agency = :agency and subject = :subject and name <> subject
            """)
        .param("agency", agency.value())
        .param("subject", subject.value())
        .query(String.class)
        .optional();
  }

  private boolean exists(AgencyId agency, SubjectId subject, boolean walking) {
    return jdbc.sql(
            """
            select exists (select from colleague
              where agency = :agency and subject = :subject and (walks or not :walking))
            """)
        .param("agency", agency.value())
        .param("subject", subject.value())
        .param("walking", walking)
        .query(Boolean.class)
        .single();
  }

  void keep(Colleague colleague, LocalDate day) {
    jdbc.sql(
            """
            insert into colleague (agency, subject, name, walks, seen_on) values (:agency, :subject, :name, :walks, :day)
            on conflict (agency, subject) do update set name = excluded.name, walks = excluded.walks, seen_on = excluded.seen_on
            """)
        .param("agency", colleague.agency().value())
        .param("subject", colleague.subject().value())
        .param("name", colleague.name())
        .param("walks", colleague.walks())
        .param("day", day)
        .update();
  }
}
