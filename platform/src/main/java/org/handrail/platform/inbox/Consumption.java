package org.handrail.platform.inbox;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a subscription's topics for as long as the service runs, whether Kafka is there or not. */
final class Consumption implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(Consumption.class);

  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

  private final EventSubscription subscription;
  private final Taking taking;
  private final Map<String, Object> settings;
  private final CountDownLatch stopping = new CountDownLatch(1);

  Consumption(
      EventSubscription subscription, Taking taking, String group, Map<String, Object> kafka) {
    this.subscription = subscription;
    this.taking = taking;
    settings = new HashMap<>(kafka);
    settings.putAll(
        Map.of(
            ConsumerConfig.GROUP_ID_CONFIG,
            group,
            ConsumerConfig.ISOLATION_LEVEL_CONFIG,
            "read_committed",
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            "earliest",
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            false,
            ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
            200,
            // Whoever was killed is missed within ten seconds.
            ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
            10_000,
            ConsumerConfig.METADATA_MAX_AGE_CONFIG,
            30_000));
  }

  @Override
  public void run() {
    while (!pause(Duration.ZERO)) {
      try (var consumer =
          new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
        consumer.subscribe(subscription.topics());
        taking.tryParked();
        while (!pause(Duration.ZERO)) {
          if (!read(consumer)) {
            pause(AFTER_FAILURE);
          }
        }
      } catch (RuntimeException e) {
        LOG.warn("{} begins again: {}", subscription.consumer(), e.toString());
        pause(AFTER_FAILURE);
      }
    }
  }

  void stop() {
    stopping.countDown();
  }

  private boolean pause(Duration time) {
    try {
      return stopping.await(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /** Whether all went through; what did not comes again. */
  private boolean read(KafkaConsumer<String, byte[]> consumer) {
    var done = new HashMap<TopicPartition, OffsetAndMetadata>();
    var stuck = new HashSet<TopicPartition>();
    for (var event : consumer.poll(POLL)) {
      var partition = new TopicPartition(event.topic(), event.partition());
      if (!stuck.contains(partition)) {
        if (taking.take(event)) {
          done.put(partition, new OffsetAndMetadata(event.offset() + 1));
        } else {
          consumer.seek(partition, event.offset());
          stuck.add(partition);
        }
      }
    }
    commit(consumer, done);
    return stuck.isEmpty();
  }

  private void commit(
      KafkaConsumer<String, byte[]> consumer, Map<TopicPartition, OffsetAndMetadata> done) {
    try {
      if (!done.isEmpty()) {
        consumer.commitSync(done);
      }
    } catch (KafkaException e) {
      // They come again, to somebody else perhaps; the inbox knows them.
      LOG.info("{} did not note how far it is: {}", subscription.consumer(), e.toString());
    }
  }
}
