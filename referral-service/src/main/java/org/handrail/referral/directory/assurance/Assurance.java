package org.handrail.referral.directory.assurance;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.Person;
import org.handrail.platform.scope.Transactions;
import org.handrail.platform.sql.Columns;
import org.handrail.referral.directory.copy.ChangedRows;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How long what is said of a service may be believed ({@code DIR-1}): counted from the last day on
 * which its source ({@code assured_date}) or its provider said so, or, where nobody ever did, from
 * when it was first seen. That a row was written anew confirms nothing.
 */
@Component
@EnableConfigurationProperties(AssuranceSettings.class)
public class Assurance {
  private final JdbcClient jdbc;
  private final Transactions transactions;
  private final AssuranceSettings settings;
  private final Clock clock;

  Assurance(JdbcClient jdbc, Transactions transactions, AssuranceSettings settings, Clock clock) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.settings = settings;
    this.clock = clock;
  }

  public LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  /** The spans may have been set otherwise since the last start. */
  @EventListener(ApplicationReadyEvent.class)
  void countAgain() {
    transactions.run(
        () -> {
          ChangedRows.takeTurn(jdbc);
          count("true", Map.of());
        });
  }

  public void count(String source) {
    count("s.source = :source", Map.of("source", source));
  }

  /** A service that this agency runs. */
  public Optional<UUID> ofAgency(UUID service, AgencyId agency) {
    return jdbc.sql(
            """
            select s.id from directory_service s
            join directory_organization o on o.id = s.organization_id
            where s.id = :id and o.agency = :agency
            """)
        .param("id", service)
        .param("agency", agency.value())
        .query(UUID.class)
        .optional();
  }

  /** That all is as the directory says, today. */
  public UUID confirm(UUID service, Person by) {
    ChangedRows.takeTurnSoon(jdbc);
    UUID id = UUID.randomUUID();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    jdbc.sql(
            """
            insert into directory_confirmation (id, service_id, agency, subject, confirmed_at)
            values (:id, :service, :agency, :subject, :at)
            """)
        .param("id", id)
        .param("service", service)
        .param("agency", by.agency().value())
        .param("subject", by.subject().value())
        .param("at", Columns.utc(now))
        .update();
    jdbc.sql(
            "update directory_service set confirmed_on = greatest(confirmed_on, :today) where id ="
                + " :id")
        .param("today", today())
        .param("id", service)
        .update();
    count("s.id = :id", Map.of("id", service));
    var changed = new ChangedRows(jdbc, now);
    changed.service(service);
    changed.spread();
    changed.publish(clock);
    return id;
  }

  private void count(String which, Map<String, Object> parameters) {
    var codes = new ArrayList<String>();
    var stale = new ArrayList<Integer>();
    var hidden = new ArrayList<Integer>();
    settings
        .byTerm()
        .forEach(
            (code, span) -> {
              codes.add(code);
              stale.add(span.stale());
              hidden.add(span.hidden());
            });
    var all = new HashMap<>(parameters);
    all.put("codes", codes.toArray(String[]::new));
    all.put("stales", stale.toArray(Integer[]::new));
    all.put("hiddens", hidden.toArray(Integer[]::new));
    all.put("stale", settings.otherwise().stale());
    all.put("hidden", settings.otherwise().hidden());
    jdbc.sql(
            """
            with said as (
              select s.id, s.first_seen,
                greatest(s.assured_date, s.confirmed_on) as on_day,
                coalesce(min(t.stale), :stale) as stale, coalesce(min(t.hidden), :hidden) as hidden
              from directory_service s
              left join directory_service_term st on st.service_id = s.id
              left join unnest(:codes::text[], :stales::int[], :hiddens::int[])
                as t(code, stale, hidden) on t.code = st.code
              where %s
              group by s.id),
            counted as (
              select id, coalesce(on_day, first_seen) as known_on,
                case when on_day is null then first_seen else on_day + stale + 1 end as stale_on,
                coalesce(on_day, first_seen) + hidden + 1 as hidden_on
              from said)
            update directory_service s
            set known_on = c.known_on, stale_on = c.stale_on, hidden_on = c.hidden_on
            from counted c
            where c.id = s.id and (s.known_on, s.stale_on, s.hidden_on)
              is distinct from (c.known_on, c.stale_on, c.hidden_on)
            """
                .formatted(which))
        .params(all)
        .update();
    jdbc.sql(
            """
            update directory_found f set hidden_on = s.hidden_on from directory_service s
            where s.id = f.service_id and f.hidden_on <> s.hidden_on and %s
            """
                .formatted(which))
        .params(parameters)
        .update();
  }
}
