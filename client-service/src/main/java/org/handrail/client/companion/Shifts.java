package org.handrail.client.companion;

import static org.handrail.platform.sql.Columns.instant;
import static org.handrail.platform.sql.Columns.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.SubjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The shifts and journeys of the acting agency's companions. */
@Repository
public class Shifts {
  private final JdbcClient jdbc;

  Shifts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Whether somebody is at somebody's side as a companion, or relieves one, then or for part of it.
   */
  public boolean cover(AgencyId agency, SubjectId who, Instant from, Instant until) {
    return jdbc.sql(
            """
            select exists (select from companion_shift_held
              where agency = :agency and :who in (companion, relief) and starts_at < :until and ends_at > :from)
            """)
        .param("agency", agency.value())
        .param("who", who.value())
        .param("from", utc(from))
        .param("until", utc(until))
        .query(Boolean.class)
        .single();
  }

  /** Whoever plans for a companion plans alone. */
  void lock(AgencyId agency, String companion) {
    jdbc.sql(
            """
            select pg_advisory_xact_lock(hashtextextended(jsonb_build_array('companion', :agency, :companion)::text, 0))
            """)
        .param("agency", agency.value())
        .param("companion", companion)
        .query((_, _) -> true)
        .single();
  }

  /**
   * Somebody's around that time, of all clients: those of their own, and those in which they
   * relieve a companion.
   */
  List<RestLimits.Block> blocks(AgencyId agency, String who, Instant from, Instant until) {
    return jdbc.sql(
            """
            select starts_at, ends_at from companion_shift_held
            where agency = :agency and :who in (companion, relief) and ends_at > :from and starts_at < :until
            """)
        .param("agency", agency.value())
        .param("who", who)
        .param("from", utc(from))
        .param("until", utc(until))
        .query((row, _) -> new RestLimits.Block(instant(row, "starts_at"), instant(row, "ends_at")))
        .list();
  }

  void add(AgencyId agency, UUID agreement, Shift shift) {
    jdbc.sql(
            """
            insert into companion_shift (agency, id, agreement_id, companion, starts_at, ends_at, relief)
            values (:agency, :id, :agreement, :companion, :from, :until, :relief)
            """)
        .param("agency", agency.value())
        .param("id", shift.id())
        .param("agreement", agreement)
        .param("companion", shift.companion())
        .param("from", utc(shift.startsAt()))
        .param("until", utc(shift.endsAt()))
        .param("relief", shift.relief())
        .update();
  }

  /** Those that were stayed or will be, as long as the agreement lasted. */
  List<Shift> of(AgencyId agency, UUID agreement) {
    return jdbc.sql(
            """
            select id, companion, starts_at, ends_at, relief from companion_shift_held
            where agency = :agency and agreement_id = :agreement order by starts_at, id
            """)
        .param("agency", agency.value())
        .param("agreement", agreement)
        .query(Shifts::shift)
        .list();
  }

  /** Also one that was withdrawn, as it was planned. */
  Optional<Shift> find(AgencyId agency, UUID agreement, UUID id) {
    return jdbc.sql(
            """
            select id, companion, starts_at, ends_at, relief from companion_shift
            where agency = :agency and agreement_id = :agreement and id = :id
            """)
        .param("agency", agency.value())
        .param("agreement", agreement)
        .param("id", id)
        .query(Shifts::shift)
        .optional();
  }

  private static Shift shift(ResultSet row, int number) throws SQLException {
    return new Shift(
        row.getObject("id", UUID.class),
        row.getString("companion"),
        instant(row, "starts_at"),
        instant(row, "ends_at"),
        row.getString("relief"));
  }

  /** When a leg begins, and who planned it, if that was written down. */
  record PlannedLeg(Instant departsAt, @Nullable String plannedBy) {}

  /** Also one that was withdrawn. */
  Optional<PlannedLeg> findLeg(AgencyId agency, UUID agreement, UUID id) {
    return jdbc.sql(
            """
            select departs_at, planned_by from companion_leg
            where agency = :agency and agreement_id = :agreement and id = :id
            """)
        .param("agency", agency.value())
        .param("agreement", agreement)
        .param("id", id)
        .query((row, _) -> new PlannedLeg(instant(row, "departs_at"), row.getString("planned_by")))
        .optional();
  }

  void add(AgencyId agency, UUID agreement, Leg leg, SubjectId by) {
    jdbc.sql(
            """
            insert into companion_leg (agency, id, agreement_id, departs_at, depart_local, depart_zone, depart_country,
              arrives_at, arrive_local, arrive_zone, arrive_country, planned_by)
            values (:agency, :id, :agreement, :departsAt, :departLocal, :departZone, :departCountry, :arrivesAt, :arriveLocal,
              :arriveZone, :arriveCountry, :by)
            """)
        .param("agency", agency.value())
        .param("id", leg.id())
        .param("agreement", agreement)
        .param("departsAt", utc(leg.departs().instant()))
        .param("departLocal", leg.departs().at())
        .param("departZone", leg.departs().zone())
        .param("departCountry", leg.departs().country())
        .param("arrivesAt", utc(leg.arrives().instant()))
        .param("arriveLocal", leg.arrives().at())
        .param("arriveZone", leg.arrives().zone())
        .param("arriveCountry", leg.arrives().country())
        .param("by", by.value())
        .update();
  }

  /** The legs that began while the agreement held, or will. */
  List<Leg> itinerary(AgencyId agency, UUID agreement) {
    return jdbc.sql(
            """
            select l.id, l.depart_local, l.depart_zone, l.depart_country, l.arrive_local, l.arrive_zone, l.arrive_country
            from companion_leg l join companion_agreement a on a.agency = l.agency and a.id = l.agreement_id
            where l.agency = :agency and l.agreement_id = :agreement and (a.ended_at is null or a.ended_at > l.departs_at)
              and not is_withdrawn(l.agency, l.id)
            order by l.departs_at, l.id
            """)
        .param("agency", agency.value())
        .param("agreement", agreement)
        .query(
            (row, _) ->
                new Leg(
                    row.getObject("id", UUID.class),
                    new Leg.End(
                        row.getObject("depart_local", LocalDateTime.class),
                        row.getString("depart_zone"),
                        row.getString("depart_country")),
                    new Leg.End(
                        row.getObject("arrive_local", LocalDateTime.class),
                        row.getString("arrive_zone"),
                        row.getString("arrive_country"))))
        .list();
  }
}
