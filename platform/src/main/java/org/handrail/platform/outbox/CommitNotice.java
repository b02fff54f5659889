package org.handrail.platform.outbox;

import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells the leading relay, in whichever instance it runs, that there is something to send. After
 * the commit, and once for all commits of the moment: inside the transaction a NOTIFY would queue
 * all writers of the database one behind the other.
 */
final class CommitNotice implements TransactionSynchronization, SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(CommitNotice.class);

  private final Semaphore committed = new Semaphore(0);
  private final JdbcClient jdbc;
  private volatile boolean running;

  CommitNotice(DataSource database) {
    // Not in anybody's transaction, and of no agency.
    jdbc = JdbcClient.create(database);
  }

  /** After the current transaction commits. */
  void afterThisCommits() {
    if (!TransactionSynchronizationManager.getSynchronizations().contains(this)) {
      TransactionSynchronizationManager.registerSynchronization(this);
    }
  }

  @Override
  public void afterCommit() {
    committed.release();
  }

  @Override
  public void start() {
    running = true;
    Thread.ofVirtual().name("commit-notice").start(this::tell);
  }

  private void tell() {
    while (running) {
      committed.acquireUninterruptibly();
      committed.drainPermits();
      try {
        jdbc.sql("select pg_notify(?, '')")
            .param(WaitingEvents.CHANNEL)
            .query(String.class)
            .optional();
      } catch (RuntimeException e) {
        // Nothing is lost: the relay looks by itself once a second.
        LOG.debug("No notice of a commit could be given", e);
      }
      // The relay would not look again before that anyway.
      LockSupport.parkNanos(Relay.BETWEEN_BATCHES.toNanos());
    }
  }

  @Override
  public void stop() {
    running = false;
    committed.release();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return OutboxAutoConfiguration.AFTER_THE_WEB_SERVER;
  }
}
