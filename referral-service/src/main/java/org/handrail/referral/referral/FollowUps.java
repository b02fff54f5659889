package org.handrail.referral.referral;

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
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.http.Codes;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tasks of asking the current agency's clients how it goes where they were referred to. */
@Repository
public class FollowUps {
  private final JdbcClient jdbc;

  FollowUps(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Adds one; false where it is there already. */
  boolean add(AgencyId agency, UUID referralId, FollowUpTask.Since since, int day, Instant due) {
    return jdbc.sql(
                """
                insert into referral_follow_up (referral_id, agency, since, day, due_at)
                values (:referral, :agency, :since, :day, :due)
                on conflict do nothing
                """)
            .param("referral", referralId)
            .param("agency", agency.value())
            .param("since", Codes.of(since))
            .param("day", day)
            .param("due", utc(due))
            .update()
        == 1;
  }

  /** Nobody need ask any more what is counted from then; what was asked can still be answered. */
  void dropThoseSince(FollowUpTask.Since since, UUID referralId) {
    jdbc.sql(
            """
            delete from referral_follow_up
            where referral_id = :id and since = :since and asked_at is null and outcome is null
            """)
        .param("id", referralId)
        .param("since", Codes.of(since))
        .update();
  }

  /** In the order in which they are due. */
  public List<FollowUpTask> of(UUID referralId) {
    return jdbc.sql("select * from referral_follow_up where referral_id = :id order by due_at, day")
        .param("id", referralId)
        .query((row, _) -> task(row))
        .list();
  }

  /**
   * Takes note that somebody is asked for all that is due by then.
   *
   * @return whether there is anything to ask for that is not known already
   */
  public boolean asked(UUID referralId, Instant now) {
    return jdbc.sql(
            """
            update referral_follow_up set asked_at = :now
            where referral_id = :id and asked_at is null and due_at <= :now
            returning outcome is null
            """)
        .param("id", referralId)
        .param("now", utc(now))
        .query(Boolean.class)
        .list()
        .contains(true);
  }

  /** When the next is due that was not due yet. */
  public Optional<Instant> next(UUID referralId) {
    return jdbc.sql(
            """
            select due_at from referral_follow_up
            where referral_id = :id and asked_at is null order by due_at limit 1
            """)
        .param("id", referralId)
        .query((row, _) -> instant(row, "due_at"))
        .optional();
  }

  /** Keeps what came of asking; false where that is kept already. */
  boolean done(UUID referralId, FollowUpTask task, SubjectId by, Instant at) {
    FollowUpTask.Outcome outcome = task.outcome();
    return jdbc.sql(
                """
                update referral_follow_up set outcome = :outcome, act_kind = :actKind, act_at = :actAt,
                  act_words = :actWords, act_recorded_by = :actRecordedBy,
                  act_recorded_at = :actRecordedAt, done_by = :by, done_at = :at
                where referral_id = :id and since = :since and day = :day and outcome is null
                """)
            .params(ActColumns.parameters(task.said()))
            .param("outcome", outcome == null ? null : Codes.of(outcome))
            .param("by", by.value())
            .param("at", utc(at))
            .param("id", referralId)
            .param("since", Codes.of(task.since()))
            .param("day", task.day())
            .update()
        == 1;
  }

  private static FollowUpTask task(ResultSet row) throws SQLException {
    return new FollowUpTask(
        Codes.to(FollowUpTask.Since.class, row.getString("since")),
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
