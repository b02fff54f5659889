package org.handrail.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * An event as it stands in Kafka.
 *
 * @param subject the id of what it tells of
 * @param side the agency that it is for
 */
record Told(String subject, String id, String type, String side, long version, String data) {

  /** All that consumers may read of a topic by now, in the order of each subject. */
  static List<Told> of(Coalition coalition, String topic) {
    try (var consumer =
        new KafkaConsumer<>(
            insider(coalition), new StringDeserializer(), new ByteArrayDeserializer())) {
      var partitions =
          consumer.partitionsFor(topic).stream()
              .map(one -> new TopicPartition(one.topic(), one.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      var told = new ArrayList<Told>();
      Loop.until(
          () -> {
            consumer.poll(Duration.ofMillis(200)).forEach(record -> told.add(of(record)));
            return ends.entrySet().stream()
                .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
          });
      return told;
    }
  }

  private static Told of(ConsumerRecord<String, byte[]> record) {
    return new Told(
        record.key(),
        attribute(record, "id"),
        attribute(record, "type"),
        attribute(record, "agency"),
        Long.parseLong(attribute(record, "aggregateversion")),
        new String(record.value(), UTF_8));
  }

  private static String attribute(ConsumerRecord<?, ?> record, String name) {
    return new String(record.headers().lastHeader("ce_" + name).value(), UTF_8);
  }

  /** The broker's own listener; whoever sets the broker up may read all of it. */
  private static Map<String, Object> insider(Coalition coalition) {
    return Map.of(
        "bootstrap.servers",
        "127.0.0.1:" + coalition.port(5),
        "isolation.level",
        "read_committed",
        "security.protocol",
        "SASL_PLAINTEXT",
        "sasl.mechanism",
        "PLAIN",
        "sasl.jaas.config",
        "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"admin\""
            + " password=\"%s\";".formatted(coalition.secret("kafka.admin")));
  }
}
