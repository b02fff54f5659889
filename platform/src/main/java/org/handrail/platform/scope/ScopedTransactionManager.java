package org.handrail.platform.scope;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.handrail.platform.caller.SubjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Tells PostgreSQL at the begin of every transaction in whose name it runs. */
final class ScopedTransactionManager extends JdbcTransactionManager {

  // Local to the transaction, so that a pooled connection carries nothing into the next one.
  private static final String SET =
      "select set_config('handrail.agency', ?, true), set_config('handrail.subject', ?, true)";

  // What is read belongs together: no row of before a change beside one of after it.
  private static final String OF_ONE_MOMENT = "set transaction isolation level repeatable read; ";

  ScopedTransactionManager(DataSource dataSource) {
    super(dataSource);
  }

  @Override
  protected void doBegin(Object transaction, TransactionDefinition definition) {
    super.doBegin(transaction, definition);
    try {
      tell(connection(), definition.isReadOnly(), AgencyScope.current().orElse(null));
    } catch (SQLException e) {
      doCleanupAfterCompletion(transaction);
      throw new CannotCreateTransactionException("cannot set the agency of the transaction", e);
    }
  }

  private Connection connection() {
    var holder =
        (ConnectionHolder) TransactionSynchronizationManager.getResource(obtainDataSource());
    if (holder == null) {
      throw new IllegalStateException("a transaction without a connection");
    }
    return holder.getConnection();
  }

  private static void tell(Connection connection, boolean reads, @Nullable AgencyScope scope)
      throws SQLException {
    SubjectId subject = scope == null ? null : scope.subject();
    try (var statement = connection.prepareStatement(reads ? OF_ONE_MOMENT + SET : SET)) {
      statement.setString(1, scope == null ? "" : scope.agency().value());
      statement.setString(2, subject == null ? "" : subject.value());
      statement.execute();
    }
  }
}
