package org.handrail.client.reporting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.http.Codes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What was reported in a grant, client by client. */
@Repository
class ReportedParts {
  private static final TypeReference<Map<String, Map<String, String>>> SECTIONS =
      new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json;

  ReportedParts(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** The latest word on each part that was done on those days, in the order of the clients' ids. */
  List<ParticipantReport> between(AgencyId agency, String grant, LocalDate from, LocalDate until) {
    var byClient = new LinkedHashMap<UUID, List<ParticipantReport.Part>>();
    jdbc.sql(
            """
            select distinct on (e.client_id, e.episode, p.point, p.number, p.part) e.client_id, e.episode, e.started_on,
              e.ended_on, p.point, p.number, p.part, p.outcome, p.done_on, p.form_edition, p.answers
            from grant_enrollment e join report_part p on p.agency = e.agency and p.enrollment_id = e.id
            where e.agency = :agency and e.grant_code = :grant and p.done_on between :from and :until
            order by e.client_id, e.episode, p.point, p.number, p.part, p.recorded_at desc, p.id
            """)
        .param("agency", agency.value())
        .param("grant", grant)
        .param("from", from)
        .param("until", until)
        .query(
            row -> {
              byClient
                  .computeIfAbsent(row.getObject("client_id", UUID.class), _ -> new ArrayList<>())
                  .add(part(row));
            });
    return byClient.entrySet().stream()
        .map(entry -> new ParticipantReport(entry.getKey(), grant, entry.getValue()))
        .toList();
  }

  private ParticipantReport.Part part(ResultSet row) throws SQLException {
    return new ParticipantReport.Part(
        row.getInt("episode"),
        row.getObject("started_on", LocalDate.class),
        row.getObject("ended_on", LocalDate.class),
        Codes.to(Grants.Point.class, row.getString("point")),
        row.getInt("number"),
        Codes.to(Forms.Part.class, row.getString("part")),
        Codes.to(PartForm.Outcome.class, row.getString("outcome")),
        row.getObject("done_on", LocalDate.class),
        row.getString("form_edition"),
        json.readValue(row.getString("answers"), SECTIONS));
  }
}
