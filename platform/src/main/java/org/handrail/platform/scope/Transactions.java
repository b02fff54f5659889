package org.handrail.platform.scope;

import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Transactions of the service's database, as the agency of the current {@link AgencyScope}. Joins
 * the one that is open. Reads need one too: without, row-level security shows nothing.
 */
public final class Transactions {

  private final TransactionTemplate writing;
  private final TransactionTemplate reading;

  public Transactions(PlatformTransactionManager manager) {
    writing = new TransactionTemplate(manager);
    reading = new TransactionTemplate(manager);
    reading.setReadOnly(true);
  }

  /** Those of another database than the service's own, with the same guarantee. */
  public static Transactions over(DataSource database) {
    return new Transactions(new ScopedTransactionManager(database));
  }

  /** Commits when it returns, rolls back when it throws. */
  public <T extends @Nullable Object> T inTransaction(Supplier<T> work) {
    return writing.<T>execute(status -> work.get());
  }

  /** As {@link #inTransaction}, without a result. */
  public void run(Runnable work) {
    writing.executeWithoutResult(status -> work.run());
  }

  /** One that changes nothing. */
  public <T extends @Nullable Object> T reading(Supplier<T> work) {
    return reading.<T>execute(status -> work.get());
  }
}
