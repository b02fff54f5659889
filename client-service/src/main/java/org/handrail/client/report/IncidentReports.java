package org.handrail.client.report;

import static org.handrail.platform.sql.Columns.instant;
import static org.handrail.platform.sql.Columns.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.handrail.client.client.ClientId;
import org.handrail.client.client.WhoseRow;
import org.handrail.client.party.PartyId;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.http.Codes;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The reports that an agency made. */
@Repository
class IncidentReports {
  private static final String SELECT =
      """
      select r.*, d.id as disclosure_id from incident_report r
      left join disclosure d on d.agency = r.agency and d.matter = r.kind || '-report' and d.matter_id = r.id
      """;

  private final JdbcClient jdbc;

  IncidentReports(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * False when there is one of that kind of the client with that reference, in whatever capitals.
   */
  boolean add(AgencyId agency, IncidentReport report, @Nullable String duty) {
    return jdbc.sql(
                """
                insert into incident_report (agency, id, client_id, kind, recipient, reference, made_at, reporter, recorded_at,
                  recorded_by, duty, reference_key)
                values (:agency, :id, :client, :kind, :recipient, :reference, :madeAt, :reporter, :recordedAt, :by, :duty,
                  lower(regexp_replace(:reference, '\\s', '', 'g')))
                on conflict (agency, client_id, kind, recipient, reference_key) do nothing
                """)
            .param("agency", agency.value())
            .param("id", report.id())
            .param("client", report.client().value())
            .param("kind", Codes.of(report.kind()))
            .param("recipient", report.recipient().value())
            .param("reference", report.reference())
            .param("madeAt", utc(report.madeAt()))
            .param("reporter", report.reporter())
            .param("recordedAt", utc(report.recordedAt()))
            .param("by", report.recordedBy().value())
            .param("duty", duty)
            .update()
        == 1;
  }

  /** Whose one is; of one that there is not, nobody's. */
  ClientId client(AgencyId agency, UUID id) {
    return WhoseRow.client(jdbc, "incident_report", agency, id).orElseGet(ClientId::ofNobody);
  }

  Optional<IncidentReport> find(AgencyId agency, UUID id) {
    return jdbc.sql(SELECT + "where r.agency = :agency and r.id = :id")
        .param("agency", agency.value())
        .param("id", id)
        .query(IncidentReports::read)
        .optional();
  }

  /** Of one client, oldest first, those after that one. */
  List<IncidentReport> page(AgencyId agency, ClientId client, @Nullable UUID after, int limit) {
    return jdbc.sql(
            SELECT
                + """
                where r.agency = :agency and r.client_id = :client
                  and (:after::uuid is null or (r.recorded_at, r.id) > (
                    select p.recorded_at, p.id from incident_report p
                    where p.agency = :agency and p.client_id = :client and p.id = :after))
                order by r.recorded_at, r.id limit :limit
                """)
        .param("agency", agency.value())
        .param("client", client.value())
        .param("after", after)
        .param("limit", limit)
        .query(IncidentReports::read)
        .list();
  }

  private static IncidentReport read(ResultSet row, int number) throws SQLException {
    return new IncidentReport(
        row.getObject("id", UUID.class),
        new ClientId(row.getObject("client_id", UUID.class)),
        Codes.to(IncidentReport.Kind.class, row.getString("kind")),
        new PartyId(row.getString("recipient")),
        row.getString("reference"),
        instant(row, "made_at"),
        row.getString("reporter"),
        instant(row, "recorded_at"),
        new SubjectId(row.getString("recorded_by")),
        row.getObject("disclosure_id", UUID.class));
  }
}
