package org.handrail.referral.choice;

import static org.handrail.platform.sql.Columns.instant;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.http.PagePlace;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a client was offered over time, page by page. */
@Repository
class OptionSetPages {
  private final JdbcClient jdbc;

  OptionSetPages(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The newest first. */
  List<PagePlace> of(AgencyId agency, UUID clientId, @Nullable PagePlace after, int limit) {
    Map<String, Object> params = new HashMap<>();
    params.put("agency", agency.value());
    params.put("client", clientId);
    params.put("limit", limit);
    String where =
        "where agency = :agency and client_id = :client\n"
            + PagePlace.following(after, "presented_at", "id", params);
    return jdbc.sql(
            "select id, presented_at from option_set "
                + where
                + "order by presented_at desc, id desc limit :limit")
        .params(params)
        .query(
            (row, _) ->
                new PagePlace(instant(row, "presented_at"), row.getObject("id", UUID.class)))
        .list();
  }
}
