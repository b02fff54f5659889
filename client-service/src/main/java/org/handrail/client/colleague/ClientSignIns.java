package org.handrail.client.colleague;

import java.time.LocalDate;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.SubjectId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The sign-ins by which clients have come to the acting agency at least once, which is that they
 * asked this service for anything. Whose they are is not known by that: somebody at the client's
 * side says it.
 */
@Repository
public class ClientSignIns {
  private final JdbcClient jdbc;

  ClientSignIns(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A client's sign-in at an agency. */
  record SignIn(AgencyId agency, SubjectId subject) {}

  public boolean has(AgencyId agency, SubjectId subject) {
    return jdbc.sql(
            """
            select exists (select from client_sign_in where agency = :agency and subject = :subject)
            """)
        .param("agency", agency.value())
        .param("subject", subject.value())
        .query(Boolean.class)
        .single();
  }

  void keep(SignIn signIn, LocalDate day) {
    jdbc.sql(
            """
            insert into client_sign_in (agency, subject, seen_on) values (:agency, :subject, :day)
            on conflict (agency, subject) do update set seen_on = excluded.seen_on
            """)
        .param("agency", signIn.agency().value())
        .param("subject", signIn.subject().value())
        .param("day", day)
        .update();
  }
}
