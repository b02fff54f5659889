package org.handrail.notification.stream;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.handrail.notification.notification.OwnNotifications;
import org.handrail.notification.notification.Reader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Keeps a reader told until the sign-in ends, the reader leaves or the service stops. */
@Component
class Streaming {

  private static final Logger LOG = LoggerFactory.getLogger(Streaming.class);
  private static final int AT_ONCE = 100;

  private final OwnNotifications own;
  private final Clock clock;
  private final Duration heartbeat;

  Streaming(
      OwnNotifications own,
      Clock clock,
      @Value("${handrail.notifications.heartbeat}") Duration heartbeat) {
    this.own = own;
    this.clock = clock;
    this.heartbeat = heartbeat;
  }

  /** Blocks its thread, which is a virtual one, for as long as the stream lasts. */
  void run(Reader reader, OpenStream stream, Position from, Instant signInEnds, EventWriter events)
      throws IOException, InterruptedException {
    events.begin(from);
    var position = from.value();
    var lastSign = System.nanoTime();
    while (!stream.hasEnded() && clock.instant().isBefore(signInEnds)) {
      var reached = send(reader, position, events);
      if (reached != position) {
        lastSign = System.nanoTime();
      } else if (since(lastSign).compareTo(heartbeat) >= 0) {
        events.heartbeat();
        lastSign = System.nanoTime();
      }
      position = reached;
      stream.await(shorter(heartbeat.minus(since(lastSign)), untilEnd(signInEnds)));
    }
  }

  private long send(Reader reader, long position, EventWriter events) throws IOException {
    var reached = position;
    try {
      var found = own.after(reader, reached, AT_ONCE);
      while (!found.isEmpty()) {
        for (var notification : found) {
          events.notification(notification);
        }
        reached = found.getLast().position();
        found = found.size() < AT_ONCE ? List.of() : own.after(reader, reached, AT_ONCE);
      }
    } catch (DataAccessException | TransactionException e) {
      // The stream stays open and looks again at the next sign of life.
      LOG.warn("cannot look for news", e);
    }
    return reached;
  }

  private Duration untilEnd(Instant signInEnds) {
    return Duration.between(clock.instant(), signInEnds);
  }

  private static Duration since(long nanos) {
    return Duration.ofNanos(System.nanoTime() - nanos);
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
