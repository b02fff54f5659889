package org.handrail.plan.milestone;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.handrail.platform.sql.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The referrals whose client arrived, as far as this agency may know it. */
@Repository
class AttendedReferrals {

  private final JdbcClient jdbc;

  AttendedReferrals(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** False when it was known before. */
  boolean add(UUID referralId, UUID clientId, Instant at) {
    var added =
        jdbc.sql(
                """
                insert into attended_referral (agency, referral_id, client_id, at)
                values (current_setting('handrail.agency'), :referral, :client, :at)
                on conflict do nothing
                """)
            .param("referral", referralId)
            .param("client", clientId)
            .param("at", Columns.utc(at))
            .update();
    return added == 1;
  }

  /** Whether whose records these are arrived there. */
  boolean has(UUID referralId, List<UUID> records) {
    return jdbc.sql(
            """
            select exists (select 1 from attended_referral
              where referral_id = :referral and client_id = any(:records))
            """)
        .param("referral", referralId)
        .param("records", records.toArray(UUID[]::new))
        .query(Boolean.class)
        .single();
  }

  /** Until the transaction ends nobody else learns, or asks, whether this one was attended. */
  void lock(UUID referralId) {
    jdbc.sql(
            """
            select pg_advisory_xact_lock(hashtextextended(
              jsonb_build_array('attended', current_setting('handrail.agency'), :referral)::text, 0))
            """)
        .param("referral", referralId.toString())
        .query((row, number) -> true)
        .single();
  }
}
