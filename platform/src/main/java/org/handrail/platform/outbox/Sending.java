package org.handrail.platform.outbox;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Sends batches to Kafka, each as a whole or not at all.
 *
 * <p>All relays of a service share one transactional id: who takes the lead ends what an earlier
 * leader had begun, and that one, should it ever wake up, is refused.
 */
final class Sending implements AutoCloseable {

  /** The event that Kafka will never take, and why. */
  record Poison(OutboxRow row, String because) {}

  private record Failure(OutboxRow row, Exception cause) {}

  private final String service;
  private final KafkaProducer<String, String> producer;

  private Sending(String service, KafkaProducer<String, String> producer) {
    this.service = service;
    this.producer = producer;
  }

  /** Waits until earlier leaders can do nothing any more. */
  static Sending begin(RelaySettings settings) {
    var all = new HashMap<>(settings.kafka());
    var patience = Math.toIntExact(settings.patience().toMillis());
    all.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, settings.service() + ".outbox");
    all.put(ProducerConfig.ACKS_CONFIG, "all");
    all.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    all.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024);
    all.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, patience);
    all.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, patience);
    all.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, patience);
    all.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 3 * patience);
    var producer = new KafkaProducer<>(all, new StringSerializer(), new StringSerializer());
    var sending = new Sending(settings.service(), producer);
    try {
      producer.initTransactions();
      return sending;
    } catch (RuntimeException e) {
      sending.close();
      throw e;
    }
  }

  /**
   * Commits them all, or none and tells which one is to blame.
   *
   * @throws KafkaException when nobody is to blame, or nothing is known: give up this one
   */
  @SuppressWarnings("FutureReturnValueIgnored") // The callback hears the same.
  Optional<Poison> send(List<OutboxRow> rows) {
    var failure = new AtomicReference<@Nullable Failure>();
    producer.beginTransaction();
    try {
      for (var row : rows) {
        producer.send(
            row.toRecord(service),
            (sent, e) -> {
              if (e != null) {
                failure.compareAndSet(null, new Failure(row, e));
              }
            });
        if (failure.get() != null) {
          break;
        }
      }
      if (failure.get() == null) {
        producer.commitTransaction();
        return Optional.empty();
      }
    } catch (ProducerFencedException e) {
      throw e;
    } catch (KafkaException e) {
      return Optional.of(blame(failure.get(), e));
    }
    return Optional.of(blame(failure.get(), new KafkaException("a batch failed")));
  }

  private Poison blame(@Nullable Failure failure, KafkaException otherwise) {
    if (failure == null || !isPoison(failure.cause())) {
      throw failure == null ? otherwise : new KafkaException(failure.cause());
    }
    producer.abortTransaction();
    return new Poison(failure.row(), failure.cause().getClass().getSimpleName());
  }

  private static boolean isPoison(Exception e) {
    return e instanceof RecordTooLargeException
        || e instanceof SerializationException
        || e instanceof InvalidTopicException;
  }

  /** What was begun and not committed, nobody will read. */
  @Override
  public void close() {
    producer.close(Duration.ZERO);
  }
}
