package org.handrail.client.promise;

import static org.handrail.platform.sql.Columns.instant;
import static org.handrail.platform.sql.Columns.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.handrail.client.client.ClientId;
import org.handrail.client.client.WhoseRow;
import org.handrail.platform.act.ActColumns;
import org.handrail.platform.act.RecordedAct;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.http.Codes;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The promises of the acting agency's specialists. Every change of one is kept. */
@Repository
class Promises {
  private static final String SELECT =
      """
      select p.id, p.client_id, p.specialist, p.words, p.made_at, c.due_at, c.status, c.note, c.version
      from promise p join promise_change c on c.agency = p.agency and c.promise_id = p.id and c.version = p.version
      """;

  // A record that was merged into another shows its own only: who is at its side may not be at the
  // other's.
  private static final String RECORDS =
      """
      (select :client::uuid union
        select m.merged from merge m where m.agency = :agency and m.surviving = :client and m.undone_at is null)
      """;

  private static final String OF_CLIENT = "where p.agency = :agency and p.client_id in " + RECORDS;

  private final JdbcClient jdbc;

  Promises(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(AgencyId agency, Promise promise) {
    jdbc.sql(
            """
            insert into promise (agency, id, client_id, specialist, words, made_at, version)
            values (:agency, :id, :client, :specialist, :words, :at, :version)
            """)
        .param("agency", agency.value())
        .param("id", promise.id())
        .param("client", promise.clientId())
        .param("specialist", promise.specialist())
        .param("words", promise.words())
        .param("at", utc(promise.madeAt()))
        .param("version", promise.version())
        .update();
    addChange(agency, promise, null);
  }

  /** The next version of one, and the client's act that it rests on, if it needs one. */
  void change(AgencyId agency, Promise promise, @Nullable RecordedAct act) {
    jdbc.sql("update promise set version = :version where agency = :agency and id = :id")
        .param("agency", agency.value())
        .param("id", promise.id())
        .param("version", promise.version())
        .update();
    addChange(agency, promise, act);
  }

  private void addChange(AgencyId agency, Promise promise, @Nullable RecordedAct act) {
    jdbc.sql(
            """
            insert into promise_change (agency, promise_id, version, due_at, status, note, act_kind, act_at, act_words,
              act_recorded_by, act_recorded_at)
            values (:agency, :id, :version, :due, :status, :note, :actKind, :actAt, :actWords, :actRecordedBy, :actRecordedAt)
            """)
        .params(ActColumns.parameters(act))
        .param("agency", agency.value())
        .param("id", promise.id())
        .param("version", promise.version())
        .param("due", utc(promise.dueAt()))
        .param("status", Codes.of(promise.status()))
        .param("note", promise.note())
        .update();
  }

  /** One of that client, if there is such; what stands of it is read afterwards. */
  void lock(AgencyId agency, ClientId client, UUID id) {
    jdbc.sql("select p.id from promise p " + OF_CLIENT + " and p.id = :id for update")
        .param("agency", agency.value())
        .param("client", client.value())
        .param("id", id)
        .query((_, _) -> true)
        .optional();
  }

  Optional<Promise> find(AgencyId agency, ClientId client, UUID id) {
    return jdbc.sql(SELECT + OF_CLIENT + " and p.id = :id")
        .param("agency", agency.value())
        .param("client", client.value())
        .param("id", id)
        .query(Promises::read)
        .optional();
  }

  /** Whose one is, and nothing of it: its reading may not take longer than that of none. */
  Optional<ClientId> client(AgencyId agency, UUID id) {
    return WhoseRow.client(jdbc, "promise", agency, id);
  }

  Optional<Promise> find(AgencyId agency, UUID id) {
    return jdbc.sql(SELECT + "where p.agency = :agency and p.id = :id")
        .param("agency", agency.value())
        .param("id", id)
        .query(Promises::read)
        .optional();
  }

  /** A page of those made to a client, the latest first: those before that one. */
  List<Promise> page(AgencyId agency, ClientId client, @Nullable UUID after, int limit) {
    return jdbc.sql(
            SELECT
                + OF_CLIENT
                + """
                  and (:after::uuid is null or (p.made_at, p.id) < (select l.made_at, l.id from promise l
                    where l.agency = :agency and l.id = :after and l.client_id in
                """
                + RECORDS
                + """
                ))
                order by p.made_at desc, p.id desc limit :limit
                """)
        .param("agency", agency.value())
        .param("client", client.value())
        .param("after", after)
        .param("limit", limit)
        .query(Promises::read)
        .list();
  }

  private static Promise read(ResultSet row, int number) throws SQLException {
    return new Promise(
        row.getObject("id", UUID.class),
        row.getObject("client_id", UUID.class),
        row.getString("specialist"),
        row.getString("words"),
        instant(row, "due_at"),
        Codes.to(Promise.Status.class, row.getString("status")),
        instant(row, "made_at"),
        row.getString("note"),
        row.getLong("version"));
  }
}
