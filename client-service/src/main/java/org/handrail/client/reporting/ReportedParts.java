package org.handrail.client.reporting;

import static org.handrail.platform.sql.Columns.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.client.client.ClientId;
import org.handrail.platform.act.ActColumns;
import org.handrail.platform.act.ActView;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.http.Codes;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What was reported in a grant, client by client. */
@Repository
class ReportedParts {
  private static final TypeReference<Map<String, Map<String, String>>> SECTIONS =
      new TypeReference<>() {};

  private static final String LATEST =
      """
      select distinct on (e.client_id, e.episode, p.point, p.number, p.part) e.client_id, e.episode, e.started_on,
        e.ended_on, p.point, p.number, p.part, p.outcome, p.done_on, p.form_edition, p.answers
      from grant_enrollment e join report_part p on p.agency = e.agency and p.enrollment_id = e.id
      where e.agency = :agency and e.grant_code = :grant and e.entered_in_error_at is null
        and (:client::uuid is null or e.client_id = :client)
      order by e.client_id, e.episode, p.point, p.number, p.part, p.recorded_at desc, p.id
      """;

  private final JdbcClient jdbc;
  private final JsonMapper json;

  ReportedParts(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /**
   * The latest word on each part, where that was done on those days, in the order of the clients'
   * ids: what was said otherwise on a later day is not told as it was before.
   */
  List<ParticipantReport> between(AgencyId agency, String grant, LocalDate from, LocalDate until) {
    var byClient = new LinkedHashMap<UUID, List<ParticipantReport.Part>>();
    jdbc.sql(
            """
            select * from (%s) latest where done_on between :from and :until
            order by client_id, episode, point, number, part
            """
                .formatted(LATEST))
        .param("agency", agency.value())
        .param("grant", grant)
        .param("client", null)
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

  /** The latest word on each part of one client, whenever that was done. */
  List<ParticipantReport.Part> latest(AgencyId agency, String grant, ClientId client) {
    return jdbc.sql(LATEST)
        .param("agency", agency.value())
        .param("grant", grant)
        .param("client", client.value())
        .query((row, _) -> part(row))
        .list();
  }

  /** What was said of one enrollment, the latest first: what came before that one. */
  List<ReportedPart> page(AgencyId agency, UUID enrollment, @Nullable UUID after, int limit) {
    return jdbc.sql(
            """
            select * from report_part
            where agency = :agency and enrollment_id = :enrollment
              and (:after::uuid is null or (recorded_at, id) < (select l.recorded_at, l.id from report_part l
                where l.agency = :agency and l.enrollment_id = :enrollment and l.id = :after))
            order by recorded_at desc, id desc limit :limit
            """)
        .param("agency", agency.value())
        .param("enrollment", enrollment)
        .param("after", after)
        .param("limit", limit)
        .query(
            (row, _) ->
                new ReportedPart(
                    row.getObject("id", UUID.class),
                    Codes.to(Grants.Point.class, row.getString("point")),
                    row.getInt("number"),
                    Codes.to(Forms.Part.class, row.getString("part")),
                    Codes.to(PartForm.Outcome.class, row.getString("outcome")),
                    row.getObject("done_on", LocalDate.class),
                    row.getString("form_edition"),
                    json.readValue(row.getString("answers"), SECTIONS),
                    ActView.ofNullable(ActColumns.read(row)),
                    row.getString("recorded_by"),
                    instant(row, "recorded_at")))
        .list();
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
