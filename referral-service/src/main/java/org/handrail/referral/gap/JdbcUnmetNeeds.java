package org.handrail.referral.gap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.Person;
import org.handrail.platform.http.Codes;
import org.handrail.platform.sql.Columns;
import org.handrail.referral.directory.Vocabulary;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Unmet needs of the current agency's clients, and how many people had them. */
@Repository
class JdbcUnmetNeeds implements UnmetNeeds {
  /** What somebody noted of a client by themselves. */
  record Noted(UUID id, UUID clientId, String need, String area, boolean takenBack) {}

  private final JdbcClient jdbc;
  private final Vocabulary vocabulary;
  private final Clock clock;

  JdbcUnmetNeeds(JdbcClient jdbc, Vocabulary vocabulary, Clock clock) {
    this.jdbc = jdbc;
    this.vocabulary = vocabulary;
    this.clock = clock;
  }

  @Override
  public void note(
      AgencyId agency,
      UUID clientId,
      UUID optionSet,
      String need,
      Collection<UUID> services,
      Unmet because) {
    String area = vocabulary.areaOf(services).orElse(NO_AREA);
    add(agency, clientId, optionSet, need, area, because);
  }

  @Override
  public void met(UUID optionSet) {
    jdbc.sql(
            """
            update unmet_need set met_at = :at
            where option_set_id = :set and because = 'none-fits' and met_at is null
            """)
        .param("set", optionSet)
        .param("at", Columns.utc(clock.instant()))
        .update();
  }

  UUID add(AgencyId agency, UUID clientId, String need, String area, Unmet because) {
    return add(agency, clientId, null, need, area, because);
  }

  private UUID add(
      AgencyId agency,
      UUID clientId,
      @Nullable UUID optionSet,
      String need,
      String area,
      Unmet because) {
    UUID id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into unmet_need
              (id, agency, client_id, option_set_id, need, area, because, noted_at)
            values (:id, :agency, :client, :set, :need, :area, :because, :at)
            """)
        .param("id", id)
        .param("agency", agency.value())
        .param("client", clientId)
        .param("set", optionSet)
        .param("need", need)
        .param("area", area)
        .param("because", Codes.of(because))
        .param("at", Columns.utc(clock.instant()))
        .update();
    return id;
  }

  /** One that somebody noted: what Handrail itself counts is nobody's to see or to take back. */
  Optional<Noted> find(UUID id) {
    return jdbc.sql("select * from unmet_need where id = :id and because = 'noted'")
        .param("id", id)
        .query(
            (row, _) ->
                new Noted(
                    id,
                    row.getObject("client_id", UUID.class),
                    row.getString("need"),
                    row.getString("area"),
                    row.getObject("taken_back_at") != null))
        .optional();
  }

  /** It was a mistake, and counts no more; once is enough. */
  void takeBack(UUID id, Person by) {
    jdbc.sql(
            """
            update unmet_need set taken_back_at = :at, taken_back_by = :by
            where id = :id and taken_back_at is null
            """)
        .param("id", id)
        .param("at", Columns.utc(clock.instant()))
        .param("by", by.subject().value())
        .update();
  }

  /**
   * Of people, however many records of theirs are merged; one is counted where no area is known
   * only if none is known of them. See also {@code V0254}.
   */
  List<GapReport.Cell> own(AgencyId agency, Quarter quarter) {
    return jdbc.sql(
            """
            with noted as (
              select u.need, u.area,
                case when m.client_id is null then u.client_id else m.surviving end as person
              from unmet_need u left join merged_record m on m.agency = u.agency and m.client_id = u.client_id
              where u.agency = :agency and u.noted_at >= :begins and u.noted_at < :ends
                and u.taken_back_at is null and u.met_at is null)
            select c.need, c.area, count(distinct c.person) as people from noted c
            where c.area <> 'unknown' or not exists (select from noted k
              where k.need = c.need and k.person = c.person and k.area <> 'unknown')
            group by c.need, c.area order by c.need, c.area
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
