package org.handrail.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.handrail.platform.fixtures.EventContracts;
import org.handrail.platform.fixtures.KafkaFixture;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whose attention was asked, as it left on Kafka. */
public final class AskedAttention {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String TYPE = "org.handrail.attention.asked.v1";

  private AskedAttention() {}

  /**
   * The first so many askings about something, as {@code code role} or {@code code subject}. Each
   * is an event of its own, so no order is promised among them.
   */
  public static List<String> about(UUID id, int howMany) {
    return KafkaFixture.read(
            "handrail.client.v1",
            one ->
                type(one).equals(TYPE)
                    && id.toString().equals(data(one).at("/subjectId").asString("")),
            howMany,
            Duration.ofSeconds(30))
        .stream()
        .peek(one -> EventContracts.assertPromised(one, TYPE))
        .map(AskedAttention::data)
        .map(
            asked ->
                asked.at("/code").asString()
                    + " "
                    + asked.at("/role").asString(asked.at("/subject").asString("")))
        .toList();
  }

  private static String type(ConsumerRecord<String, byte[]> one) {
    return new String(one.headers().lastHeader("ce_type").value(), UTF_8);
  }

  private static JsonNode data(ConsumerRecord<String, byte[]> one) {
    return JSON.readTree(one.value());
  }
}
