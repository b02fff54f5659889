package org.handrail.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.handrail.platform.fixtures.EventContracts;
import org.handrail.platform.fixtures.KafkaFixture;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the door made of a client's referrals without a consent, as it left on Kafka. */
public final class JudgedAnew {
  private static final String TYPE = "org.handrail.client.referrals-judged.v1";

  private JudgedAnew() {}

  /** Waits until it was told so often; each referral as {@code open id} or {@code closed id}. */
  public static List<String> of(UUID client, int times) {
    return KafkaFixture.read(
            "handrail.client.v1",
            event -> event.key().equals(client.toString()) && isOne(event),
            times,
            Duration.ofSeconds(30))
        .stream()
        .peek(event -> EventContracts.assertPromised(event, TYPE))
        .map(event -> new JsonMapper().readTree(event.value()))
        .flatMap(data -> Stream.concat(each(data, "open"), each(data, "closed")))
        .toList();
  }

  private static Stream<String> each(JsonNode data, String how) {
    return data.path(how).valueStream().map(id -> how + " " + id.asString());
  }

  private static boolean isOne(ConsumerRecord<String, byte[]> event) {
    return new String(event.headers().lastHeader("ce_type").value(), UTF_8).equals(TYPE);
  }
}
