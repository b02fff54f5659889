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

/** What people of the coalition were asked to look at. */
public final class Attentions {
  private static final String ASKED = "org.handrail.attention.asked.v1";

  private Attentions() {}

  /** The one asking with that code about that thing, as it was promised. */
  public static JsonNode asked(String code, UUID about) {
    return asked(code, about, 1).getFirst();
  }

  /** Waits until somebody was asked as often as that. */
  public static List<JsonNode> asked(String code, UUID about, int times) {
    return KafkaFixture.read(
            "handrail.client.v1", event -> is(event, code, about), times, Duration.ofSeconds(30))
        .stream()
        .map(Attentions::promised)
        .toList();
  }

  private static JsonNode promised(ConsumerRecord<String, byte[]> asked) {
    EventContracts.assertPromised(asked, ASKED);
    return new JsonMapper().readTree(asked.value());
  }

  private static boolean is(ConsumerRecord<String, byte[]> event, String code, UUID about) {
    var data = new String(event.value(), UTF_8);
    return new String(event.headers().lastHeader("ce_type").value(), UTF_8).equals(ASKED)
        && data.contains("\"" + code + "\"")
        && data.contains(about.toString());
  }
}
