package org.handrail.referral.referral;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.sql.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Referrals of the current agency that nobody answered in time, until it is settled. */
@Repository
class Overdue {
  private final JdbcClient jdbc;

  Overdue(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Agencies that have any; needs no scope, and tells nothing else. */
  List<AgencyId> agencies() {
    return jdbc.sql("select agency from agencies_with_overdue()")
        .query((row, number) -> new AgencyId(row.getString("agency")))
        .list();
  }

  /** Each in its turn: those that follow that one, then the others. */
  List<UUID> of(AgencyId agency, UUID after) {
    return jdbc.sql(
            """
            select referral_id from referral_request
            where agency = :agency and overdue_since is not null
            order by referral_id <= :after, referral_id limit 100
            """)
        .param("agency", agency.value())
        .param("after", after)
        .query((row, number) -> row.getObject("referral_id", UUID.class))
        .list();
  }

  void mark(UUID referralId, Instant since) {
    jdbc.sql("update referral_request set overdue_since = :since where referral_id = :id")
        .param("id", referralId)
        .param("since", Columns.utc(since))
        .update();
  }

  /**
   * Waits for it no longer.
   *
   * @return whether it still did: of several instances one settles it
   */
  boolean settle(UUID referralId) {
    return jdbc.sql(
                """
                update referral_request set overdue_since = null, nobody_there_since = null
                where referral_id = :id and overdue_since is not null
                """)
            .param("id", referralId)
            .update()
        == 1;
  }

  /**
   * Goes on waiting, for somebody to be at the client's side.
   *
   * @return whether that is new
   */
  boolean waitForSomebody(UUID referralId, Instant since) {
    return jdbc.sql(
                """
                update referral_request set nobody_there_since = :since
                where referral_id = :id and overdue_since is not null and nobody_there_since is null
                """)
            .param("id", referralId)
            .param("since", Columns.utc(since))
            .update()
        == 1;
  }

  /** Nothing could be heard of it until now. */
  void unheard(UUID referralId, Instant since) {
    jdbc.sql("update referral_request set unheard_since = :since where referral_id = :id")
        .param("id", referralId)
        .param("since", Columns.utc(since))
        .update();
  }

  /**
   * It may be heard of again.
   *
   * @return whether it could not until now
   */
  boolean isHeardOfAgain(UUID referralId) {
    return jdbc.sql(
                """
                update referral_request set unheard_since = null
                where referral_id = :id and unheard_since is not null
                """)
            .param("id", referralId)
            .update()
        == 1;
  }
}
