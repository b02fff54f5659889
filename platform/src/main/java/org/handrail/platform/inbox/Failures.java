package org.handrail.platform.inbox;

import org.handrail.platform.calls.Unreachable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** Tells what is wrong with an event from what is wrong with the world. */
final class Failures {

  private Failures() {}

  /** Whether the same event may well work later, when what is down is up again. */
  static boolean passes(Throwable failure) {
    return switch (failure) {
      case TransientDataAccessException e -> true;
      case RecoverableDataAccessException e -> true;
      case DataAccessResourceFailureException e -> true;
      case CannotCreateTransactionException e -> true;
      case TransactionSystemException e -> true;
      case Unreachable e -> true;
      default -> false;
    };
  }
}
