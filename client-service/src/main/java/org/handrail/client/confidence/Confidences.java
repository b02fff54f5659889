package org.handrail.client.confidence;

import static org.handrail.platform.sql.Columns.instant;
import static org.handrail.platform.sql.Columns.optionalInstant;
import static org.handrail.platform.sql.Columns.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.handrail.client.client.ClientId;
import org.handrail.client.client.ReachingClient.Reached;
import org.handrail.platform.act.ActColumns;
import org.handrail.platform.act.ActView;
import org.handrail.platform.act.RecordedAct;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.http.Codes;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What was confided to the acting specialist, or by the acting client. The database itself shows
 * nobody else's.
 */
@Repository
class Confidences {
  private final JdbcClient jdbc;

  Confidences(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  UUID add(
      AgencyId agency,
      ClientId client,
      Confidence.Kind kind,
      String words,
      SubjectId author,
      Instant at) {
    var id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into confidence (agency, id, client_id, kind, words, author, written_at)
            values (:agency, :id, :client, :kind, :words, :author, :at)
            """)
        .param("agency", agency.value())
        .param("id", id)
        .param("client", client.value())
        .param("kind", Codes.of(kind))
        .param("words", words)
        .param("author", author.value())
        .param("at", utc(at))
        .update();
    return id;
  }

  void accept(AgencyId agency, UUID id, RecordedAct act) {
    jdbc.sql(
            """
            update confidence set act_kind = :actKind, act_at = :actAt, act_words = :actWords,
              act_recorded_by = :actRecordedBy, act_recorded_at = :actRecordedAt
            where agency = :agency and id = :id and kind = 'growth-area'
            """)
        .params(ActColumns.parameters(act))
        .param("agency", agency.value())
        .param("id", id)
        .update();
  }

  /** Its words stay with who wrote it, and nobody reads them here any more. */
  void withdraw(AgencyId agency, UUID id, Instant at) {
    jdbc.sql(
            """
            insert into confidence_taken_back (agency, id, author, words)
            select agency, id, author, words from confidence where agency = :agency and id = :id
            """)
        .param("agency", agency.value())
        .param("id", id)
        .update();
    jdbc.sql(
            "update confidence set words = null, withdrawn_at = :at where agency = :agency and id ="
                + " :id")
        .param("at", utc(at))
        .param("agency", agency.value())
        .param("id", id)
        .update();
  }

  /** For the client or that author. */
  Optional<Confidence> find(Reached reader, UUID id) {
    return jdbc.sql(
            """
            select * from confidence where agency = :agency and client_id = :client and id = :id
              and (:client_reads or author = :reader)
            """)
        .param("agency", reader.agency().value())
        .param("client", reader.id().value())
        .param("id", id)
        .param("client_reads", reader.isTheClient())
        .param("reader", reader.by().subject().value())
        .query((row, _) -> read(row))
        .optional();
  }

  /** A page for the client or that author, the first one first. */
  List<Confidence> page(Reached reader, @Nullable UUID after, int limit) {
    return jdbc.sql(
            """
            with seen as not materialized (select * from confidence
              where agency = :agency and client_id = :client and (:client_reads or author = :reader))
            select * from seen
            where :after::uuid is null or (written_at, id) > (select p.written_at, p.id from seen p where p.id = :after)
            order by written_at, id limit :limit
            """)
        .param("agency", reader.agency().value())
        .param("client", reader.id().value())
        .param("client_reads", reader.isTheClient())
        .param("reader", reader.by().subject().value())
        .param("after", after)
        .param("limit", limit)
        .query((row, _) -> read(row))
        .list();
  }

  private static Confidence read(ResultSet row) throws SQLException {
    return new Confidence(
        row.getObject("id", UUID.class),
        Codes.to(Confidence.Kind.class, row.getString("kind")),
        row.getString("words"),
        row.getString("author"),
        instant(row, "written_at"),
        optionalInstant(row, "withdrawn_at"),
        ActView.ofNullable(ActColumns.read(row)));
  }
}
