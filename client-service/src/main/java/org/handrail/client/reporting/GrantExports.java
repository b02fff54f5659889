package org.handrail.client.reporting;

import static org.handrail.platform.sql.Columns.instant;
import static org.handrail.platform.sql.Columns.utc;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.handrail.client.party.PartyId;
import org.handrail.platform.caller.AgencyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The exports of an agency. Whom each of them told of, the ledger keeps. */
@Repository
class GrantExports {
  private final JdbcClient jdbc;

  GrantExports(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(AgencyId agency, GrantExport export) {
    jdbc.sql(
            """
            insert into grant_export (agency, id, grant_code, funder, from_day, until_day, asked_by, asked_at, readable_until)
            values (:agency, :id, :grant, :funder, :from, :until, :by, :at, :readableUntil)
            """)
        .param("agency", agency.value())
        .param("id", export.id())
        .param("grant", export.grant())
        .param("funder", export.funder().value())
        .param("from", export.from())
        .param("until", export.until())
        .param("by", export.askedBy())
        .param("at", utc(export.askedAt()))
        .param("readableUntil", utc(export.readableUntil()))
        .update();
  }

  Optional<GrantExport> find(AgencyId agency, UUID id) {
    return jdbc.sql("select * from grant_export where agency = :agency and id = :id")
        .param("agency", agency.value())
        .param("id", id)
        .query(
            (row, _) ->
                new GrantExport(
                    row.getObject("id", UUID.class),
                    row.getString("grant_code"),
                    new PartyId(row.getString("funder")),
                    row.getObject("from_day", LocalDate.class),
                    row.getObject("until_day", LocalDate.class),
                    row.getString("asked_by"),
                    instant(row, "asked_at"),
                    instant(row, "readable_until")))
        .optional();
  }
}
