package org.handrail.referral.referral;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.scope.Transactions;
import org.handrail.platform.sql.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Which instance asks the door for an agency: one at a time, so that what waits goes in its order.
 *
 * <p>A lane is lent for a while, so that an instance that died gives it back. Order hangs on it;
 * that a step takes effect once does not.
 */
@Repository
class Lanes {
  private static final Duration LENT_FOR = Duration.ofSeconds(20);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  private final JdbcClient jdbc;
  private final Transactions transactions;
  private final Clock clock;

  Lanes(JdbcClient jdbc, Transactions transactions, Clock clock) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Takes or keeps the lane; false while another holds it or it pauses. */
  boolean hold(AgencyId agency, UUID holder) {
    Instant now = clock.instant();
    return transactions.inTransaction(
        () ->
            jdbc.sql(
                        """
                        insert into door_lane as lane (agency, held_by, held_until, resume_at)
                        values (:agency, :holder, :until, :now)
                        on conflict (agency) do update set held_by = :holder, held_until = :until
                        where (lane.held_by = :holder or lane.held_by is null or lane.held_until <= :now)
                          and lane.resume_at <= :now
                        """)
                    .param("agency", agency.value())
                    .param("holder", holder)
                    .param("until", Columns.utc(now.plus(LENT_FOR)))
                    .param("now", Columns.utc(now))
                    .update()
                == 1);
  }

  /** Gives the lane back. */
  void leave(AgencyId agency, UUID holder) {
    leave(agency, holder, Duration.ZERO, false);
  }

  /** The door gave an answer: the next pause is a short one again. */
  void answered(AgencyId agency) {
    transactions.run(
        () ->
            jdbc.sql("update door_lane set failures = 0 where agency = :agency and failures > 0")
                .param("agency", agency.value())
                .update());
  }

  /** Gives the lane back until it is worth asking again: half a second first, then ever longer. */
  void pause(AgencyId agency, UUID holder, int failures) {
    Duration pause = Duration.ofMillis(500L << Math.min(failures, 10));
    leave(agency, holder, pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause, true);
  }

  int failures(AgencyId agency) {
    return transactions.reading(
        () ->
            jdbc.sql("select failures from door_lane where agency = :agency")
                .param("agency", agency.value())
                .query(Integer.class)
                .single());
  }

  private void leave(AgencyId agency, UUID holder, Duration pause, boolean failed) {
    transactions.run(
        () ->
            jdbc.sql(
                    """
                    update door_lane set held_by = null, resume_at = :resumeAt,
                      failures = failures + case when :failed then 1 else 0 end
                    where agency = :agency and held_by = :holder
                    """)
                .param("agency", agency.value())
                .param("holder", holder)
                .param("failed", failed)
                .param("resumeAt", Columns.utc(clock.instant().plus(pause)))
                .update());
  }
}
