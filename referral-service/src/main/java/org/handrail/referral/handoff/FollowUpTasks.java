package org.handrail.referral.handoff;

import static org.handrail.platform.sql.Columns.instant;
import static org.handrail.platform.sql.Columns.optionalInstant;
import static org.handrail.platform.sql.Columns.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.handrail.platform.act.ActColumns;
import org.handrail.platform.act.RecordedAct;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.http.Codes;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tasks of asking how it goes. */
@Repository
class FollowUpTasks {
  private final JdbcClient jdbc;

  FollowUpTasks(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(AgencyId agency, UUID handoffId, int day, Instant due) {
    jdbc.sql(
            """
            insert into handoff_follow_up (handoff_id, agency, day, due_at)
            values (:handoff, :agency, :day, :due)
            on conflict do nothing
            """)
        .param("handoff", handoffId)
        .param("agency", agency.value())
        .param("day", day)
        .param("due", utc(due))
        .update();
  }

  List<FollowUpTask> of(UUID handoffId) {
    return jdbc.sql("select * from handoff_follow_up where handoff_id = :id order by day")
        .param("id", handoffId)
        .query((row, _) -> task(row))
        .list();
  }

  /** Takes note that the specialist was asked for what is due by then. */
  void asked(UUID handoffId, Instant now) {
    jdbc.sql(
            """
            update handoff_follow_up set asked_at = :now
            where handoff_id = :id and asked_at is null and due_at <= :now
            """)
        .param("id", handoffId)
        .param("now", utc(now))
        .update();
  }

  /** When the next is due for which nobody was asked yet. */
  Optional<Instant> next(UUID handoffId) {
    return jdbc.sql(
            """
            select due_at from handoff_follow_up
            where handoff_id = :id and asked_at is null and outcome is null order by due_at limit 1
            """)
        .param("id", handoffId)
        .query((row, _) -> instant(row, "due_at"))
        .optional();
  }

  void done(UUID handoffId, FollowUpTask task, SubjectId by, Instant at) {
    RecordedAct said = task.said();
    FollowUpTask.Outcome outcome = task.outcome();
    jdbc.sql(
            """
            update handoff_follow_up set outcome = :outcome, act_kind = :actKind, act_at = :actAt,
              act_words = :actWords, act_recorded_by = :actRecordedBy,
              act_recorded_at = :actRecordedAt, done_by = :by, done_at = :at
            where handoff_id = :id and day = :day and outcome is null
            """)
        .params(ActColumns.parameters(said))
        .param("outcome", outcome == null ? null : Codes.of(outcome))
        .param("by", by.value())
        .param("at", utc(at))
        .param("id", handoffId)
        .param("day", task.day())
        .update();
  }

  private static FollowUpTask task(ResultSet row) throws SQLException {
    return new FollowUpTask(
        row.getInt("day"),
        instant(row, "due_at"),
        outcome(row.getString("outcome")),
        ActColumns.read(row),
        by(row.getString("done_by")),
        optionalInstant(row, "done_at"));
  }

  private static FollowUpTask.@Nullable Outcome outcome(@Nullable String code) {
    return code == null ? null : Codes.to(FollowUpTask.Outcome.class, code);
  }

  private static @Nullable SubjectId by(@Nullable String subject) {
    return subject == null ? null : new SubjectId(subject);
  }
}
