package org.handrail.plan.milestone;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.handrail.plan.plan.GoalId;
import org.handrail.plan.plan.PlanId;
import org.handrail.platform.act.ActColumns;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.sql.Columns;

/** Reads milestones from rows. */
final class MilestoneRows {

  private MilestoneRows() {}

  static Milestone read(ResultSet row, int number) throws SQLException {
    return new Milestone(
        new MilestoneId(row.getObject("id", UUID.class)),
        meaning(row),
        standing(row),
        row.getLong("version"));
  }

  private static Milestone.Meaning meaning(ResultSet row) throws SQLException {
    var awaited =
        row.getString("awaits") == null
            ? null
            : new Awaited(row.getObject("awaited_referral_id", UUID.class));
    return new Milestone.Meaning(
        new PlanId(row.getObject("plan_id", UUID.class)),
        new GoalId(row.getObject("goal_id", UUID.class)),
        row.getObject("client_id", UUID.class),
        row.getString("words"),
        awaited,
        new SubjectId(row.getString("written_by")),
        Columns.instant(row, "written_at"));
  }

  private static Milestone.Standing standing(ResultSet row) throws SQLException {
    var act = ActColumns.read(row);
    if (act != null) {
      return new Milestone.Marked(act);
    }
    var referral = row.getObject("proposed_by_referral_id", UUID.class);
    return referral == null
        ? new Milestone.Open()
        : new Milestone.Proposed(referral, Columns.instant(row, "proposed_at"));
  }
}
