package org.handrail.platform.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.handrail.platform.messaging.EventHeaders;
import org.handrail.platform.scope.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes events one by one; parks what will never work, so that the other keys go on. */
final class Taking {

  private static final Logger LOG = LoggerFactory.getLogger(Taking.class);

  private static final int ATTEMPTS = 3;

  private final String consumer;
  private final Effect effect;
  private final Inbox inbox;
  private final Transactions transactions;
  private final MeterRegistry meters;

  Taking(
      String consumer,
      Effect effect,
      Inbox inbox,
      Transactions transactions,
      MeterRegistry meters) {
    this.consumer = consumer;
    this.effect = effect;
    this.inbox = inbox;
    this.transactions = transactions;
    this.meters = meters;
  }

  /** False when something that the event needs is down: it must come again. */
  boolean take(ConsumerRecord<String, byte[]> event) {
    var delivery = Delivery.of(event);
    if (!effect.concerns(delivery)) {
      return true;
    }
    for (int attempt = 1; ; attempt++) {
      try {
        if (effect.of(delivery) == Effect.Outcome.BEHIND_PARKED) {
          park(event, "behind a parked one");
        }
        return true;
      } catch (RuntimeException e) {
        if (Failures.passes(e)) {
          LOG.warn("{} waits: {}", consumer, e.getClass().getSimpleName());
          return false;
        }
        if (attempt == ATTEMPTS) {
          return parkLoudly(event, delivery, e);
        }
      }
    }
  }

  private boolean parkLoudly(
      ConsumerRecord<String, byte[]> event, Delivery delivery, RuntimeException e) {
    try {
      park(event, e.getClass().getSimpleName());
    } catch (RuntimeException notParked) {
      LOG.warn("{} waits: {}", consumer, notParked.getClass().getSimpleName());
      return false;
    }
    LOG.error(
        "{} cannot handle event {} of type {}; it is parked, and with it all later ones of {}",
        consumer,
        delivery.attributes().get(EventHeaders.ID),
        delivery.attributes().get(EventHeaders.TYPE),
        delivery.key(),
        e);
    return true;
  }

  private void park(ConsumerRecord<String, byte[]> event, String because) {
    transactions.run(() -> inbox.park(consumer, event, because));
    meters.counter("handrail.inbox.parkings", "consumer", consumer).increment();
  }

  /** Gives what is parked another try, each key until its first event that still fails. */
  void tryParked() {
    for (var key : transactions.reading(() -> inbox.parkedKeys(consumer))) {
      try {
        while (tryFirst(key)) {
          LOG.info("{} took a parked event of {}", consumer, key.key());
        }
      } catch (RuntimeException e) {
        LOG.error("{} still cannot handle what is parked of {}", consumer, key.key(), e);
      }
    }
  }

  private boolean tryFirst(Inbox.ParkedKey key) {
    var first = transactions.inTransaction(() -> inbox.firstParked(consumer, key));
    return first.isPresent() && effect.ofParked(key, first.get().delivery());
  }
}
