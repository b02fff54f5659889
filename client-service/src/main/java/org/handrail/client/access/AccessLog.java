package org.handrail.client.access;

import static org.handrail.platform.sql.Columns.instant;
import static org.handrail.platform.sql.Columns.utc;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Who of the acting agency looked at what of a client, and in which hours. Rows are only ever
 * added.
 */
@Repository
public class AccessLog {
  /** Which rows of {@code look} somebody reads of from whom the {@code :keptFrom} are kept. */
  public static final String SHOWN =
      """
      not exists (select from unnest(:keptFrom::text[]) as kept where kind = kept or starts_with(kind, kept || '-'))
      """;

  private final JdbcClient jdbc;

  AccessLog(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * One look.
   *
   * @param name by which the person is known who looked; without, they have not signed in since
   *     names are kept
   * @param as what the person was to the client
   * @param kind what they looked at
   * @param at the first time in its hour
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Look(
      UUID id, String subject, @Nullable String name, String as, String kind, Instant at) {}

  static Instant hour(Instant at) {
    return at.truncatedTo(ChronoUnit.HOURS);
  }

  void keep(Person person, Map<UUID, String> clients, String kind, Instant at) {
    jdbc.sql(
            """
            insert into look (agency, id, client_id, subject, looked_as, kind, hour, looked_at)
            select :agency, gen_random_uuid(), seen.client_id, :subject, seen.looked_as, :kind, :hour, :at
            from unnest(:clients::uuid[], :as::text[]) as seen (client_id, looked_as)
            on conflict (agency, client_id, subject, kind, hour) do nothing
            """)
        .param("agency", person.agency().value())
        .param("subject", person.subject().value())
        .param("kind", kind)
        .param("hour", utc(hour(at)))
        .param("at", utc(at))
        .param("clients", clients.keySet().stream().map(UUID::toString).toArray(String[]::new))
        .param("as", clients.values().toArray(String[]::new))
        .update();
  }

  /** A page of what that reader reads of, the latest look first. */
  public List<Look> page(
      AgencyId agency, UUID client, LogReader reader, @Nullable UUID after, int limit) {
    return jdbc.sql(
            """
            with seen as not materialized (select * from look where agency = :agency and client_id = :client and %s)
            select l.id, l.subject, c.name, l.looked_as, l.kind, l.looked_at
            from seen l left join colleague c on c.agency = l.agency and c.subject = l.subject
            where :after::uuid is null or (l.looked_at, l.id) < (select p.looked_at, p.id from seen p where p.id = :after)
            order by l.looked_at desc, l.id desc limit :limit
            """
                .formatted(SHOWN))
        .param("agency", agency.value())
        .param("client", client)
        .param("keptFrom", reader.keptFrom().toArray(String[]::new))
        .param("after", after)
        .param("limit", limit)
        .query(
            (row, _) ->
                new Look(
                    row.getObject("id", UUID.class),
                    row.getString("subject"),
                    row.getString("name"),
                    row.getString("looked_as"),
                    row.getString("kind"),
                    instant(row, "looked_at")))
        .list();
  }

  /** Whether the log that such a reader reads holds that look. */
  public boolean shows(AgencyId agency, UUID client, UUID look, LogReader reader) {
    return jdbc.sql(
            """
            select exists (select from look where agency = :agency and client_id = :client and id = :look and %s)
            """
                .formatted(SHOWN))
        .param("agency", agency.value())
        .param("client", client)
        .param("look", look)
        .param("keptFrom", reader.keptFrom().toArray(String[]::new))
        .query(Boolean.class)
        .single();
  }
}
