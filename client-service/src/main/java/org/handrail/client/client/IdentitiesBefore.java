package org.handrail.client.client;

import static org.handrail.platform.sql.Columns.texts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.handrail.platform.act.ActColumns;
import org.handrail.platform.act.ActView;
import org.handrail.platform.caller.AgencyId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the papers of the acting agency's clients were held to say. Rows are only ever added. */
@Repository
public class IdentitiesBefore {
  private final JdbcClient jdbc;

  IdentitiesBefore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * That another legal name or date of birth was written down.
   *
   * @param fields what was changed
   * @param legalName what stood there before, if anything did
   * @param dateOfBirth likewise
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Replaced(
      UUID id,
      List<String> fields,
      @Nullable String legalName,
      @Nullable LocalDate dateOfBirth,
      ActView act) {}

  void add(AgencyId agency, UUID change, Identity before) {
    jdbc.sql(
            """
            insert into identity_before (agency, change_id, legal_name, date_of_birth)
            values (:agency, :change, :legalName, :born)
            """)
        .param("agency", agency.value())
        .param("change", change)
        .param("legalName", before.legalName())
        .param("born", before.dateOfBirth())
        .update();
  }

  /** A page, the latest first. */
  public List<Replaced> page(AgencyId agency, ClientId client, @Nullable UUID after, int limit) {
    return jdbc.sql(
            """
            with seen as not materialized (
              select a.*, b.legal_name, b.date_of_birth from account_change a
              join identity_before b on b.agency = a.agency and b.change_id = a.id
              where a.agency = :agency and a.client_id = :client)
            select * from seen
            where :after::uuid is null or (act_recorded_at, id) < (
              select p.act_recorded_at, p.id from seen p where p.id = :after)
            order by act_recorded_at desc, id desc limit :limit
            """)
        .param("agency", agency.value())
        .param("client", client.value())
        .param("after", after)
        .param("limit", limit)
        .query(
            (row, _) ->
                new Replaced(
                    row.getObject("id", UUID.class),
                    texts(row, "fields"),
                    row.getString("legal_name"),
                    row.getObject("date_of_birth", LocalDate.class),
                    ActView.of(Objects.requireNonNull(ActColumns.read(row)))))
        .list();
  }
}
