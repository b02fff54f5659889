package org.handrail.plan.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.handrail.platform.act.ActColumns;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.problem.ProblemType;
import org.handrail.platform.problem.Refusal;
import org.handrail.platform.sql.Columns;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPlans implements Plans {

  static final ProblemType PLAN_EXISTS =
      ProblemType.of("plan-exists", 409, "The client has a plan already");

  private final JdbcClient jdbc;
  private final JdbcGoals goals;

  JdbcPlans(JdbcClient jdbc, JdbcGoals goals) {
    this.jdbc = jdbc;
    this.goals = goals;
  }

  @Override
  public void add(Plan plan) {
    try {
      jdbc.sql(
              """
              insert into plan (agency, id, client_id, version, drawn_up_by, drawn_up_at)
              values (current_setting('handrail.agency'), :id, :clientId, :version, :by, :at)
              """)
          .param("id", plan.id().value())
          .param("clientId", plan.clientId())
          .param("version", plan.version())
          .param("by", plan.drawnUpBy().value())
          .param("at", Columns.utc(plan.drawnUpAt()))
          .update();
    } catch (DuplicateKeyException e) {
      throw Refusal.of(PLAN_EXISTS);
    }
  }

  @Override
  public void save(Plan plan) {
    var changed =
        jdbc.sql(
                """
                update plan
                set version = :version, act_kind = :actKind, act_at = :actAt, act_words = :actWords,
                  act_recorded_by = :actRecordedBy, act_recorded_at = :actRecordedAt
                where id = :id and version = :version - 1
                """)
            .params(ActColumns.parameters(plan.activation()))
            .param("id", plan.id().value())
            .param("version", plan.version())
            .update();
    if (changed != 1) {
      throw new IllegalStateException("the plan was not locked before it was changed");
    }
    goals.save(plan.id(), plan.goals());
  }

  @Override
  public Optional<Plan> find(PlanId id) {
    return one("select * from plan where id = :id", id.value());
  }

  @Override
  public Optional<Plan> lock(PlanId id) {
    return one("select * from plan where id = :id for update", id.value());
  }

  @Override
  public Optional<Plan> ofClient(UUID clientId) {
    return one("select * from plan where client_id = :id", clientId);
  }

  private Optional<Plan> one(String sql, UUID id) {
    return jdbc.sql(sql)
        .param("id", id)
        .query((row, number) -> plan(row, List.of()))
        .optional()
        .map(this::withGoals);
  }

  private Plan withGoals(Plan plan) {
    return new Plan(
        plan.id(),
        plan.clientId(),
        goals.of(plan.id()),
        plan.activation(),
        plan.drawnUpBy(),
        plan.drawnUpAt(),
        plan.version());
  }

  private static Plan plan(ResultSet row, List<Goal> goals) throws SQLException {
    return new Plan(
        new PlanId(row.getObject("id", UUID.class)),
        row.getObject("client_id", UUID.class),
        goals,
        ActColumns.read(row),
        new SubjectId(row.getString("drawn_up_by")),
        Columns.instant(row, "drawn_up_at"),
        row.getLong("version"));
  }
}
