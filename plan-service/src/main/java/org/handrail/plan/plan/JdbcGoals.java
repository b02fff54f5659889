package org.handrail.plan.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.handrail.platform.act.ActColumns;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.sql.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The goals of plans, in the order in which they were stated. */
@Repository
class JdbcGoals {

  private final JdbcClient jdbc;

  JdbcGoals(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Goal> of(PlanId plan) {
    return jdbc.sql("select * from goal where plan_id = :plan order by place")
        .param("plan", plan.value())
        .query((row, number) -> goal(row))
        .list();
  }

  /** What a goal says is written once; afterwards only its acceptance can change. */
  void save(PlanId plan, List<Goal> goals) {
    for (int place = 0; place < goals.size(); place++) {
      save(plan, place, goals.get(place));
    }
  }

  private void save(PlanId plan, int place, Goal goal) {
    var statement = goal.statement();
    jdbc.sql(
            """
            insert into goal (agency, id, plan_id, place, words, category, stated_by, written_by, written_at,
              accepted, act_kind, act_at, act_words, act_recorded_by, act_recorded_at)
            values (current_setting('handrail.agency'), :id, :plan, :place, :words, :category, :statedBy,
              :writtenBy, :writtenAt, :accepted, :actKind, :actAt, :actWords, :actRecordedBy, :actRecordedAt)
            on conflict (agency, id) do update
            set accepted = excluded.accepted, act_kind = excluded.act_kind, act_at = excluded.act_at,
              act_words = excluded.act_words, act_recorded_by = excluded.act_recorded_by,
              act_recorded_at = excluded.act_recorded_at
            where goal.accepted is distinct from excluded.accepted
            """)
        .params(ActColumns.parameters(goal.acceptance()))
        .param("id", statement.id().value())
        .param("plan", plan.value())
        .param("place", place)
        .param("words", statement.words())
        .param("category", statement.category().code())
        .param("statedBy", statement.statedBy().code())
        .param("writtenBy", statement.writtenBy().value())
        .param("writtenAt", Columns.utc(statement.writtenAt()))
        .param("accepted", goal instanceof Goal.Accepted)
        .update();
  }

  private static Goal goal(ResultSet row) throws SQLException {
    var statement =
        new Statement(
            new GoalId(row.getObject("id", UUID.class)),
            row.getString("words"),
            GoalCategory.of(row.getString("category")),
            StatedBy.of(row.getString("stated_by")),
            new SubjectId(row.getString("written_by")),
            Columns.instant(row, "written_at"));
    return row.getBoolean("accepted")
        ? new Goal.Accepted(statement, ActColumns.read(row))
        : new Goal.Proposed(statement);
  }
}
