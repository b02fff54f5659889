package org.handrail.referral.choice;

import static org.handrail.platform.sql.Columns.instant;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.platform.assignment.MergedRecords;
import org.handrail.platform.caller.Person;
import org.handrail.platform.http.PagePlace;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a client was offered over time, page by page. */
@Repository
class OptionSetPages {
  private final JdbcClient jdbc;
  private final MergedRecords merged;

  OptionSetPages(JdbcClient jdbc, MergedRecords merged) {
    this.jdbc = jdbc;
    this.merged = merged;
  }

  /** On whichever record of theirs that the person may see; the newest first. */
  List<PagePlace> of(Person person, UUID clientId, @Nullable PagePlace after, int limit) {
    Map<String, Object> params = new HashMap<>();
    params.put("agency", person.agency().value());
    params.put("records", merged.ofPerson(person, clientId).toArray(UUID[]::new));
    params.put("limit", limit);
    String where =
        "where agency = :agency and client_id = any(:records)\n"
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
