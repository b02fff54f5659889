package org.handrail.platform.outbox;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** Runs the relay from when the service is up until no more requests come in. */
final class RelayLifecycle implements SmartLifecycle {

  private static final long GRACE_MILLIS = TimeUnit.SECONDS.toMillis(3);

  private final Relay relay;
  private @Nullable Thread thread;

  RelayLifecycle(Relay relay) {
    this.relay = relay;
  }

  @Override
  public void start() {
    thread = Thread.ofPlatform().name("outbox-relay").daemon().start(relay);
  }

  @Override
  public void stop() {
    var running = thread;
    relay.stop();
    if (running != null) {
      try {
        running.join(GRACE_MILLIS);
        running.interrupt();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null && thread.isAlive();
  }

  @Override
  public int getPhase() {
    return OutboxAutoConfiguration.AFTER_THE_WEB_SERVER;
  }
}
