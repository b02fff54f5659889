package org.handrail.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.handrail.platform.fixtures.KafkaFixture;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What somebody's attention was asked for, as Kafka tells it. */
public final class AskedFor {
  private static final JsonMapper JSON = new JsonMapper();

  private AskedFor() {}

  /** The first request for attention to one of these things. */
  public static JsonNode oneOf(UUID... things) {
    var found =
        KafkaFixture.read(
            "handrail.client.v1",
            event -> asks(event) && Arrays.stream(things).anyMatch(it -> isAbout(event, it)),
            1,
            Duration.ofSeconds(20));
    return JSON.readTree(found.getFirst().value());
  }

  private static boolean asks(ConsumerRecord<String, byte[]> event) {
    var type = event.headers().lastHeader("ce_type");
    return type != null
        && new String(type.value(), UTF_8).equals("org.handrail.attention.asked.v1");
  }

  private static boolean isAbout(ConsumerRecord<String, byte[]> event, UUID thing) {
    return JSON.readTree(event.value()).at("/subjectId").asString().equals(thing.toString());
  }
}
