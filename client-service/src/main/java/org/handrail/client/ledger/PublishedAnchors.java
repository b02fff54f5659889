package org.handrail.client.ledger;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.handrail.client.client.ClientId;
import org.handrail.client.ledger.ChainCheck.Anchor;
import org.handrail.client.paper.Hash;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.messaging.EventHeaders;
import org.handrail.platform.messaging.KafkaConnection;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The heads of the chains as they left the database: all that Kafka holds at this moment. */
@Component
class PublishedAnchors {
  private static final String TOPIC = "handrail.client.v1";
  private static final String TYPE = "org.handrail.ledger.anchored.v1";

  private final KafkaConnection kafka;
  private final JsonMapper json;

  PublishedAnchors(KafkaConnection kafka, JsonMapper json) {
    this.kafka = kafka;
    this.json = json;
  }

  private record Anchored(UUID clientId, long length, String head) {}

  Map<ChainKey, List<Anchor>> all() {
    var anchors = new HashMap<ChainKey, List<Anchor>>();
    try (var consumer =
        new KafkaConsumer<>(
            kafka.settings(
                Map.of(
                    ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                    "read_committed",
                    ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                    false)),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      var partitions =
          consumer.partitionsFor(TOPIC).stream()
              .map(one -> new TopicPartition(TOPIC, one.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        for (var one : consumer.poll(Duration.ofSeconds(1))) {
          add(anchors, one);
        }
      }
    }
    return anchors;
  }

  private void add(Map<ChainKey, List<Anchor>> anchors, ConsumerRecord<String, byte[]> one) {
    var attributes = EventHeaders.read(one.headers());
    var agency = attributes.get(EventHeaders.AGENCY);
    if (TYPE.equals(attributes.get(EventHeaders.TYPE)) && agency != null) {
      var anchored = json.readValue(one.value(), Anchored.class);
      anchors
          .computeIfAbsent(
              new ChainKey(new AgencyId(agency), new ClientId(anchored.clientId())),
              _ -> new ArrayList<>())
          .add(new Anchor(anchored.length(), new Hash(anchored.head())));
    }
  }
}
