package org.handrail.client.specialist;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.http.Codes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The agencies' settings, and with them their days. */
@Repository
public class RosterSettings {
  private final JdbcClient jdbc;
  private final RosterDefaults defaults;
  private final Clock clock;

  RosterSettings(JdbcClient jdbc, RosterDefaults defaults, Clock clock) {
    this.jdbc = jdbc;
    this.defaults = defaults;
    this.clock = clock;
  }

  public RosterSetting of(AgencyId agency) {
    return find(agency).orElseGet(defaults::setting);
  }

  /** Which day it is at the agency. */
  public LocalDate today(AgencyId agency) {
    return dayOf(agency, clock.instant());
  }

  public LocalDate dayOf(AgencyId agency, Instant at) {
    return at.atZone(of(agency).zone()).toLocalDate();
  }

  /** When a day begins at the agency. */
  public Instant beginOf(AgencyId agency, LocalDate day) {
    return day.atStartOfDay(of(agency).zone()).toInstant();
  }

  private Optional<RosterSetting> find(AgencyId agency) {
    return jdbc.sql(
            "select roster, caseload_cap, supervision_minutes, zone, version from roster_setting"
                + " where agency = :agency")
        .param("agency", agency.value())
        .query(
            (row, _) ->
                new RosterSetting(
                    Codes.to(RosterSetting.Mode.class, row.getString("roster")),
                    row.getInt("caseload_cap"),
                    Duration.ofMinutes(row.getInt("supervision_minutes")),
                    ZoneId.of(row.getString("zone")),
                    row.getLong("version")))
        .optional();
  }

  /** Whether it was saved: not when somebody else saved that version first. */
  boolean save(AgencyId agency, RosterSetting setting) {
    return jdbc.sql(
                """
                insert into roster_setting (agency, roster, caseload_cap, supervision_minutes, zone, version)
                values (:agency, :roster, :cap, :minutes, :zone, :version)
                on conflict (agency) do update set roster = excluded.roster, caseload_cap = excluded.caseload_cap,
                  supervision_minutes = excluded.supervision_minutes, zone = excluded.zone, version = excluded.version
                where roster_setting.version = excluded.version - 1
                """)
            .param("agency", agency.value())
            .param("roster", Codes.of(setting.roster()))
            .param("cap", setting.caseloadCap())
            .param("minutes", setting.supervision().toMinutes())
            .param("zone", setting.zone().getId())
            .param("version", setting.version())
            .update()
        == 1;
  }
}
