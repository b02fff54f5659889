package org.handrail.referral.directory.imports;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.Person;
import org.handrail.platform.sql.Columns;
import org.handrail.referral.directory.standard.Kind;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The reports of imports, each for the agency that made it. */
@Repository
class Imports {
  /** An import and what it reported. */
  record Import(UUID id, String source, Instant at, int read, int stored, List<Finding> findings) {}

  private final JdbcClient jdbc;
  private final JdbcTemplate batches;

  Imports(JdbcClient jdbc, JdbcTemplate batches) {
    this.jdbc = jdbc;
    this.batches = batches;
  }

  UUID record(Import done, Person by) {
    jdbc.sql(
            """
            insert into directory_import
              (id, agency, subject, source, imported_at, rows_read, rows_stored)
            values (:id, :agency, :subject, :source, :at, :read, :stored)
            """)
        .param("id", done.id())
        .param("agency", by.agency().value())
        .param("subject", by.subject().value())
        .param("source", done.source())
        .param("at", Columns.utc(done.at()))
        .param("read", done.read())
        .param("stored", done.stored())
        .update();
    List<Finding> findings = done.findings();
    List<Object[]> rows = new ArrayList<>();
    for (int i = 0; i < findings.size(); i++) {
      Finding f = findings.get(i);
      rows.add(
          new Object[] {
            done.id(),
            i,
            f.pointer(),
            f.kind().name(),
            f.rowId(),
            f.code(),
            f.detail(),
            f.rejected()
          });
    }
    batches.batchUpdate(
        """
        insert into directory_finding
          (import_id, position, pointer, kind, external_id, code, detail, rejected)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        rows);
    return done.id();
  }

  Optional<Import> find(AgencyId agency, UUID id) {
    return jdbc.sql(
            """
            select id, source, imported_at, rows_read, rows_stored from directory_import
            where id = :id and agency = :agency
            """)
        .param("id", id)
        .param("agency", agency.value())
        .query(
            (row, number) ->
                new Import(
                    id,
                    row.getString("source"),
                    Columns.instant(row, "imported_at"),
                    row.getInt("rows_read"),
                    row.getInt("rows_stored"),
                    findings(id)))
        .optional();
  }

  private List<Finding> findings(UUID id) {
    return jdbc.sql(
            """
            select pointer, kind, external_id, code, detail, rejected from directory_finding
            where import_id = :id order by position
            """)
        .param("id", id)
        .query(
            (row, number) ->
                new Finding(
                    row.getString("pointer"),
                    Kind.valueOf(row.getString("kind")),
                    row.getString("external_id"),
                    row.getString("code"),
                    row.getString("detail"),
                    row.getBoolean("rejected")))
        .list();
  }
}
