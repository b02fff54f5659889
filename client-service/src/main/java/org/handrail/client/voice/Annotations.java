package org.handrail.client.voice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.handrail.client.client.ClientId;
import org.handrail.platform.act.ActColumns;
import org.handrail.platform.act.ActView;
import org.handrail.platform.act.RecordedAct;
import org.handrail.platform.caller.AgencyId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the acting agency's clients said to what is kept about them. Rows are only ever added. */
@Repository
class Annotations {
  /** What other services hold, and the client sees there of themselves. */
  static final Set<String> KEPT_ELSEWHERE =
      Set.of("care-task", "goal", "handoff", "milestone", "option-set", "plan", "referral");

  private final JdbcClient jdbc;

  Annotations(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  UUID add(
      AgencyId agency, ClientId client, Annotation.About about, String words, RecordedAct act) {
    var id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into annotation (agency, id, client_id, about_kind, about_id, words, act_kind, act_at, act_words,
              act_recorded_by, act_recorded_at)
            values (:agency, :id, :client, :kind, :about, :words, :actKind, :actAt, :actWords, :actRecordedBy, :actRecordedAt)
            """)
        .params(ActColumns.parameters(act))
        .param("agency", agency.value())
        .param("id", id)
        .param("client", client.value())
        .param("kind", about.kind())
        .param("about", about.id())
        .param("words", words)
        .update();
    return id;
  }

  /** What something is said of in the end, where it is said of what was said before. */
  Annotation.About inTheEnd(AgencyId agency, Annotation.About about) {
    return about.kind().equals("annotation")
        ? jdbc.sql("select kind, id from said_of(:agency, :kind, :id)")
            .param("agency", agency.value())
            .param("kind", about.kind())
            .param("id", about.id())
            .query(
                (row, _) ->
                    new Annotation.About(row.getString("kind"), row.getObject("id", UUID.class)))
            .single()
        : about;
  }

  /** One of that client; of another's it is not there. */
  Optional<Annotation> find(AgencyId agency, ClientId client, UUID id) {
    return jdbc.sql(
            "select * from annotation where agency = :agency and client_id = :client and id = :id")
        .param("agency", agency.value())
        .param("client", client.value())
        .param("id", id)
        .query((row, _) -> read(row))
        .optional();
  }

  /** A page, the first one first. */
  List<Annotation> page(AgencyId agency, ClientId client, @Nullable UUID after, int limit) {
    return jdbc.sql(
            """
            select * from annotation where agency = :agency and client_id = :client
              and (:after::uuid is null or (act_recorded_at, id) > (
                select p.act_recorded_at, p.id from annotation p
                where p.agency = :agency and p.client_id = :client and p.id = :after))
            order by act_recorded_at, id limit :limit
            """)
        .param("agency", agency.value())
        .param("client", client.value())
        .param("after", after)
        .param("limit", limit)
        .query((row, _) -> read(row))
        .list();
  }

  private static Annotation read(ResultSet row) throws SQLException {
    return new Annotation(
        row.getObject("id", UUID.class),
        new Annotation.About(row.getString("about_kind"), row.getObject("about_id", UUID.class)),
        row.getString("words"),
        ActView.of(Objects.requireNonNull(ActColumns.read(row))));
  }
}
