package org.handrail.platform.sql;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** Tells what is wrong with the database for now from what is wrong with what was asked of it. */
public final class Outages {

  private Outages() {}

  /**
   * Whether the same may well work when the database is there again. A commit of which nothing is
   * known is such a failure too: whoever repeats it needs a key.
   */
  public static boolean caused(Throwable failure) {
    return switch (failure) {
      case TransientDataAccessException e -> true;
      case RecoverableDataAccessException e -> true;
      case DataAccessResourceFailureException e -> true;
      case CannotCreateTransactionException e -> true;
      case TransactionSystemException e -> true;
      default -> false;
    };
  }
}
