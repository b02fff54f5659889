package org.handrail.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.handrail.platform.messaging.EventHeaders;

/** Reads what the relay sent, and holds it against what was promised. */
final class Reader implements AutoCloseable {

  private final KafkaConsumer<String, byte[]> consumer;
  private final Map<String, Long> seen = new HashMap<>();
  private long repeats;
  private long read;

  Reader(String bootstrap, String topic) {
    consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers", bootstrap,
                "group.id", "reader-" + UUID.randomUUID(),
                "isolation.level", "read_committed",
                "auto.offset.reset", "earliest",
                "enable.auto.commit", "false"),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    consumer.assign(
        consumer.partitionsFor(topic).stream()
            .map(it -> new TopicPartition(topic, it.partition()))
            .toList());
  }

  /** Reads until it has seen that many events. */
  void readAtLeast(long events, Duration patience) {
    var until = System.nanoTime() + patience.toNanos();
    while (read < events && System.nanoTime() < until) {
      poll();
    }
    assertThat(read).isGreaterThanOrEqualTo(events);
  }

  /** Reads until each aggregate has reached its version; order is held to all along. */
  void readAll(Map<String, Long> versions, Duration patience) {
    var until = System.nanoTime() + patience.toNanos();
    while (!seen.equals(versions) && System.nanoTime() < until) {
      poll();
    }
    assertThat(seen).isEqualTo(versions);
    // Whatever else is in the topic: repeats at most.
    var quiet = System.nanoTime() + Duration.ofSeconds(1).toNanos();
    while (System.nanoTime() < quiet) {
      poll();
    }
    assertThat(seen).isEqualTo(versions);
  }

  private void poll() {
    consumer.poll(Duration.ofMillis(100)).forEach(this::see);
  }

  private void see(ConsumerRecord<String, byte[]> event) {
    read++;
    var attributes = EventHeaders.read(event.headers());
    var version = Long.parseLong(attributes.getOrDefault("aggregateversion", "-1"));
    var before = seen.getOrDefault(event.key(), 0L);
    if (version <= before) {
      repeats++;
    } else {
      assertThat(version).as("next of %s", event.key()).isEqualTo(before + 1);
      seen.put(event.key(), version);
    }
  }

  long repeats() {
    return repeats;
  }

  @Override
  public void close() {
    consumer.close();
  }
}
