package org.handrail.client.episode;

import static org.handrail.platform.sql.Columns.utc;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.SubjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who else is there for a client during an episode: treatment, housing, courts' programs. */
@Repository
class EpisodeProviders {
  private final JdbcClient jdbc;

  EpisodeProviders(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * One of them.
   *
   * @param until the last day, once it is known
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Provider(UUID id, String provider, LocalDate since, @Nullable LocalDate until) {}

  UUID add(
      AgencyId agency, UUID episode, String provider, LocalDate since, SubjectId by, Instant at) {
    var id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into episode_provider (agency, id, episode_id, provider, since, noted_at, noted_by)
            values (:agency, :id, :episode, :provider, :since, :at, :by)
            """)
        .param("agency", agency.value())
        .param("id", id)
        .param("episode", episode)
        .param("provider", provider)
        .param("since", since)
        .param("at", utc(at))
        .param("by", by.value())
        .update();
    return id;
  }

  /** Their last day, if they are of that episode and it is not before the first. */
  boolean until(AgencyId agency, UUID episode, UUID id, LocalDate until) {
    return jdbc.sql(
                """
                update episode_provider set until = :until
                where agency = :agency and episode_id = :episode and id = :id and since <= :until
                """)
            .param("until", until)
            .param("agency", agency.value())
            .param("episode", episode)
            .param("id", id)
            .update()
        == 1;
  }

  List<Provider> of(AgencyId agency, UUID episode) {
    return jdbc.sql(
            """
            select id, provider, since, until from episode_provider
            where agency = :agency and episode_id = :episode order by since, noted_at
            """)
        .param("agency", agency.value())
        .param("episode", episode)
        .query(
            (row, _) ->
                new Provider(
                    row.getObject("id", UUID.class),
                    row.getString("provider"),
                    row.getObject("since", LocalDate.class),
                    row.getObject("until", LocalDate.class)))
        .list();
  }
}
