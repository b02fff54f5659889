package org.handrail.platform.sql;

import java.sql.SQLException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** Tells what is wrong with the database for now from what is wrong with what was asked of it. */
public final class Outages {
  private static final String PROGRAM_LIMIT_EXCEEDED = "54";
  // Somebody else holds for longer what this waited for; Spring does not know it.
  private static final String LOCK_NOT_AVAILABLE = "55P03";

  private Outages() {}

  /**
   * Whether the same may well work when the database is there again. A commit of which nothing is
   * known is such a failure too: whoever repeats it needs a key.
   */
  public static boolean caused(Throwable failure) {
    return switch (failure) {
      case TransientDataAccessException e -> true;
      case RecoverableDataAccessException e -> true;
      // What is too long or too complex for it stays so, however often it is tried.
      case DataAccessResourceFailureException e -> !hasState(e, PROGRAM_LIMIT_EXCEEDED);
      case CannotCreateTransactionException e -> true;
      case TransactionSystemException e -> true;
      case UncategorizedSQLException e -> hasState(e, LOCK_NOT_AVAILABLE);
      default -> false;
    };
  }

  private static boolean hasState(DataAccessException failure, String beginning) {
    return NestedExceptionUtils.getMostSpecificCause(failure) instanceof SQLException sql
        && sql.getSQLState() != null
        && sql.getSQLState().startsWith(beginning);
  }
}
