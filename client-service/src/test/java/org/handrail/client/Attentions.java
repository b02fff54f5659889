package org.handrail.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.handrail.platform.fixtures.EventContracts;
import org.handrail.platform.fixtures.KafkaFixture;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whose attention was asked for what, as it left on Kafka. */
public final class Attentions {
  private static final String TOPIC = "handrail.client.v1";
  private static final String ASKED = "org.handrail.attention.asked.v1";
  private static final JsonMapper JSON = new JsonMapper();

  private Attentions() {}

  /** The one asking with that code about that thing, as it was promised. */
  public static JsonNode asked(String code, UUID about) {
    return asked(code, about, 1).getFirst();
  }

  /** Waits until somebody was asked as often as that. */
  public static List<JsonNode> asked(String code, UUID about, int times) {
    return first(
        times, asked -> isAbout(asked, about) && asked.at("/code").asString("").equals(code));
  }

  /** The first asking about one of these things. */
  public static JsonNode oneOf(UUID... things) {
    return first(1, asked -> List.of(things).stream().anyMatch(it -> isAbout(asked, it)))
        .getFirst();
  }

  /**
   * Whether anybody was asked with that code about that thing by now. What was asked before
   * something that has been waited for is here as well.
   */
  public static boolean isAsked(String code, UUID about) {
    return !KafkaFixture.standing(
            TOPIC,
            event ->
                asks(event)
                    && isAbout(data(event), about)
                    && data(event).at("/code").asString("").equals(code))
        .isEmpty();
  }

  /**
   * The first so many askings about something, as {@code code role} or {@code code subject}. Each
   * is an event of its own, so no order is promised among them.
   */
  public static List<String> about(UUID thing, int howMany) {
    return first(howMany, asked -> isAbout(asked, thing)).stream()
        .map(asked -> asked.at("/code").asString() + " " + whom(asked))
        .toList();
  }

  /** The role or the person that was asked. */
  public static String whom(JsonNode asked) {
    return asked.at("/role").asString(asked.at("/subject").asString(""));
  }

  private static List<JsonNode> first(int howMany, Predicate<JsonNode> wanted) {
    return KafkaFixture.read(
            TOPIC,
            event -> asks(event) && wanted.test(data(event)),
            howMany,
            Duration.ofSeconds(30))
        .stream()
        .peek(event -> EventContracts.assertPromised(event, ASKED))
        .map(Attentions::data)
        .toList();
  }

  private static boolean asks(ConsumerRecord<String, byte[]> event) {
    return new String(event.headers().lastHeader("ce_type").value(), UTF_8).equals(ASKED);
  }

  private static JsonNode data(ConsumerRecord<String, byte[]> event) {
    return JSON.readTree(event.value());
  }

  private static boolean isAbout(JsonNode asked, UUID thing) {
    return asked.at("/subjectId").asString("").equals(thing.toString());
  }
}
