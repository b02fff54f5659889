package org.handrail.analytics.deidentification;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.handrail.platform.messaging.KafkaConnection;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Keeps the de-identification going while the service lives: begins once Kafka and the realm can be
 * asked, begins again after a failure. Whatever is down, the service starts and answers.
 */
final class KeepingOn implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(KeepingOn.class);
  private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(3);
  private static final Duration ENDING = Duration.ofSeconds(10);

  private final KafkaConnection kafka;
  private final FreshIds freshIds;
  private final Runnable unreadable;

  private volatile @Nullable Attempt attempt;
  private volatile CountDownLatch stopping = new CountDownLatch(0);
  private @Nullable Thread thread;

  KeepingOn(KafkaConnection kafka, FreshIds freshIds, Runnable unreadable) {
    this.kafka = kafka;
    this.freshIds = freshIds;
    this.unreadable = unreadable;
  }

  /** One life of the stream, from its start to the failure or stop that ends it. */
  private record Attempt(KafkaStreams streams, CountDownLatch ended) {}

  @Override
  public void start() {
    stopping = new CountDownLatch(1);
    thread = Thread.ofPlatform().name("deidentification").start(this::keepOn);
  }

  @Override
  public void stop() {
    stopping.countDown();
    var running = attempt;
    if (running != null) {
      running.ended().countDown();
    }
    try {
      if (thread != null) {
        thread.join(ENDING.multipliedBy(2));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return stopping.getCount() > 0;
  }

  /** What is running now, if it is; while Kafka cannot be asked there may be nothing. */
  Optional<KafkaStreams> now() {
    return Optional.ofNullable(attempt).map(Attempt::streams);
  }

  private void keepOn() {
    try {
      do {
        oneLife();
      } while (!stopping.await(BETWEEN_ATTEMPTS.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void oneLife() throws InterruptedException {
    try (var streams = new KafkaStreams(topology(), settings())) {
      var life = new Attempt(streams, new CountDownLatch(1));
      streams.setStateListener((now, before) -> changed(life, now));
      streams.setUncaughtExceptionHandler(
          because -> {
            LOG.warn("de-identification failed and will begin again", because);
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
          });
      attempt = life;
      if (isRunning()) {
        streams.start();
        life.ended().await();
      }
      streams.close(ENDING);
    } catch (RuntimeException e) {
      LOG.warn("de-identification cannot begin yet: {}", rootOf(e).toString());
    } finally {
      attempt = null;
    }
  }

  private static void changed(Attempt life, State now) {
    LOG.info("de-identification is {}", now);
    if (now.hasCompletedShutdown()) {
      life.ended().countDown();
    }
  }

  private static Throwable rootOf(Throwable e) {
    var cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }

  private org.apache.kafka.streams.Topology topology() {
    return Deidentification.topology(unreadable, freshIds, new SecureRandom());
  }

  private Properties settings() {
    var settings = new Properties();
    settings.putAll(kafka.settings());
    // Names its group, its transactions and its own topics: the broker's access rules go by it.
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "analytics-service");
    settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    settings.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    settings.put(StreamsConfig.ENABLE_METRICS_PUSH_CONFIG, false);
    settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
    // Killed, it is replaced as soon as the transaction that it left open has timed out.
    settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 10_000);
    settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), 3_000);
    return settings;
  }
}
