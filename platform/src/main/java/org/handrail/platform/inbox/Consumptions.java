package org.handrail.platform.inbox;

import java.time.Duration;
import java.util.List;
import org.springframework.context.SmartLifecycle;

/** Runs all consumptions of a service from when it is up. */
final class Consumptions implements SmartLifecycle {

  private static final Duration GRACE = Duration.ofSeconds(5);

  private final List<Consumption> consumptions;
  private List<Thread> threads = List.of();

  Consumptions(List<Consumption> consumptions) {
    this.consumptions = consumptions;
  }

  @Override
  public void start() {
    threads =
        consumptions.stream()
            .map(it -> Thread.ofPlatform().name("events-", 0).daemon().start(it))
            .toList();
  }

  @Override
  public void stop() {
    consumptions.forEach(Consumption::stop);
    var until = System.nanoTime() + GRACE.toNanos();
    try {
      for (var thread : threads) {
        thread.join(Duration.ofNanos(Math.max(1, until - System.nanoTime())));
        thread.interrupt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    threads = List.of();
  }

  @Override
  public boolean isRunning() {
    return !threads.isEmpty();
  }
}
