package org.handrail.client.client;

import org.handrail.client.client.ReachingClient.Reached;
import org.handrail.client.colleague.ClientSignIns;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.Person;
import org.handrail.platform.caller.Role;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.ProblemType;
import org.handrail.platform.problem.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which sign-in opens whose record: one person's, their own and those that were merged with it. */
@Repository
class OwnSignIns {
  static final ProblemType NOT_POSSIBLE =
      ProblemType.of("sign-in-not-possible", 409, "This sign-in cannot open this record");
  static final ProblemType TAKEN =
      ProblemType.of("sign-in-taken", 409, "This sign-in opens a record already");

  private final JdbcClient jdbc;
  private final ClientSignIns seen;

  OwnSignIns(JdbcClient jdbc, ClientSignIns seen) {
    this.jdbc = jdbc;
    this.seen = seen;
  }

  /** That a sign-in opens the record of another person, and whether the caller knows that one. */
  private record Elsewhere(boolean opens, boolean known) {}

  /**
   * Before the sign-in is given: a slip of the pen would open the record to somebody else. Only who
   * is at the side of the record that it opens hears that it does; to everybody else it is as one
   * by which nobody ever came, and the same is asked in both cases, since the answer would tell who
   * is a client (P2-APP-2).
   */
  void requireFree(Reached to, SubjectId subject) {
    giveAlone(to.agency(), subject);
    var came = seen.has(to.agency(), subject);
    var elsewhere = elsewhere(to, subject);
    if (elsewhere.known()) {
      throw Refusal.of(TAKEN);
    }
    if (elsewhere.opens() || !came) {
      throw Refusal.of(
          Problem.of(NOT_POSSIBLE)
              .detail(
                  "It opens a record once the client has come by it to this agency, and no second"
                      + " one. Ask the client to sign in, and look whether the id is theirs."));
    }
  }

  /** Whether some sign-in opens the client's record as their own. */
  boolean isGiven(AgencyId agency, ClientId client) {
    return jdbc.sql(
            "select exists (select from assignment where agency = :agency and client_id = :client"
                + " and relation = 'self')")
        .param("agency", agency.value())
        .param("client", client.value())
        .query(Boolean.class)
        .single();
  }

  // Whoever gives that sign-in a record goes one after the other.
  private void giveAlone(AgencyId agency, SubjectId subject) {
    jdbc.sql(
            "select pg_advisory_xact_lock(hashtextextended('sign-in ' || :agency || ' ' ||"
                + " :subject, 0))")
        .param("agency", agency.value())
        .param("subject", subject.value())
        .query((_, _) -> true)
        .single();
  }

  private Elsewhere elsewhere(Reached to, SubjectId subject) {
    return jdbc.sql(
            """
            with other as (
              select client_id from assignment where agency = :agency and subject = :subject and relation = 'self'
                and client_id not in (select records_of_person(:agency, :client))
            )
            select exists (select from other) as opens,
              exists (select from other o where :all or exists (select from assignment mine
                where mine.agency = :agency and mine.client_id = o.client_id and mine.subject = :caller
                  and mine.relation <> 'self')) as known
            """)
        .param("agency", to.agency().value())
        .param("client", to.id().value())
        .param("subject", subject.value())
        .param("caller", to.by().subject().value())
        .param("all", seesAll(to.by()))
        .query((row, _) -> new Elsewhere(row.getBoolean("opens"), row.getBoolean("known")))
        .single();
  }

  private static boolean seesAll(Person person) {
    return person.is(Role.SUPERVISOR);
  }
}
