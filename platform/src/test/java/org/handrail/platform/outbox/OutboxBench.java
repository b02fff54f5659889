package org.handrail.platform.outbox;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.handrail.platform.fixtures.Bench;
import org.handrail.platform.fixtures.KafkaFixture;

/**
 * Measures the outbox: commit → consumer at 50 changes a second, draining of a backlog, and what
 * the outbox costs the writers. {@code docs/adr/0002-outbox.md} tells how to run it.
 */
final class OutboxBench {

  private static final int CHANGES = 1500;
  private static final int BACKLOG = 20_000;
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final PrintStream out;
  private final String topic = "bench-" + UUID.randomUUID();

  private OutboxBench(PrintStream out) {
    this.out = out;
    KafkaFixture.topic(topic);
  }

  public static void main(String[] args) {
    Bench.run(OutboxBench::begin);
  }

  private static void begin() throws Exception {
    QuietLogs.keep();
    var bench = new OutboxBench(System.out);
    try (var database = new OutboxDatabase(bench.topic)) {
      bench.writers(database);
      bench.drain(database);
      bench.latency(database);
    }
  }

  private void writers(OutboxDatabase database) throws InterruptedException {
    rate(database::changeSilently);
    var silent = rate(database::changeSilently);
    var told = rate(database::change);
    print("outbox.writers.without", silent, "tx/s");
    print("outbox.writers.with", told, "tx/s");
  }

  private static double rate(Consumer<String> change) throws InterruptedException {
    var each = 1000;
    var begun = System.nanoTime();
    try (var threads = Executors.newFixedThreadPool(Writers.COUNT)) {
      for (int i = 0; i < Writers.COUNT; i++) {
        var mine = "writer-" + i;
        threads.execute(
            () -> {
              for (int done = 0; done < each; done++) {
                change.accept(mine + "-" + done % 25);
              }
            });
      }
    }
    return Writers.COUNT * each / seconds(begun);
  }

  private void drain(OutboxDatabase database) {
    database.owner("truncate outbox, aggregate");
    Writers.write(database, BACKLOG);
    var waiting = database.unsent();
    var begun = System.nanoTime();
    var relay = relay(database);
    relay.start();
    try (var reader = new Reader(KafkaFixture.bootstrapServers(), topic)) {
      reader.readAll(database.versions(), PATIENCE);
    }
    // The reader listens for another second after the last one.
    print("outbox.drain", waiting / (seconds(begun) - 1), "events/s");
    relay.stop();
  }

  private void latency(OutboxDatabase database) throws InterruptedException {
    var relay = relay(database);
    relay.start();
    var committed = new ConcurrentHashMap<String, Long>();
    var latencies = new double[CHANGES];
    try (var consumer = consumer();
        var clock = Executors.newScheduledThreadPool(4)) {
      var run = UUID.randomUUID().toString();
      var number = new AtomicInteger();
      var ticking =
          clock.scheduleAtFixedRate(
              () -> {
                var key = run + number.incrementAndGet();
                database.change(key);
                committed.put(key, System.nanoTime());
              },
              500,
              20,
              TimeUnit.MILLISECONDS);
      for (int heard = 0; heard < CHANGES; ) {
        for (var event : consumer.poll(Duration.ofMillis(100))) {
          if (event.key().startsWith(run) && heard < CHANGES) {
            var now = System.nanoTime();
            // Heard before the writer could note its commit: as good as at once.
            latencies[heard++] = Math.max(0, now - committed.getOrDefault(event.key(), now)) / 1e6;
          }
        }
      }
      ticking.cancel(false);
    }
    relay.stop();
    Arrays.sort(latencies);
    print("outbox.latency.p50", latencies[CHANGES / 2], "ms");
    print("outbox.latency.p95", latencies[CHANGES * 95 / 100], "ms");
    print("outbox.latency.p99", latencies[CHANGES * 99 / 100], "ms");
    print("outbox.latency.max", latencies[CHANGES - 1], "ms");
  }

  private KafkaConsumer<String, byte[]> consumer() {
    var consumer =
        new KafkaConsumer<>(
            Map.<String, Object>of(
                "bootstrap.servers", KafkaFixture.bootstrapServers(),
                "isolation.level", "read_committed",
                "enable.auto.commit", "false"),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    var partitions =
        consumer.partitionsFor(topic).stream()
            .map(it -> new TopicPartition(topic, it.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    partitions.forEach(consumer::position);
    return consumer;
  }

  private static RelayLifecycle relay(OutboxDatabase database) {
    var settings =
        database.relay(
            KafkaFixture.bootstrapServers(), RelaySettings.LEASE, RelaySettings.PATIENCE);
    return new RelayLifecycle(new Relay(settings, new RelayGauges(new SimpleMeterRegistry())));
  }

  private static double seconds(long begun) {
    return (System.nanoTime() - begun) / 1e9;
  }

  private void print(String name, double value, String unit) {
    out.printf("bench.%s %.1f %s%n", name, value, unit);
  }
}
