package org.handrail.referral.capacity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.Person;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.http.Codes;
import org.handrail.platform.sql.Columns;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Capacities of all services; the current agency can change its own. */
@Repository
class Capacities {
  // Outcomes of earlier days only: who asked today learns nothing of today's answer.
  private static final String SELECT =
      """
      select c.*, extract(epoch from c.hold_for)::bigint as hold_seconds, o.known, o.turned_away
      from capacity c cross join lateral (
        select count(*) as known, count(*) filter (where not found_place and place <= 10) as turned_away
        from (select found_place, row_number() over (order by ordinal desc) as place
          from capacity_outcome where service_id = c.service_id and on_day < :today
          order by ordinal desc limit 11) recent) o
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  Capacities(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Where a page ended. */
  record Place(UUID serviceId, UUID id) {}

  /** What the provider says. */
  record Said(int total, int free, Duration holdFor, int holdsAtOnce) {}

  /** An earlier statement. */
  record Statement(long version, int total, int free, Instant saidAt, AgencyId agency) {}

  /** False when that service has one of this kind already. */
  boolean add(UUID id, Person by, UUID serviceId, Unit unit, String kind, Said said) {
    boolean added =
        jdbc.sql(
                    """
                    insert into capacity (id, agency, service_id, unit, kind, total, free, said_at, said_by,
                      hold_for, holds_at_once)
                    values (:id, :agency, :service, :unit, :kind, :total, :free, :at, :by,
                      make_interval(secs => :holdFor), :atOnce)
                    on conflict (service_id, unit, kind) where retired_at is null do nothing
                    """)
                .param("id", id)
                .param("agency", by.agency().value())
                .param("service", serviceId)
                .param("unit", Codes.of(unit))
                .param("kind", kind)
                .param("total", said.total())
                .param("free", said.free())
                .param("at", Columns.utc(clock.instant()))
                .param("by", by.subject().value())
                .param("holdFor", said.holdFor().toSeconds())
                .param("atOnce", said.holdsAtOnce())
                .update()
            == 1;
    if (added) {
      keep(id);
    }
    return added;
  }

  /**
   * Says it anew, as the agency that runs the service now. Arrivals until now are in what is said,
   * holds are not; what another agency kept or gave away are no places of these.
   *
   * @param kept how many of them the agency itself keeps for referrals
   */
  void say(UUID id, Person by, Said said, int kept) {
    jdbc.sql(
            """
            update capacity set agency = :agency, total = :total, free = :free, held = :kept, taken = 0,
              said_at = :at, said_by = :by, hold_for = make_interval(secs => :holdFor), holds_at_once = :atOnce, version = version + 1
            where id = :id
            """)
        .param("id", id)
        .param("agency", by.agency().value())
        .param("total", said.total())
        .param("free", said.free())
        .param("kept", kept)
        .param("at", Columns.utc(clock.instant()))
        .param("by", by.subject().value())
        .param("holdFor", said.holdFor().toSeconds())
        .param("atOnce", said.holdsAtOnce())
        .update();
    keep(id);
  }

  /** There are no such places (any more). */
  void retire(UUID id, Person by) {
    jdbc.sql(
            """
            update capacity set retired_at = :at, retired_by = :by, version = version + 1
            where id = :id
            """)
        .param("id", id)
        .param("at", Columns.utc(clock.instant()))
        .param("by", by.subject().value())
        .update();
  }

  private void keep(UUID id) {
    jdbc.sql(
            """
            insert into capacity_statement (capacity_id, version, agency, total, free, said_at, said_by)
            select id, version, agency, total, free, said_at, said_by from capacity where id = :id
            """)
        .param("id", id)
        .update();
  }

  Optional<Capacity> find(UUID id) {
    return one("where c.id = :id", id);
  }

  /** Nobody else says anything or keeps a place until the transaction ends. */
  Optional<Capacity> lock(UUID id) {
    return one("where c.id = :id for update of c", id);
  }

  /** The one of that kind; nobody else says anything of it until the transaction ends. */
  Optional<Capacity> lock(UUID serviceId, Unit unit, String kind) {
    return jdbc.sql(
            SELECT
                + """
                where c.service_id = :service and c.unit = :unit and c.kind = :kind
                  and c.retired_at is null for update of c
                """)
        .param("today", today())
        .param("service", serviceId)
        .param("unit", Codes.of(unit))
        .param("kind", kind)
        .query(Capacities::capacity)
        .optional();
  }

  List<Capacity> page(@Nullable UUID serviceId, @Nullable Place after, int limit) {
    String where = "where c.retired_at is null\n";
    if (serviceId != null) {
      where += "and c.service_id = :service\n";
    }
    if (after != null) {
      where += "and (c.service_id, c.id) > (:afterService, :afterId)\n";
    }
    return jdbc.sql(SELECT + where + "order by c.service_id, c.id limit :limit")
        .param("today", today())
        .param("service", serviceId)
        .param("afterService", after == null ? null : after.serviceId())
        .param("afterId", after == null ? null : after.id())
        .param("limit", limit)
        .query(Capacities::capacity)
        .list();
  }

  List<Capacity> of(Collection<UUID> services) {
    return jdbc.sql(
            SELECT
                + """
                where c.service_id = any(:services) and c.retired_at is null
                order by c.service_id, c.id
                """)
        .param("today", today())
        .param("services", services.toArray(UUID[]::new))
        .query(Capacities::capacity)
        .list();
  }

  /** The latest first. */
  List<Statement> history(UUID id, long before, int limit) {
    return jdbc.sql(
            """
            select version, total, free, said_at, agency from capacity_statement
            where capacity_id = :id and version < :before order by version desc limit :limit
            """)
        .param("id", id)
        .param("before", before)
        .param("limit", limit)
        .query(
            (row, number) ->
                new Statement(
                    row.getLong("version"),
                    row.getInt("total"),
                    row.getInt("free"),
                    Columns.instant(row, "said_at"),
                    new AgencyId(row.getString("agency"))))
        .list();
  }

  void outcome(UUID serviceId, AgencyId agency, boolean foundPlace) {
    jdbc.sql(
            """
            insert into capacity_outcome (service_id, agency, found_place, on_day)
            values (:service, :agency, :found, :today)
            """)
        .param("service", serviceId)
        .param("agency", agency.value())
        .param("found", foundPlace)
        .param("today", today())
        .update();
  }

  private Optional<Capacity> one(String where, UUID id) {
    return jdbc.sql(SELECT + where)
        .param("today", today())
        .param("id", id)
        .query(Capacities::capacity)
        .optional();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private static Capacity capacity(ResultSet row, int number) throws SQLException {
    return new Capacity(
        row.getObject("id", UUID.class),
        new AgencyId(row.getString("agency")),
        row.getObject("service_id", UUID.class),
        Codes.to(Unit.class, row.getString("unit")),
        row.getString("kind"),
        row.getInt("total"),
        row.getInt("free"),
        row.getInt("held"),
        row.getInt("taken"),
        Columns.instant(row, "said_at"),
        new SubjectId(row.getString("said_by")),
        Duration.ofSeconds(row.getLong("hold_seconds")),
        row.getInt("holds_at_once"),
        TrackRecord.of(row.getInt("known"), row.getInt("turned_away")),
        Columns.optionalInstant(row, "retired_at"),
        row.getLong("version"));
  }
}
