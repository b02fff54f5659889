package org.handrail.platform.outbox;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.flywaydb.core.Flyway;
import org.handrail.platform.fixtures.PostgresFixture;
import org.handrail.platform.fixtures.PostgresFixture.ServiceDatabase;
import org.handrail.platform.messaging.MessagingFixture;
import org.handrail.platform.scope.Transactions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.json.JsonMapper;

/** A service's database with aggregates that change and an outbox that tells of it. */
final class OutboxDatabase implements AutoCloseable {

  static final String SERVICE = "outbox-service";

  /** What others learn of a change. */
  record Changed(long version, String padding) {}

  // About what an event of ours weighs.
  private static final String PADDING = "x".repeat(500);

  private final ServiceDatabase database = PostgresFixture.database("outbox");
  private final HikariDataSource pool;
  private final CommitNotice notice;
  private final Outbox outbox;
  private final Transactions transactions;
  private final JdbcClient jdbc;
  private final String topic;

  OutboxDatabase(String topic) {
    this.topic = topic;
    migrate();
    var settings = new HikariConfig();
    settings.setJdbcUrl(database.url());
    settings.setUsername("outbox_app");
    settings.setPassword(database.passwords().app());
    settings.setMaximumPoolSize(12);
    pool = new HikariDataSource(settings);
    jdbc = JdbcClient.create(pool);
    transactions = Transactions.over(pool);
    notice = new CommitNotice(pool);
    notice.start();
    outbox =
        new JdbcOutbox(
            jdbc,
            JsonMapper.shared(),
            Clock.systemUTC(),
            MessagingFixture.traces(Tracer.NOOP, Propagator.NOOP),
            notice);
  }

  private void migrate() {
    Flyway.configure()
        .dataSource(database.url(), "outbox_owner", database.passwords().owner())
        .locations("classpath:db/platform")
        .placeholders(Map.of("owner", "outbox_owner", "app", "outbox_app", "relay", "outbox_relay"))
        .load()
        .migrate();
    owner("truncate outbox");
    owner("create table if not exists aggregate (key text primary key, version bigint not null)");
    owner("grant select, insert, update on aggregate to outbox_app");
    owner("truncate aggregate");
  }

  void owner(String sql) {
    JdbcClient.create(
            new DriverManagerDataSource(
                database.url(), "outbox_owner", database.passwords().owner()))
        .sql(sql)
        .update();
  }

  /** Changes an aggregate and tells it, as services do: first the row's lock, then the event. */
  long change(String key) {
    return change(key, PADDING);
  }

  long change(String key, String padding) {
    return transactions.inTransaction(
        () -> {
          var version = bump(key);
          outbox.append(
              new AggregateEvent(
                  topic,
                  "org.handrail.probe.changed.v1",
                  key,
                  version,
                  null,
                  new Changed(version, padding)));
          return version;
        });
  }

  /** The same change, told nobody: for comparison. */
  long changeSilently(String key) {
    return transactions.inTransaction(() -> bump(key));
  }

  private long bump(String key) {
    return jdbc.sql(
            """
            insert into aggregate (key, version) values (?, 1)
            on conflict (key) do update set version = aggregate.version + 1 returning version
            """)
        .param(key)
        .query(Long.class)
        .single();
  }

  /** How often each aggregate changed. */
  Map<String, Long> versions() {
    var versions = new TreeMap<String, Long>();
    jdbc.sql("select key, version from aggregate")
        .query(
            row -> {
              versions.put(row.getString("key"), row.getLong("version"));
            });
    return versions;
  }

  RelaySettings relay(String bootstrap, Duration lease, Duration patience) {
    return new RelaySettings(
        SERVICE,
        database.url(),
        "outbox_relay",
        database.passwords().relay(),
        Map.of("bootstrap.servers", bootstrap),
        lease,
        patience);
  }

  private JdbcClient asRelay() {
    return JdbcClient.create(
        new DriverManagerDataSource(database.url(), "outbox_relay", database.passwords().relay()));
  }

  long unsent() {
    return asRelay().sql("select count(*) from outbox").query(Long.class).single();
  }

  List<String> parkedKeys() {
    return asRelay()
        .sql("select aggregate_id from outbox where parked_at is not null")
        .query((row, number) -> row.getString(1))
        .list();
  }

  /** The process that leads now; 0 when none does. */
  long leader() {
    return asRelay()
        .sql(
            """
            select application_name from pg_locks join pg_stat_activity using (pid)
            where locktype = 'advisory' and granted and application_name like '% relay %'
              and datname = current_database()
            """)
        .query((row, number) -> row.getString(1))
        .optional()
        .map(name -> Long.parseLong(name.substring(name.lastIndexOf(' ') + 1)))
        .orElse(0L);
  }

  @Override
  public void close() {
    notice.stop();
    pool.close();
  }
}
