package org.handrail.client.wellbeing;

import static org.handrail.platform.sql.Columns.instant;
import static org.handrail.platform.sql.Columns.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.handrail.client.specialist.RosterSettings;
import org.handrail.client.specialist.SpecialistId;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.http.PagePlace;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who of the acting agency answers at which hours (R22). */
@Repository
class OnCallRota {
  // Of somebody who has left, or is away for some of it; by the agency's days.
  private static final String IS_OPEN =
      """
      ((o.ends_at at time zone :zone)::date >= s.left_on
        or exists (select from specialist_leave l where l.agency = o.agency and l.specialist_id = o.specialist_id
          and l.ended_at is null and (o.ends_at at time zone :zone)::date >= l.from_day
          and (l.until_day is null or (o.starts_at at time zone :zone)::date <= l.until_day)))
      """;

  private static final String SELECT =
      """
      select o.id, o.specialist_id, s.subject, s.name, o.starts_at, o.ends_at
      from on_call o join specialist s on s.agency = o.agency and s.id = o.specialist_id
      where o.agency = :agency and o.ends_at > :from
      """;

  private static final String PAGE =
      """
      and (:afterId::uuid is null or (o.starts_at, o.id) > (:afterAt::timestamptz, :afterId::uuid))
      order by o.starts_at, o.id limit :limit
      """;

  private final JdbcClient jdbc;
  private final RosterSettings settings;

  OnCallRota(JdbcClient jdbc, RosterSettings settings) {
    this.jdbc = jdbc;
    this.settings = settings;
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

  /** Whether somebody's hours overlap these. */
  boolean isTaken(AgencyId agency, SpecialistId who, Instant startsAt, Instant endsAt) {
    return jdbc.sql(
            """
            select exists (select from on_call
              where agency = :agency and specialist_id = :specialist and ends_at > :starts and starts_at < :ends)
            """)
        .param("agency", agency.value())
        .param("specialist", who.value())
        .param("starts", utc(startsAt))
        .param("ends", utc(endsAt))
        .query(Boolean.class)
        .single();
  }

  /**
   * Those whose hours touch the time from the one instant to the other, that one included, and who
   * are there; from behind that one on.
   */
  List<Duty> between(
      AgencyId agency, Instant from, Instant until, @Nullable PagePlace after, int limit) {
    return jdbc.sql(
            SELECT + " and o.starts_at <= :until and coalesce(not " + IS_OPEN + ", true) " + PAGE)
        .param("agency", agency.value())
        .param("zone", zone(agency))
        .param("from", utc(from))
        .param("until", utc(until))
        .param("afterAt", after == null ? null : utc(after.at()))
        .param("afterId", after == null ? null : after.id())
        .param("limit", limit)
        .query(OnCallRota::duty)
        .list();
  }

  /**
   * The hours from then on at which nobody answers, since who would is not there; from behind those
   * on.
   */
  List<Duty> open(AgencyId agency, Instant from, @Nullable PagePlace after, int limit) {
    return jdbc.sql(SELECT + " and " + IS_OPEN + PAGE)
        .param("agency", agency.value())
        .param("zone", zone(agency))
        .param("from", utc(from))
        .param("afterAt", after == null ? null : utc(after.at()))
        .param("afterId", after == null ? null : after.id())
        .param("limit", limit)
        .query(OnCallRota::duty)
        .list();
  }

  /** Whether there are such hours of somebody. */
  boolean leavesOpen(AgencyId agency, SpecialistId who, Instant from) {
    return jdbc.sql(
            "select exists (" + SELECT + " and o.specialist_id = :specialist and " + IS_OPEN + ")")
        .param("agency", agency.value())
        .param("zone", zone(agency))
        .param("from", utc(from))
        .param("specialist", who.value())
        .query(Boolean.class)
        .single();
  }

  private String zone(AgencyId agency) {
    return settings.of(agency).zone().getId();
  }

  private static Duty duty(ResultSet row, int number) throws SQLException {
    return new Duty(
        row.getObject("id", UUID.class),
        row.getObject("specialist_id", UUID.class),
        row.getString("subject"),
        row.getString("name"),
        instant(row, "starts_at"),
        instant(row, "ends_at"));
  }
}
