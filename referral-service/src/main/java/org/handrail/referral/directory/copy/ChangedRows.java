package org.handrail.referral.directory.copy;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.UUID;
import org.handrail.platform.sql.Columns;
import org.handrail.referral.directory.standard.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * When rows changed. Whatever is given with a row counts as its change: whoever asks what changed
 * since their copy is told that an address is gone, and does not go on telling it.
 */
public final class ChangedRows {
  private static final String[] KINDS =
      Arrays.stream(Kind.values()).map(Kind::code).toArray(String[]::new);

  // What stands in a row whenever it is given; its services and its places come after that.
  private static final String WITHIN =
      """
      with recursive within(source, kind, external_id, id) as (
        select r.source, r.kind, r.external_id, r.id from directory_row r
        where r.kind = any(:kinds) and r.modified_at = :at
        union
        select r.source, r.kind, r.external_id, r.id
        from within i cross join lateral (
          select w.owner_kind, w.owner_external_id from directory_owner w
          where w.source = i.source and w.kind = i.kind and w.external_id = i.external_id
            and i.kind not in ('service', 'service_at_location', 'location')
          union all
          select 'attribute', a.external_id from directory_row a
          where i.kind = 'taxonomy_term' and a.kind = 'attribute' and a.source = i.source
            and lower(a.body ->> 'taxonomy_term_id') = lower(i.external_id)
            and a.body ->> 'taxonomy_term_id' = i.external_id
          union all
          select 'taxonomy_term', t.external_id from directory_row t
          where i.kind = 'taxonomy' and t.kind = 'taxonomy_term' and t.source = i.source
            and t.body ->> 'taxonomy_id' = i.external_id
          union all
          select 'service_capacity', c.external_id from directory_row c
          where i.kind = 'unit' and c.kind = 'service_capacity' and c.source = i.source
            and c.body ->> 'unit_id' = i.external_id
          union all
          select 'service', s.external_id from directory_row s
          where i.kind = 'program' and s.kind = 'service' and s.source = i.source
            and s.body ->> 'program_id' = i.external_id
          union all
          select 'service', s.external_id from directory_service s
          where i.kind = 'organization' and s.organization_id = i.id
          union all
          select 'service_at_location', l.external_id from directory_service_at_location l
          where i.kind = 'service' and l.service_id = i.id
          union all
          select 'service_at_location', l.external_id from directory_service_at_location l
          where i.kind = 'location' and l.location_id = i.id) above(kind, external_id)
        join directory_row r on r.source = i.source and r.kind = above.kind
          and r.external_id = above.external_id),
      services as (
        select i.kind, i.id from within i where i.kind = 'service'
        union
        select 'service', l.service_id from within i
        join directory_service_at_location l on l.id = i.id
        where i.kind = 'service_at_location'),
      organizations as (
        select s.organization_id as id from services join directory_service s using (id)
        union
        select o.id from within i
        join directory_owner w on w.source = i.source and w.kind = i.kind
          and w.external_id = i.external_id and w.owner_kind = 'organization'
        join directory_organization o on o.source = w.source
          and o.external_id = w.owner_external_id
        where i.kind = 'location')
      """;

  private final JdbcClient jdbc;
  private final Instant now;

  /**
   * Waits until nobody else changes the directory, and lets nobody do so until the transaction
   * ends: two that change the same rows in another order would wait for each other for ever.
   */
  public static void takeTurn(JdbcClient jdbc) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended('directory-import', 0))")
        .query((row, number) -> number)
        .list();
  }

  /** As {@link #takeTurn}, for whoever waits for an answer: not for as long as a file takes. */
  public static void takeTurnSoon(JdbcClient jdbc) {
    jdbc.sql("set local lock_timeout = '2s'").update();
    takeTurn(jdbc);
    jdbc.sql("set local lock_timeout to default").update();
  }

  /**
   * Waits for a change that is just being published: a transaction that begins to read after this
   * one reads it, or its time is to come.
   */
  public static void awaitPublished(JdbcClient jdbc) {
    jdbc.sql("select pg_advisory_xact_lock_shared(hashtextextended('directory-published', 0))")
        .query((row, number) -> number)
        .list();
  }

  public ChangedRows(JdbcClient jdbc, Instant now) {
    this.jdbc = jdbc;
    this.now = now;
  }

  public void service(UUID id) {
    jdbc.sql("update directory_row set modified_at = :at where kind = 'service' and id = :id")
        .param("at", Columns.utc(now))
        .param("id", id)
        .update();
  }

  /**
   * Says when all that changed did so: at an instant that comes after that of everybody who was
   * answered without it. The transaction should end with it, as readers wait meanwhile.
   */
  public void publish(Clock clock) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended('directory-published', 0))")
        .query((row, number) -> number)
        .list();
    jdbc.sql(
            """
            update directory_row set modified_at = :published
            where kind = any(:kinds) and modified_at = :at
            """)
        .param("published", Columns.utc(clock.instant().truncatedTo(ChronoUnit.MICROS)))
        .param("kinds", KINDS)
        .param("at", Columns.utc(now))
        .update();
  }

  /** What changes with those that changed now. */
  public void spread() {
    jdbc.sql(
            WITHIN
                + """
                update directory_row r set modified_at = :at
                from (
                  select kind, id from within
                  union select kind, id from services
                  union select 'organization', id from organizations) changed
                where r.kind = changed.kind and r.id = changed.id and r.modified_at <> :at
                """)
        .param("kinds", KINDS)
        .param("at", Columns.utc(now))
        .update();
  }
}
