package org.handrail.client.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.handrail.client.access.AccessLog;
import org.handrail.client.access.LogReader;
import org.handrail.client.client.ClientId;
import org.handrail.client.ledger.Ledger;
import org.handrail.client.ledger.Releases;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.PostgresFixture;
import org.handrail.platform.scope.AgencyScope;
import org.handrail.platform.scope.Transactions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is read of one client is found by an index, however much the agency has of others. */
@HandrailIT
class LedgerReadsIT {
  private static final AgencyId AGENCY = new AgencyId("larchford");
  private static final int CLIENTS = 300;
  // From the fifth time on a statement is prepared, from the tenth on its plan may be a general
  // one.
  private static final int TIMES = 12;

  private final JdbcClient jdbc;
  private final Transactions transactions;
  private final Ledger ledger;
  private final LedgerPages pages;
  private final Releases releases;
  private final AccessLog log;
  private List<UUID> clients = List.of();

  LedgerReadsIT(
      JdbcClient jdbc,
      Transactions transactions,
      Ledger ledger,
      LedgerPages pages,
      Releases releases,
      AccessLog log) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.ledger = ledger;
    this.pages = pages;
    this.releases = releases;
    this.log = log;
  }

  @BeforeEach
  void aLedgerOfYears() throws SQLException {
    clients = new ManyDecisions(jdbc, transactions, AGENCY).fill(CLIENTS);
    var database = PostgresFixture.database("client");
    try (var owner =
            DriverManager.getConnection(
                database.url(), "client_owner", database.passwords().owner());
        var statement = owner.createStatement()) {
      statement.execute("analyze disclosure, look");
    }
  }

  @AfterEach
  void noMore() {
    BenchedCoalition.forget(clients);
  }

  @Test
  void eachReadingOfOneClientHasItsIndex() {
    var client = new ClientId(clients.getFirst());
    var until = Instant.now();
    var from = until.minus(Duration.ofDays(400));
    var one = as(() -> ledger.between(AGENCY, client, from, until)).getFirst();
    var id = one.entry().id();
    var referral = Objects.requireNonNull(one.entry().cause().referral());
    var step = "sending-1";

    var readings = new LinkedHashMap<String, Runnable>();
    readings.put("page", () -> pages.page(AGENCY, List.of(client), null, false, 51));
    readings.put("next page", () -> pages.page(AGENCY, List.of(client), id, false, 51));
    readings.put("client's page", () -> pages.page(AGENCY, List.of(client), id, true, 51));
    readings.put("list", () -> ledger.between(AGENCY, client, from, until));
    readings.put("one", () -> ledger.find(id));
    readings.put("whose", () -> ledger.whose(id));
    readings.put("repeated", () -> ledger.find(AGENCY, referral, "harborlight", step));
    readings.put("gone out", () -> releases.sendings(AGENCY, client));
    readings.put("taken back", () -> ledger.isTakenBack(one));
    readings.put("on a basis", () -> releases.lastReceived(AGENCY, client, "none of them"));
    readings.forEach((name, reading) -> isByIndex("disclosure", name, reading));

    var look =
        as(() -> log.page(AGENCY, client.value(), LogReader.CLIENT, null, 1)).getFirst().id();
    isByIndex(
        "look", "log", () -> log.page(AGENCY, client.value(), LogReader.AT_THEIR_SIDE, null, 51));
    isByIndex(
        "look",
        "log on",
        () -> log.page(AGENCY, client.value(), LogReader.AT_THEIR_SIDE, look, 51));
  }

  private void isByIndex(String table, String name, Runnable reading) {
    for (int time = 0; time < TIMES; time++) {
      var scans =
          as(
              () -> {
                var before = scans(table);
                reading.run();
                return before.until(scans(table));
              });
      assertThat(scans.sequential()).as(name).isZero();
      assertThat(scans.byIndex()).as(name).isPositive();
      assertThat(scans.rows()).as(name).isLessThanOrEqualTo(ManyDecisions.OF_EACH_CLIENT);
    }
  }

  /** How often a table was read from one end to the other, how often by an index, and how much. */
  private record Scans(long sequential, long byIndex, long rows) {
    Scans until(Scans later) {
      return new Scans(
          later.sequential() - sequential, later.byIndex() - byIndex, later.rows() - rows);
    }
  }

  /** As this transaction has counted so far. */
  private Scans scans(String table) {
    return jdbc.sql(
            """
            select seq_scan, coalesce(idx_scan, 0) as idx_scan, coalesce(idx_tup_fetch, 0) as rows
            from pg_stat_xact_user_tables where relname = :table
            """)
        .param("table", table)
        .query(
            (row, _) ->
                new Scans(row.getLong("seq_scan"), row.getLong("idx_scan"), row.getLong("rows")))
        .single();
  }

  private <T> T as(Supplier<T> reading) {
    return AgencyScope.as(AGENCY).call(() -> transactions.reading(reading));
  }
}
