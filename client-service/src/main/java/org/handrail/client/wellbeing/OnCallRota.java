package org.handrail.client.wellbeing;

import static org.handrail.platform.sql.Columns.instant;
import static org.handrail.platform.sql.Columns.utc;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.handrail.client.specialist.SpecialistId;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.SubjectId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who of the acting agency answers at which hours (R22). */
@Repository
class OnCallRota {
  private final JdbcClient jdbc;

  OnCallRota(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Hours of somebody, as colleagues may see them. */
  record Duty(
      UUID id, UUID specialistId, String subject, String name, Instant startsAt, Instant endsAt) {}

  UUID add(
      AgencyId agency,
      SpecialistId who,
      Instant startsAt,
      Instant endsAt,
      SubjectId by,
      Instant at) {
    var id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into on_call (agency, id, specialist_id, starts_at, ends_at, set_by, set_at)
            values (:agency, :id, :specialist, :starts, :ends, :by, :at)
            """)
        .param("agency", agency.value())
        .param("id", id)
        .param("specialist", who.value())
        .param("starts", utc(startsAt))
        .param("ends", utc(endsAt))
        .param("by", by.value())
        .param("at", utc(at))
        .update();
    return id;
  }

  boolean remove(AgencyId agency, UUID id) {
    return jdbc.sql("delete from on_call where agency = :agency and id = :id")
            .param("agency", agency.value())
            .param("id", id)
            .update()
        == 1;
  }

  /** All whose hours touch the time from the one instant to the other, that one included. */
  List<Duty> between(AgencyId agency, Instant from, Instant until) {
    return jdbc.sql(
            """
            select o.id, o.specialist_id, s.subject, s.name, o.starts_at, o.ends_at
            from on_call o join specialist s on s.agency = o.agency and s.id = o.specialist_id
            where o.agency = :agency and o.ends_at > :from and o.starts_at <= :until order by o.starts_at, o.id limit 200
            """)
        .param("agency", agency.value())
        .param("from", utc(from))
        .param("until", utc(until))
        .query(
            (row, _) ->
                new Duty(
                    row.getObject("id", UUID.class),
                    row.getObject("specialist_id", UUID.class),
                    row.getString("subject"),
                    row.getString("name"),
                    instant(row, "starts_at"),
                    instant(row, "ends_at")))
        .list();
  }
}
