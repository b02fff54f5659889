package org.handrail.e2e;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A browser that never stops asking who is signed in. */
final class SignInWatch implements AutoCloseable {

  private static final Duration PAUSE = Duration.ofMillis(100);

  private final Api browser;
  private final Set<Integer> statuses = new ConcurrentSkipListSet<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread watching = Thread.ofVirtual().unstarted(this::watch);

  private SignInWatch(Api browser) {
    this.browser = browser;
  }

  static SignInWatch over(Api browser) {
    var watch = new SignInWatch(browser);
    watch.watching.start();
    return watch;
  }

  private void watch() {
    try {
      do {
        try {
          statuses.add(browser.get("/api/me").status());
        } catch (UncheckedIOException e) {
          // Nobody was there to answer.
        }
      } while (!closed.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Every status that ever came. */
  Set<Integer> statuses() {
    return new TreeSet<>(statuses);
  }

  @Override
  public void close() {
    closed.countDown();
  }
}
