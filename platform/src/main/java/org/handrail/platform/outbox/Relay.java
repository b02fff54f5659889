package org.handrail.platform.outbox;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings what waits in the outbox to Kafka: every event at least once, those of a key in their
 * order. Any number may run; one leads, the others stand by.
 */
final class Relay implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(Relay.class);

  private static final int BATCH = 1000;
  // A transaction of Kafka costs as much for one event as for a hundred: what comes this soon after
  // a batch began goes in the next one. What comes after a silence waits for nothing.
  static final Duration BETWEEN_BATCHES = Duration.ofMillis(20);
  private static final Duration STANDBY = Duration.ofMillis(500);
  // For commits whose notice got lost with somebody's connection.
  private static final Duration SAFETY_POLL = Duration.ofSeconds(1);
  private static final Duration AFTER_FAILURE = Duration.ofMillis(500);
  private static final Duration MEASURING = Duration.ofSeconds(5);

  private final RelaySettings settings;
  private final RelayGauges gauges;
  private final CountDownLatch stopping = new CountDownLatch(1);

  Relay(RelaySettings settings, RelayGauges gauges) {
    this.settings = settings;
    this.gauges = gauges;
  }

  @Override
  public void run() {
    while (!pause(Duration.ZERO)) {
      try (var waiting = WaitingEvents.connect(settings)) {
        while (!waiting.tryLead()) {
          if (pause(STANDBY)) {
            return;
          }
        }
        lead(waiting);
      } catch (SQLException | RuntimeException e) {
        // Whatever it is: a relay that ended would be missed by nobody until events are.
        LOG.warn("The relay gives up the lead and begins again: {}", e.toString());
        pause(AFTER_FAILURE);
      } finally {
        gauges.follow();
      }
    }
  }

  void stop() {
    stopping.countDown();
  }

  /** Whether it is time to end; asked for that long. */
  private boolean pause(Duration time) {
    try {
      return stopping.await(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  // First the lead, then the producer, then the first read: whoever reads has fenced all before.
  private void lead(WaitingEvents waiting) throws SQLException {
    try (var sending = Sending.begin(settings)) {
      LOG.info("The relay leads");
      var measured = 0L;
      var begun = System.nanoTime() - BETWEEN_BATCHES.toNanos();
      while (!pause(BETWEEN_BATCHES.minusNanos(System.nanoTime() - begun))) {
        begun = System.nanoTime();
        if (System.nanoTime() - measured > MEASURING.toNanos()) {
          gauges.lead(waiting.backlog());
          measured = System.nanoTime();
        }
        if (!relay(waiting, sending)) {
          waiting.await(SAFETY_POLL);
        }
      }
    }
  }

  private boolean relay(WaitingEvents waiting, Sending sending) throws SQLException {
    var batch = waiting.next(BATCH);
    if (batch.isEmpty()) {
      return false;
    }
    var poison = sending.send(batch);
    if (poison.isEmpty()) {
      waiting.sent(batch);
      gauges.sent(batch.size());
    } else {
      park(waiting, poison.get());
    }
    return true;
  }

  private void park(WaitingEvents waiting, Sending.Poison poison) throws SQLException {
    var row = poison.row();
    waiting.park(row, poison.because());
    LOG.error(
        "Event {} of type {} cannot be sent ({}); it is parked, and with it all later ones of {}",
        row.eventId(),
        row.type(),
        poison.because(),
        row.aggregateId());
    gauges.parked();
  }
}
