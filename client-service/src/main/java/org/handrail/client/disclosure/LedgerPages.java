package org.handrail.client.disclosure;

import static org.handrail.platform.sql.Columns.instant;
import static org.handrail.platform.sql.Columns.texts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.handrail.client.client.ClientId;
import org.handrail.client.ledger.Link;
import org.handrail.platform.caller.AgencyId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The ledger's rows as they stand, those too that somebody with the owner's password changed to
 * what no entry could hold: they are found by the check of the ledger, and hide none of the others.
 */
@Repository
class LedgerPages {
  private final JdbcClient jdbc;

  LedgerPages(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Some rows of the chains of a person's records, oldest first: those of {@link Link#isShownTo}.
   * The others are left out here already, since even their counting would tell of them.
   *
   * @param after the row after which they begin
   */
  List<LedgerView> page(
      AgencyId agency,
      Collection<ClientId> records,
      @Nullable UUID after,
      boolean asTheClient,
      int limit) {
    return jdbc.sql(
            """
            with seen as (
              select id, client_id, position, decided_at, outcome, denial, discloser, discloser_subject, recipient,
                recipient_standings, via, purpose, categories, withheld, description, transport, referral_id, step,
                in_reply_to, matter, matter_id, basis, notice_version, redisclosure
              from disclosure
              where agency = :agency and client_id = any(:records) and case when :asTheClient
                then matter is distinct from 'child-abuse-report'
                else outcome = 'released' or discloser = :agency end)
            select * from seen
            where :after::uuid is null or (decided_at, client_id, position) > (
              select p.decided_at, p.client_id, p.position from seen p where p.id = :after)
            order by decided_at, client_id, position limit :limit
            """)
        .param("agency", agency.value())
        .param("records", records.stream().map(ClientId::value).toArray(UUID[]::new))
        .param("after", after)
        .param("asTheClient", asTheClient)
        .param("limit", limit)
        .query(LedgerPages::read)
        .list();
  }

  private static LedgerView read(ResultSet row, int number) throws SQLException {
    return new LedgerView(
        row.getObject("id", UUID.class),
        instant(row, "decided_at"),
        row.getString("outcome"),
        row.getString("denial"),
        row.getString("discloser"),
        row.getString("discloser_subject"),
        row.getString("recipient"),
        texts(row, "recipient_standings"),
        row.getString("via"),
        row.getString("purpose"),
        texts(row, "categories"),
        texts(row, "withheld"),
        row.getString("description"),
        row.getString("transport"),
        row.getObject("referral_id", UUID.class),
        step(row.getString("step")),
        row.getObject("in_reply_to", UUID.class),
        row.getString("matter"),
        row.getObject("matter_id", UUID.class),
        row.getString("basis"),
        row.getString("notice_version"),
        row.getString("redisclosure"));
  }

  // The door's key numbers the steps of a referral, and how often each was asked anew; the numbers
  // would tell of those that are not here.
  private static @Nullable String step(@Nullable String key) {
    return key == null ? null : key.replaceFirst("(-[0-9]+)+$", "");
  }
}
