package org.handrail.platform.probe;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Holds a request in mid-transaction, so that a test can send another meanwhile. */
@Component
public class Gate {

  private volatile @Nullable Held held;

  /** Requests with these words wait until it is opened. */
  record Held(String words, CountDownLatch reached, CountDownLatch open) {

    void awaitReached() throws InterruptedException {
      if (!reached.await(20, TimeUnit.SECONDS)) {
        throw new AssertionError("nobody came");
      }
    }
  }

  Held close(String words) {
    var closed = new Held(words, new CountDownLatch(1), new CountDownLatch(1));
    held = closed;
    return closed;
  }

  void pass(String words) {
    var closed = held;
    if (closed != null && closed.words().equals(words)) {
      closed.reached().countDown();
      try {
        if (!closed.open().await(20, TimeUnit.SECONDS)) {
          throw new IllegalStateException("the gate stayed closed");
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }
}
