package org.handrail.client;

import java.sql.DriverManager;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import org.handrail.platform.fixtures.LockWaits;
import org.handrail.platform.fixtures.PostgresFixture;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Two people who do something in the same moment. */
public final class AtOnce {
  private AtOnce() {}

  /** As near to each other as it happens: for what a key of the database decides. */
  public static <T> List<T> both(IntFunction<T> what) throws Exception {
    try (var people = Executors.newFixedThreadPool(2)) {
      var first = people.submit(() -> what.apply(1));
      var second = people.submit(() -> what.apply(2));
      return List.of(first.get(), second.get());
    }
  }

  /**
   * Lets two requests meet, every time: nothing can be added to a table until both of them wait, be
   * it for the table or for each other. Whoever looks before adding without holding the other off
   * has looked by then.
   */
  public static <T> List<T> meetBefore(String table, Callable<T> one, Callable<T> other)
      throws Exception {
    return meet(table, 0, one, other);
  }

  /** Lets them meet likewise; the other begins only once the one is about to add something. */
  public static <T> List<T> inThisOrder(String table, Callable<T> one, Callable<T> other)
      throws Exception {
    return meet(table, 1, one, other);
  }

  private static <T> List<T> meet(
      String table, int waitingBeforeTheOther, Callable<T> one, Callable<T> other)
      throws Exception {
    var database = PostgresFixture.database("client");
    try (var workers = Executors.newVirtualThreadPerTaskExecutor();
        var owner =
            DriverManager.getConnection(
                database.url(), "client_owner", database.passwords().owner())) {
      owner.setAutoCommit(false);
      try (var statement = owner.createStatement()) {
        statement.execute("lock table " + table + " in share mode");
      }
      var asOwner = JdbcClient.create(new SingleConnectionDataSource(owner, true));
      var first = workers.submit(one);
      LockWaits.awaitThat(waitingBeforeTheOther, asOwner);
      var second = workers.submit(other);
      LockWaits.awaitThat(2, asOwner);
      owner.commit();
      return List.of(first.get(), second.get());
    }
  }
}
