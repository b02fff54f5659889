package org.handrail.client.disclosure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.handrail.platform.fixtures.EventContracts;
import org.handrail.platform.fixtures.KafkaFixture;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What leaves the service on Kafka of one thing. */
final class ClientTopic {
  private static final JsonMapper JSON = new JsonMapper();

  private ClientTopic() {}

  /** Waits for so many events about that. */
  static List<ConsumerRecord<String, byte[]>> about(UUID thing, int howMany) {
    return on("handrail.client.v1", thing, howMany);
  }

  static List<ConsumerRecord<String, byte[]>> on(String topic, UUID thing, int howMany) {
    return KafkaFixture.read(
        topic, record -> record.key().equals(thing.toString()), howMany, Duration.ofSeconds(30));
  }

  static void assertPromised(List<ConsumerRecord<String, byte[]>> records, String type) {
    assertThat(records).extracting(ClientTopic::type).contains(type);
    records.stream()
        .filter(record -> type(record).equals(type))
        .forEach(record -> EventContracts.assertPromised(record, type));
  }

  static String type(ConsumerRecord<String, byte[]> record) {
    return new String(record.headers().lastHeader("ce_type").value(), UTF_8);
  }

  static JsonNode json(ConsumerRecord<String, byte[]> record) {
    return JSON.readTree(record.value());
  }

  static List<String> recipients(ConsumerRecord<String, byte[]> event) {
    return json(event).at("/recipients").valueStream().map(JsonNode::asString).toList();
  }
}
