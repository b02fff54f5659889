package org.handrail.plan.milestone;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.handrail.plan.plan.PlanId;
import org.handrail.platform.act.ActColumns;
import org.handrail.platform.sql.Columns;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcMilestones implements Milestones {

  private final JdbcClient jdbc;

  JdbcMilestones(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void add(Milestone milestone) {
    var meaning = milestone.meaning();
    var awaited = meaning.awaited();
    jdbc.sql(
            """
            insert into milestone (agency, id, plan_id, goal_id, client_id, words, awaits, awaited_referral_id,
              written_by, written_at, status, version)
            values (current_setting('handrail.agency'), :id, :plan, :goal, :client, :words, :awaits, :referral,
              :writtenBy, :writtenAt, 'open', :version)
            """)
        .param("id", milestone.id().value())
        .param("plan", meaning.planId().value())
        .param("goal", meaning.goalId().value())
        .param("client", meaning.clientId())
        .param("words", meaning.words())
        .param("awaits", awaited == null ? null : Awaited.ATTENDED)
        .param("referral", awaited == null ? null : awaited.referralId())
        .param("writtenBy", meaning.writtenBy().value())
        .param("writtenAt", Columns.utc(meaning.writtenAt()))
        .param("version", milestone.version())
        .update();
  }

  @Override
  public void save(Milestone milestone) {
    var changed =
        jdbc.sql(
                """
                update milestone
                set version = :version, status = :status,
                  proposed_by_referral_id = coalesce(:referral, proposed_by_referral_id),
                  proposed_at = coalesce(:proposedAt, proposed_at),
                  act_kind = :actKind, act_at = :actAt, act_words = :actWords,
                  act_recorded_by = :actRecordedBy, act_recorded_at = :actRecordedAt
                where id = :id and version = :version - 1
                """)
            .params(standing(milestone.standing()))
            .param("id", milestone.id().value())
            .param("status", milestone.status().code())
            .param("version", milestone.version())
            .update();
    if (changed != 1) {
      throw new IllegalStateException("the milestone was not locked before it was changed");
    }
  }

  private static Map<String, @Nullable Object> standing(Milestone.Standing standing) {
    var act = standing instanceof Milestone.Marked marked ? marked.act() : null;
    var proposed = standing instanceof Milestone.Proposed proposal ? proposal : null;
    Map<String, @Nullable Object> parameters = new HashMap<>(ActColumns.parameters(act));
    parameters.put("referral", proposed == null ? null : proposed.referralId());
    parameters.put("proposedAt", proposed == null ? null : Columns.utc(proposed.at()));
    return parameters;
  }

  @Override
  public Optional<Milestone> find(MilestoneId id) {
    return one("select * from milestone where id = :id", id);
  }

  @Override
  public Optional<Milestone> lock(MilestoneId id) {
    return one("select * from milestone where id = :id for update", id);
  }

  private Optional<Milestone> one(String sql, MilestoneId id) {
    return jdbc.sql(sql).param("id", id.value()).query(MilestoneRows::read).optional();
  }

  @Override
  public List<Milestone> lockWaiting(List<UUID> records) {
    return jdbc.sql(
            """
            select * from milestone
            where client_id = any(:records) and status = 'open' and awaits is not null
            order by plan_id, place for update
            """)
        .param("records", records.toArray(UUID[]::new))
        .query(MilestoneRows::read)
        .list();
  }

  @Override
  public List<Milestone> ofPlan(PlanId plan, @Nullable MilestoneId after, int limit) {
    return jdbc.sql(
            """
            select * from milestone
            where plan_id = :plan
              and place > coalesce((select place from milestone where id = :after and plan_id = :plan), 0)
            order by place limit :limit
            """)
        .param("plan", plan.value())
        .param("after", after == null ? null : after.value())
        .param("limit", limit)
        .query(MilestoneRows::read)
        .list();
  }
}
