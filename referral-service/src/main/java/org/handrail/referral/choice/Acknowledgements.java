package org.handrail.referral.choice;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.http.Codes;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the coalition acknowledges: codes that lead to nobody. */
@Repository
class Acknowledgements {
  private final JdbcClient jdbc;

  Acknowledgements(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** As the hub sees it; when and by which agency it was asked is not told. */
  record Open(UUID id, String need, UUID serviceId) {}

  UUID add(
      AgencyId agency, String need, UUID service, Agreement.Mode mode, @Nullable LocalDate on) {
    var id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into coalition_acknowledgement (id, agency, need, service_id, mode, acknowledged_on)
            values (:id, :agency, :need, :service, :mode, :on)
            """)
        .param("id", id)
        .param("agency", agency.value())
        .param("need", need)
        .param("service", service)
        .param("mode", Codes.of(mode))
        .param("on", on)
        .update();
    return id;
  }

  /** In an order that tells nothing. */
  List<Open> open(@Nullable UUID after, int limit) {
    return jdbc.sql(
            """
            select id, need, service_id from coalition_acknowledgement
            where acknowledged_on is null and (:after::uuid is null or id > :after::uuid)
            order by id limit :limit
            """)
        .param("after", after)
        .param("limit", limit)
        .query(
            (row, _) ->
                new Open(
                    row.getObject("id", UUID.class),
                    row.getString("need"),
                    row.getObject("service_id", UUID.class)))
        .list();
  }

  /** Whether it is there and waits; nobody else acknowledges it until the transaction ends. */
  Optional<Boolean> lock(UUID id) {
    return jdbc.sql(
            "select acknowledged_on is null from coalition_acknowledgement where id = :id for"
                + " update")
        .param("id", id)
        .query(Boolean.class)
        .optional();
  }

  void acknowledge(UUID id, SubjectId by, LocalDate on) {
    jdbc.sql(
            """
            update coalition_acknowledgement set acknowledged_on = :on, acknowledged_by = :by
            where id = :id and acknowledged_on is null
            """)
        .param("id", id)
        .param("by", by.value())
        .param("on", on)
        .update();
  }
}
