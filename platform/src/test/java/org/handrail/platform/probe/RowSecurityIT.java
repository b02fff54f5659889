package org.handrail.platform.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.fixtures.PostgresFixture;
import org.handrail.platform.scope.AgencyScope;
import org.handrail.platform.scope.Transactions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.IllegalTransactionStateException;

@PlatformIT
class RowSecurityIT {

  private static final AgencyId RIVERBEND = new AgencyId("riverbend");
  private static final AgencyId HARBORLIGHT = new AgencyId("harborlight");

  private final Notes notes;
  private final Transactions transactions;
  private final DataSource pool;
  private UUID note = UUID.randomUUID();

  RowSecurityIT(Notes notes, Transactions transactions, DataSource pool) {
    this.notes = notes;
    this.transactions = transactions;
    this.pool = pool;
  }

  @BeforeEach
  void aNoteOfRiverbend() {
    note = as(RIVERBEND, () -> notes.add(RIVERBEND, "she came by"));
  }

  private <T> T as(AgencyId agency, Supplier<T> work) {
    return AgencyScope.as(agency).call(() -> transactions.inTransaction(work));
  }

  @Test
  void showsAnAgencyItsOwn() {
    assertThat(as(RIVERBEND, () -> notes.find(note))).isPresent();
  }

  @Test
  void showsNothingToNobody() {
    assertThat(transactions.inTransaction(() -> notes.find(note))).isEmpty();
    assertThat(transactions.reading(notes::count)).isZero();
    assertThat(notes.find(note)).as("without a transaction").isEmpty();
  }

  @Test
  void showsAnotherAgencyNothing() {
    assertThat(as(HARBORLIGHT, () -> notes.find(note))).isEmpty();
    assertThat(as(HARBORLIGHT, () -> notes.reword(new Notes.Note(note, "", 0), "mine"))).isFalse();
  }

  @Test
  void letsNobodyWriteForAnotherAgency() {
    assertThatThrownBy(() -> as(HARBORLIGHT, () -> notes.add(RIVERBEND, "planted")))
        .isInstanceOf(DataAccessException.class);
  }

  @Test
  void leavesNothingOnAPooledConnection() throws SQLException {
    // One and the same connection of the server, first in a scope, then without any.
    try (var connection = pool.getConnection()) {
      var single = new SingleConnectionDataSource(connection, true);
      var manager = Transactions.over(single);
      var jdbc = JdbcClient.create(single);
      var count = "select count(*) from note";
      var seen =
          AgencyScope.as(RIVERBEND)
              .call(() -> manager.inTransaction(() -> jdbc.sql(count).query(Long.class).single()));
      assertThat(seen).isPositive();
      assertThat(manager.inTransaction(() -> jdbc.sql(count).query(Long.class).single())).isZero();
      assertThat(jdbc.sql(count).query(Long.class).single()).isZero();
    }
  }

  @Test
  void forcesItOnTheOwnerToo() throws SQLException {
    var database = PostgresFixture.database("probe");
    try (var owner =
            DriverManager.getConnection(
                database.url(), "probe_owner", database.passwords().owner());
        var rows = owner.createStatement().executeQuery("select count(*) from note")) {
      rows.next();
      assertThat(rows.getLong(1)).isZero();
    }
  }

  @Test
  void everyTableWithAnAgencyIsForced() throws SQLException {
    // The outbox is the one exception: its wall are the grants, the application cannot read it.
    var unguarded =
        """
        select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
        where c.relkind = 'r' and a.attname = 'agency' and not (c.relrowsecurity and c.relforcerowsecurity)
        """;
    try (var connection = pool.getConnection();
        var rows = connection.createStatement().executeQuery(unguarded)) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getString(1)).isEqualTo("outbox");
      assertThat(rows.next()).isFalse();
    }
  }

  @Test
  void theApplicationCannotReadTheOutboxNorTheRelayAnythingElse() throws SQLException {
    assertDenied("probe_app", PostgresFixture.database("probe").passwords().app(), "outbox");
    assertDenied("probe_relay", PostgresFixture.database("probe").passwords().relay(), "note");
    assertDenied("probe_relay", PostgresFixture.database("probe").passwords().relay(), "inbox");
  }

  private static void assertDenied(String role, String password, String table) throws SQLException {
    try (var connection =
        DriverManager.getConnection(PostgresFixture.database("probe").url(), role, password)) {
      assertThatThrownBy(() -> connection.createStatement().executeQuery("select 1 from " + table))
          .hasMessageContaining("permission denied");
    }
  }

  @Test
  void anOpenTransactionKeepsItsAgency() {
    assertThatThrownBy(
            () -> as(RIVERBEND, () -> AgencyScope.as(HARBORLIGHT).call(() -> notes.count())))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void anEventNeedsATransaction() {
    assertThatThrownBy(() -> AgencyScope.as(RIVERBEND).call(() -> notes.add(RIVERBEND, "a")))
        .isInstanceOfAny(IllegalTransactionStateException.class, DataAccessException.class);
  }
}
