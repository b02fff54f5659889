package org.handrail.referral.gap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.http.Codes;
import org.handrail.platform.sql.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Unmet needs of the current agency's clients, and how many people had them. */
@Repository
class JdbcUnmetNeeds implements UnmetNeeds {
  private final JdbcClient jdbc;
  private final Clock clock;

  JdbcUnmetNeeds(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public void note(AgencyId agency, UUID clientId, String need, Unmet because) {
    add(agency, clientId, need, NO_AREA, because);
  }

  UUID add(AgencyId agency, UUID clientId, String need, String area, Unmet because) {
    UUID id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into unmet_need (id, agency, client_id, need, area, because, noted_at)
            values (:id, :agency, :client, :need, :area, :because, :at)
            """)
        .param("id", id)
        .param("agency", agency.value())
        .param("client", clientId)
        .param("need", need)
        .param("area", area)
        .param("because", Codes.of(because))
        .param("at", Columns.utc(clock.instant()))
        .update();
    return id;
  }

  /** Of people, however many records of theirs are merged; see also {@code V0174}. */
  List<GapReport.Cell> own(AgencyId agency, Quarter quarter) {
    return jdbc.sql(
            """
            select u.need, u.area, count(distinct
              case when m.client_id is null then u.client_id else m.surviving end) as people
            from unmet_need u left join merged_record m on m.agency = u.agency and m.client_id = u.client_id
            where u.agency = :agency and u.noted_at >= :begins and u.noted_at < :ends
            group by u.need, u.area order by u.need, u.area
            """)
        .param("agency", agency.value())
        .param("begins", Columns.utc(quarter.begins()))
        .param("ends", Columns.utc(quarter.ends()))
        .query(JdbcUnmetNeeds::cell)
        .list();
  }

  /** Of all agencies; the database itself tells no small number. */
  List<GapReport.Cell> ofAll(Quarter quarter) {
    return jdbc.sql("select need, area, people from unmet_needs_of_all(:begins, :ends)")
        .param("begins", Columns.utc(quarter.begins()))
        .param("ends", Columns.utc(quarter.ends()))
        .query(JdbcUnmetNeeds::cell)
        .list();
  }

  private static GapReport.Cell cell(ResultSet row, int number) throws SQLException {
    return GapReport.Cell.of(
        row.getString("need"), row.getString("area"), row.getObject("people", Long.class));
  }
}
