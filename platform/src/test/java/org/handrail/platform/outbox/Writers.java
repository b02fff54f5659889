package org.handrail.platform.outbox;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;

/** Eight writers that change few aggregates, so that they meet. */
final class Writers implements AutoCloseable {

  static final int COUNT = 8;
  private static final int KEYS = 40;

  private final ExecutorService threads = Executors.newFixedThreadPool(COUNT);
  private final List<Future<?>> working = new ArrayList<>();

  /** Lets them make that many changes between them. */
  static Writers start(OutboxDatabase database, int changes) {
    var writers = new Writers();
    for (int i = 0; i < COUNT; i++) {
      writers.working.add(
          writers.threads.submit(
              () -> {
                for (int done = 0; done < changes / COUNT; done++) {
                  database.change(anyKey());
                }
              }));
    }
    return writers;
  }

  /** The same, and waits. */
  static void write(OutboxDatabase database, int changes) {
    start(database, changes).close();
  }

  static String anyKey() {
    return "aggregate-" + ThreadLocalRandom.current().nextInt(KEYS);
  }

  /** Waits until they are done, and throws what went wrong. */
  void await() {
    try {
      for (var work : working) {
        work.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    try {
      await();
    } finally {
      threads.shutdownNow();
    }
  }
}
