package org.handrail.platform.assignment;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.sql.Columns;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What client-service's events told of leaves; seen only as their agency. */
final class Absences {
  private final JdbcClient jdbc;

  Absences(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param backAt from when on they are there again; absent until that is told
   */
  void put(AgencyId agency, UUID leave, SubjectId subject, @Nullable Instant backAt) {
    jdbc.sql(
            """
            insert into specialist_absence (agency, leave_id, subject, back_at)
            values (:agency, :leave, :subject, :backAt::timestamptz) on conflict do nothing
            """)
        .param("agency", agency.value())
        .param("leave", leave)
        .param("subject", subject.value())
        .param("backAt", backAt == null ? null : Columns.utc(backAt))
        .update();
  }

  void remove(UUID leave) {
    jdbc.sql("delete from specialist_absence where leave_id = ?").param(leave).update();
  }

  /** Those who are on leave then. */
  Set<SubjectId> at(Instant time) {
    return new HashSet<>(
        jdbc.sql("select subject from specialist_absence where back_at is null or back_at > :at")
            .param("at", Columns.utc(time))
            .query((row, _) -> new SubjectId(row.getString("subject")))
            .list());
  }
}
