package org.handrail.client.companion;

import static org.handrail.platform.sql.Columns.instant;
import static org.handrail.platform.sql.Columns.utc;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.SubjectId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The shifts and journeys of the acting agency's companions. */
@Repository
public class Shifts {
  private final JdbcClient jdbc;

  Shifts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Whether somebody is at somebody's side as a companion then, or for part of it. */
  public boolean cover(AgencyId agency, SubjectId companion, Instant from, Instant until) {
    return jdbc.sql(
            """
            select exists (select from companion_shift
              where agency = :agency and companion = :companion and starts_at < :until and ends_at > :from)
            """)
        .param("agency", agency.value())
        .param("companion", companion.value())
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

  /** A companion's, of all their clients, around that time. */
  List<RestLimits.Block> blocks(AgencyId agency, String companion, Instant from, Instant until) {
    return jdbc.sql(
            """
            select starts_at, ends_at from companion_shift
            where agency = :agency and companion = :companion and ends_at > :from and starts_at < :until
            """)
        .param("agency", agency.value())
        .param("companion", companion)
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

  List<Shift> of(AgencyId agency, UUID agreement) {
    return jdbc.sql(
            """
            select id, companion, starts_at, ends_at, relief from companion_shift
            where agency = :agency and agreement_id = :agreement order by starts_at, id
            """)
        .param("agency", agency.value())
        .param("agreement", agreement)
        .query(
            (row, _) ->
                new Shift(
                    row.getObject("id", UUID.class),
                    row.getString("companion"),
                    instant(row, "starts_at"),
                    instant(row, "ends_at"),
                    row.getString("relief")))
        .list();
  }

  void add(AgencyId agency, UUID agreement, Leg leg) {
    jdbc.sql(
            """
            insert into companion_leg (agency, id, agreement_id, departs_at, depart_local, depart_zone, depart_country,
              arrives_at, arrive_local, arrive_zone, arrive_country)
            values (:agency, :id, :agreement, :departsAt, :departLocal, :departZone, :departCountry, :arrivesAt, :arriveLocal,
              :arriveZone, :arriveCountry)
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
        .update();
  }

  List<Leg> itinerary(AgencyId agency, UUID agreement) {
    return jdbc.sql(
            """
            select id, depart_local, depart_zone, depart_country, arrive_local, arrive_zone, arrive_country from companion_leg
            where agency = :agency and agreement_id = :agreement order by departs_at, id
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
