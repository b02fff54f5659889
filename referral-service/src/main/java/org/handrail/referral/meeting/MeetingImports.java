package org.handrail.referral.meeting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.Person;
import org.handrail.platform.sql.Columns;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The reports of imports of meetings, each for the agency that made it. */
@Repository
class MeetingImports {
  /** An import and what was remarked. */
  record Import(
      UUID id,
      UUID feedId,
      Instant at,
      int read,
      int stored,
      int withdrawn,
      List<Remark> remarks) {}

  private final JdbcClient jdbc;
  private final JdbcTemplate batches;

  MeetingImports(JdbcClient jdbc, JdbcTemplate batches) {
    this.jdbc = jdbc;
    this.batches = batches;
  }

  UUID record(Import done, Person by) {
    jdbc.sql(
            """
            insert into meeting_import (id, agency, subject, feed_id, imported_at, rows_read, rows_stored, withdrawn)
            values (:id, :agency, :subject, :feed, :at, :read, :stored, :withdrawn)
            """)
        .param("id", done.id())
        .param("agency", by.agency().value())
        .param("subject", by.subject().value())
        .param("feed", done.feedId())
        .param("at", Columns.utc(done.at()))
        .param("read", done.read())
        .param("stored", done.stored())
        .param("withdrawn", done.withdrawn())
        .update();
    List<Object[]> rows = new ArrayList<>();
    for (Remark each : done.remarks()) {
      rows.add(
          new Object[] {
            done.id(),
            rows.size(),
            each.pointer(),
            each.rowId(),
            each.code(),
            each.detail(),
            each.rejected()
          });
    }
    batches.batchUpdate(
        """
        insert into meeting_remark (import_id, position, pointer, external_id, code, detail, rejected)
        values (?, ?, ?, ?, ?, ?, ?)
        """,
        rows);
    return done.id();
  }

  Optional<Import> find(AgencyId agency, UUID id) {
    return jdbc.sql("select * from meeting_import where id = :id and agency = :agency")
        .param("id", id)
        .param("agency", agency.value())
        .query(
            (row, number) ->
                new Import(
                    id,
                    row.getObject("feed_id", UUID.class),
                    Columns.instant(row, "imported_at"),
                    row.getInt("rows_read"),
                    row.getInt("rows_stored"),
                    row.getInt("withdrawn"),
                    remarks(id)))
        .optional();
  }

  private List<Remark> remarks(UUID id) {
    return jdbc.sql(
            """
            select pointer, external_id, code, detail, rejected from meeting_remark
            where import_id = :id order by position
            """)
        .param("id", id)
        .query(
            (row, number) ->
                new Remark(
                    row.getString("pointer"),
                    row.getString("external_id"),
                    row.getString("code"),
                    row.getString("detail"),
                    row.getBoolean("rejected")))
        .list();
  }
}
