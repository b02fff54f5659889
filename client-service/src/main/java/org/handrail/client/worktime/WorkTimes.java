package org.handrail.client.worktime;

import static org.handrail.platform.sql.Columns.utc;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.problem.ProblemType;
import org.handrail.platform.problem.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** When each specialist was with whom or what; no two times of one specialist overlap (BILL-1). */
@Repository
public class WorkTimes {
  static final ProblemType TIME_OVERLAPS =
      ProblemType.of("time-overlaps", 409, "You have something else on record at that time");

  /** Nobody is at one thing for longer. */
  public static final Duration LONGEST = Duration.ofHours(24);

  private final JdbcClient jdbc;

  WorkTimes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Takes one's own time for something, or moves it there.
   *
   * @throws Refusal when they have something else then
   */
  public void take(
      AgencyId agency, SubjectId specialist, UUID whatFor, Instant from, Instant until) {
    if (!takeIfFree(agency, specialist, whatFor, from, until)) {
      throw Refusal.of(TIME_OVERLAPS);
    }
  }

  /**
   * As {@link #take}, and tells whether the specialist had nothing else then: of a colleague's time
   * nobody learns more. Of two takers at once the second waits.
   */
  public boolean takeIfFree(
      AgencyId agency, SubjectId specialist, UUID whatFor, Instant from, Instant until) {
    lock(agency, specialist);
    if (isTaken(agency, specialist, whatFor, from, until)) {
      return false;
    }
    jdbc.sql(
            """
            insert into work_time (agency, what_for, specialist, starts_at, ends_at)
            values (:agency, :whatFor, :specialist, :from, :until)
            on conflict (agency, what_for) do update set starts_at = excluded.starts_at, ends_at = excluded.ends_at
            """)
        .param("agency", agency.value())
        .param("whatFor", whatFor)
        .param("specialist", specialist.value())
        .param("from", utc(from))
        .param("until", utc(until))
        .update();
    return true;
  }

  /** Gives the time back that something took, if it took any. */
  public void free(AgencyId agency, UUID whatFor) {
    jdbc.sql("delete from work_time where agency = :agency and what_for = :whatFor")
        .param("agency", agency.value())
        .param("whatFor", whatFor)
        .update();
  }

  private void lock(AgencyId agency, SubjectId specialist) {
    jdbc.sql(
            """
            select pg_advisory_xact_lock(hashtextextended(jsonb_build_array('work-time', :agency, :specialist)::text, 0))
            """)
        .param("agency", agency.value())
        .param("specialist", specialist.value())
        .query((_, _) -> true)
        .single();
  }

  private boolean isTaken(
      AgencyId agency, SubjectId specialist, UUID whatFor, Instant from, Instant until) {
    return jdbc.sql(
            """
            select exists (select from work_time
              where agency = :agency and specialist = :specialist and what_for <> :whatFor
                and starts_at > :earliest and starts_at < :until and ends_at > :from)
            """)
        .param("agency", agency.value())
        .param("specialist", specialist.value())
        .param("whatFor", whatFor)
        .param("earliest", utc(from.minus(LONGEST)))
        .param("from", utc(from))
        .param("until", utc(until))
        .query(Boolean.class)
        .single();
  }
}
