package org.handrail.analytics.deidentification;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A topic of some broker, as whoever may read all of it sees it. */
record Topic(String bootstrap, String name) {

  /** What was committed until now. */
  List<ConsumerRecord<byte[], byte[]>> committed() {
    var found = new ArrayList<ConsumerRecord<byte[], byte[]>>();
    try (var consumer = consumer("read_committed")) {
      var partitions = partitions();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
        consumer.poll(Duration.ofMillis(100)).forEach(found::add);
      }
    }
    return found;
  }

  /** How many records stand there, those included that no transaction has committed. */
  long written() {
    try (var consumer = consumer("read_uncommitted")) {
      return consumer.endOffsets(partitions()).values().stream().mapToLong(end -> end).sum();
    }
  }

  private Set<TopicPartition> partitions() {
    try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
      if (!admin.listTopics().names().get().contains(name)) {
        return Set.of();
      }
      return admin.describeTopics(List.of(name)).allTopicNames().get().values().stream()
          .flatMap(topic -> topic.partitions().stream())
          .map(info -> new TopicPartition(name, info.partition()))
          .collect(Collectors.toUnmodifiableSet());
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private KafkaConsumer<byte[], byte[]> consumer(String isolation) {
    return new KafkaConsumer<>(
        Map.of(
            "bootstrap.servers", bootstrap,
            "isolation.level", isolation,
            "enable.auto.commit", "false"),
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer());
  }

  /** Sends the events and waits until the broker has them. */
  static void send(String bootstrap, List<SomeEvent> events) {
    try (var producer =
        new KafkaProducer<>(
            Map.<String, Object>of("bootstrap.servers", bootstrap),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      var sent = new ArrayList<Future<?>>();
      for (ProducerRecord<byte[], byte[]> record :
          events.stream().map(SomeEvent::onTheWire).toList()) {
        sent.add(producer.send(record));
      }
      for (var one : sent) {
        one.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
