package org.handrail.notification.stream;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.handrail.notification.notification.Reader;
import org.handrail.platform.caller.AgencyId;

/**
 * A stream that somebody holds open. It keeps no news: being woken, it reads them from the database
 * at the pace of its reader, so that nobody waits for a slow one and nothing piles up.
 */
final class OpenStream implements AutoCloseable {

  private final Reader reader;
  private final Consumer<OpenStream> closing;
  private final Semaphore news = new Semaphore(0);
  private volatile boolean ended;

  OpenStream(Reader reader, Consumer<OpenStream> closing) {
    this.reader = reader;
    this.closing = closing;
  }

  boolean isOf(AgencyId agency) {
    return reader.agency().equals(agency);
  }

  boolean isOf(Reader other) {
    return isOf(other.agency()) && reader.subject().equals(other.subject());
  }

  void wake() {
    news.release();
  }

  void end() {
    ended = true;
    wake();
  }

  boolean hasEnded() {
    return ended;
  }

  /** Returns when there may be news, when it ended, or after that time. */
  void await(Duration atMost) throws InterruptedException {
    if (news.tryAcquire(Math.max(1, atMost.toMillis()), TimeUnit.MILLISECONDS)) {
      // Many calls are answered by one look.
      news.drainPermits();
    }
  }

  @Override
  public void close() {
    closing.accept(this);
  }
}
