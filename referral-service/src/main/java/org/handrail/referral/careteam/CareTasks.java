package org.handrail.referral.careteam;

import static org.handrail.platform.sql.Columns.instant;
import static org.handrail.platform.sql.Columns.optionalInstant;
import static org.handrail.platform.sql.Columns.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.handrail.platform.assignment.MergedRecords;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.Person;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.http.Codes;
import org.handrail.platform.http.PagePlace;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The task boards of the current agency's clients. */
@Repository
class CareTasks {
  private final JdbcClient jdbc;
  private final MergedRecords merged;

  CareTasks(JdbcClient jdbc, MergedRecords merged) {
    this.jdbc = jdbc;
    this.merged = merged;
  }

  void add(AgencyId agency, CareTask task) {
    jdbc.sql(
            """
            insert into care_task (id, agency, client_id, code, words, owner, due_on, state, added_by,
              added_at)
            values (:id, :agency, :client, :code, :words, :owner, :due, 'open', :by, :at)
            """)
        .param("id", task.id())
        .param("agency", agency.value())
        .param("client", task.clientId())
        .param("code", Codes.of(task.code()))
        .param("words", task.words())
        .param("owner", Codes.of(task.owner()))
        .param("due", task.dueOn())
        .param("by", task.addedBy().value())
        .param("at", utc(task.addedAt()))
        .update();
  }

  /** Whose it is, without anything else. */
  Optional<UUID> clientOf(UUID id) {
    return jdbc.sql("select client_id from care_task where id = :id")
        .param("id", id)
        .query(UUID.class)
        .optional();
  }

  Optional<CareTask> find(UUID id) {
    return query("where id = :id", Map.of("id", id)).stream().findFirst();
  }

  /** Nobody else changes it until the transaction ends. */
  Optional<CareTask> lock(UUID id) {
    return query("where id = :id for update", Map.of("id", id)).stream().findFirst();
  }

  /** On whichever record of theirs that the person may see; the newest first. */
  List<CareTask> of(Person person, UUID clientId, @Nullable PagePlace after, int limit) {
    Map<String, Object> params = new HashMap<>();
    params.put("agency", person.agency().value());
    params.put("records", merged.ofPerson(person, clientId).toArray(UUID[]::new));
    params.put("limit", limit);
    String where =
        "where agency = :agency and client_id = any(:records)\n"
            + PagePlace.following(after, "added_at", "id", params);
    return query(where + "order by added_at desc, id desc limit :limit", params);
  }

  void reword(UUID id, String words, CareTask.Owner owner, @Nullable LocalDate dueOn) {
    jdbc.sql(
            """
            update care_task set words = :words, owner = :owner, due_on = :due, version = version + 1
            where id = :id
            """)
        .param("id", id)
        .param("words", words)
        .param("owner", Codes.of(owner))
        .param("due", dueOn)
        .update();
  }

  void settle(UUID id, CareTask.State state, SubjectId by, Instant at) {
    boolean open = state == CareTask.State.OPEN;
    jdbc.sql(
            """
            update care_task set state = :state, settled_by = :by, settled_at = :at,
              version = version + 1
            where id = :id
            """)
        .param("id", id)
        .param("state", Codes.of(state))
        .param("by", open ? null : by.value())
        .param("at", open ? null : utc(at))
        .update();
  }

  private List<CareTask> query(String where, Map<String, Object> params) {
    return jdbc.sql("select * from care_task " + where)
        .params(params)
        .query((row, _) -> task(row))
        .list();
  }

  private static CareTask task(ResultSet row) throws SQLException {
    return new CareTask(
        row.getObject("id", UUID.class),
        row.getObject("client_id", UUID.class),
        Codes.to(CareTask.Code.class, row.getString("code")),
        row.getString("words"),
        Codes.to(CareTask.Owner.class, row.getString("owner")),
        row.getObject("due_on", LocalDate.class),
        Codes.to(CareTask.State.class, row.getString("state")),
        new SubjectId(row.getString("added_by")),
        instant(row, "added_at"),
        optionalInstant(row, "settled_at"),
        row.getLong("version"));
  }
}
