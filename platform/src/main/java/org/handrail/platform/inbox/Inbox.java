package org.handrail.platform.inbox;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.handrail.platform.messaging.EventHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Which events took effect, and which are parked. Kept as long as the topics: without limit. */
final class Inbox {

  private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
  private static final JsonMapper JSON = JsonMapper.shared();

  private final JdbcClient jdbc;

  Inbox(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Whether this is the first time; in the transaction of the effect. */
  boolean take(String consumer, UUID event) {
    return jdbc.sql("insert into inbox (consumer, event_id) values (?, ?) on conflict do nothing")
            .params(consumer, event)
            .update()
        == 1;
  }

  boolean isParked(String consumer, Delivery delivery) {
    return jdbc.sql(
            """
            select exists (
              select from inbox_parked where consumer = ? and topic = ? and key = ?)
            """)
        .params(consumer, delivery.topic(), delivery.key())
        .query(Boolean.class)
        .single();
  }

  void park(String consumer, ConsumerRecord<String, byte[]> event, String because) {
    var delivery = Delivery.of(event);
    jdbc.sql(
            """
            insert into inbox_parked
              (consumer, topic, partition, record_offset, key, type, headers, data, because)
            values (:consumer, :topic, :partition, :offset, :key, :type, :headers::jsonb, :data,
              :because)
            on conflict do nothing
            """)
        .param("consumer", consumer)
        .param("topic", event.topic())
        .param("partition", event.partition())
        .param("offset", event.offset())
        .param("key", delivery.key())
        .param("type", delivery.attributes().get(EventHeaders.TYPE))
        .param("headers", JSON.writeValueAsString(delivery.attributes()))
        .param("data", event.value())
        .param("because", because)
        .update();
  }

  /** A key that waits in a topic. */
  record ParkedKey(String topic, String key) {}

  List<ParkedKey> parkedKeys(String consumer) {
    return jdbc.sql("select distinct topic, key from inbox_parked where consumer = ?")
        .param(consumer)
        .query((row, number) -> new ParkedKey(row.getString("topic"), row.getString("key")))
        .list();
  }

  /** An event that waits, and where. */
  record Parked(long position, Delivery delivery) {}

  /** The first of a key, for this transaction alone. */
  Optional<Parked> firstParked(String consumer, ParkedKey key) {
    return jdbc.sql(
            """
            select position, topic, key, headers::text as headers, data from inbox_parked
            where consumer = ? and topic = ? and key = ?
            order by position limit 1 for update
            """)
        .params(consumer, key.topic(), key.key())
        .query(
            (row, number) ->
                new Parked(
                    row.getLong("position"),
                    new Delivery(
                        row.getString("topic"),
                        row.getString("key"),
                        JSON.readValue(row.getString("headers"), TEXTS),
                        row.getBytes("data"))))
        .optional();
  }

  void unpark(Parked parked) {
    jdbc.sql("delete from inbox_parked where position = ?").param(parked.position()).update();
  }
}
