package org.handrail.platform.outbox;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.handrail.platform.messaging.EventHeaders;
import org.jspecify.annotations.Nullable;

/** An event that waits. */
record OutboxRow(
    long position,
    UUID eventId,
    String topic,
    String type,
    String aggregateId,
    long aggregateVersion,
    @Nullable String agency,
    Map<String, String> extensions,
    String data,
    Instant occurredAt) {

  /** As it goes to Kafka. */
  ProducerRecord<String, String> toRecord(String service) {
    var attributes = new HashMap<>(extensions);
    attributes.put(EventHeaders.ID, eventId.toString());
    attributes.put(EventHeaders.SOURCE, "/" + service);
    attributes.put(EventHeaders.TYPE, type);
    attributes.put(EventHeaders.TIME, occurredAt.toString());
    attributes.put(EventHeaders.AGGREGATE_VERSION, Long.toString(aggregateVersion));
    if (agency != null) {
      attributes.put(EventHeaders.AGENCY, agency);
    }
    return new ProducerRecord<>(topic, null, null, aggregateId, data, EventHeaders.of(attributes));
  }
}
