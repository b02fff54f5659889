package org.handrail.client.grant;

import static org.handrail.platform.sql.Columns.instant;
import static org.handrail.platform.sql.Columns.texts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.handrail.client.ledger.Entry;
import org.handrail.platform.caller.AgencyId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The rows of an agency's ledger as an audit reads them: of nobody in particular, and each as it
 * stands, also one that somebody with the owner's password changed to what no entry could hold. The
 * privacy officer reads them out, so that the answers that were withheld from the agency are not
 * among them.
 */
@Repository
class AuditedRows {
  private final JdbcClient jdbc;

  AuditedRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A row of the ledger; its id is where the next page begins. */
  record Audited(UUID id, ReadingUnderGrant.Row row) {}

  /** Oldest first, those after that one. */
  List<Audited> page(AgencyId agency, @Nullable UUID after, int limit) {
    return jdbc.sql(
            """
            with seen as not materialized (
              select id, decided_at, outcome, recipient, categories, purpose,
                matter is null or matter = :grantReport as by_consent
              from disclosure where agency = :agency and (outcome = 'released' or discloser = :agency))
            select * from seen
            where :after::uuid is null or (decided_at, id) > (select p.decided_at, p.id from seen p where p.id = :after)
            order by decided_at, id limit :limit
            """)
        .param("agency", agency.value())
        .param("grantReport", Entry.Matter.GRANT_REPORT)
        .param("after", after)
        .param("limit", limit)
        .query(AuditedRows::read)
        .list();
  }

  private static Audited read(ResultSet row, int number) throws SQLException {
    Instant decided = instant(row, "decided_at");
    return new Audited(
        row.getObject("id", UUID.class),
        new ReadingUnderGrant.Row(
            decided,
            row.getString("outcome"),
            row.getString("recipient"),
            texts(row, "categories"),
            row.getString("purpose"),
            row.getBoolean("by_consent")));
  }
}
