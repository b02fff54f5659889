package org.handrail.client.ledger;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.handrail.platform.fixtures.PostgresFixture;

/** What somebody with the owner's password could do to the ledger. */
public final class LedgerOwner {
  private static final List<String> TABLES =
      List.of("disclosure", "disclosure_package", "chain_head");

  private LedgerOwner() {}

  /**
   * @return the first column of the first row, if there is one
   */
  public static String does(String sql) throws SQLException {
    var database = PostgresFixture.database("client");
    try (var connection =
            DriverManager.getConnection(
                database.url(), "client_owner", database.passwords().owner());
        var statement = connection.createStatement()) {
      for (var table : TABLES) {
        statement.execute("alter table " + table + " disable trigger user");
        statement.execute("alter table " + table + " no force row level security");
      }
      try {
        return statement.execute(sql) && statement.getResultSet().next()
            ? statement.getResultSet().getString(1)
            : "";
      } finally {
        for (var table : TABLES) {
          statement.execute("alter table " + table + " enable trigger user");
          statement.execute("alter table " + table + " force row level security");
        }
      }
    }
  }
}
