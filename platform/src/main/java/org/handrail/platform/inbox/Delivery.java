package org.handrail.platform.inbox;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.messaging.EventHeaders;
import org.jspecify.annotations.Nullable;

/** A record as it came in, not yet understood; never compared. */
@SuppressWarnings("ArrayRecordComponent")
record Delivery(String topic, String key, Map<String, String> attributes, byte @Nullable [] data) {

  static Delivery of(ConsumerRecord<String, byte[]> event) {
    return new Delivery(
        event.topic(),
        event.key() == null ? "" : event.key(),
        EventHeaders.read(event.headers()),
        event.value());
  }

  /** What stands around the data, or an {@link IllegalArgumentException} for what is no event. */
  Envelope envelope() {
    var rest = new HashMap<>(attributes);
    var id = UUID.fromString(take(rest, EventHeaders.ID));
    var type = take(rest, EventHeaders.TYPE);
    var source = take(rest, EventHeaders.SOURCE);
    var time = Instant.parse(take(rest, EventHeaders.TIME));
    var version = Long.parseLong(take(rest, EventHeaders.AGGREGATE_VERSION));
    var agency = rest.remove(EventHeaders.AGENCY);
    return new Envelope(
        id, type, source, time, key, version, agency == null ? null : new AgencyId(agency), rest);
  }

  private static String take(Map<String, String> attributes, String name) {
    return Optional.ofNullable(attributes.remove(name))
        .orElseThrow(() -> new IllegalArgumentException("an event without ce_" + name));
  }
}
