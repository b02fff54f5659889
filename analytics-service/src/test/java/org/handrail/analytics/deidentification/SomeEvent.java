package org.handrail.analytics.deidentification;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;

/** An event as services write it, for tests to change at will. */
record SomeEvent(
    String topic, String type, UUID id, UUID key, String agency, Instant time, String data) {

  private static final AtomicLong COUNT = new AtomicLong();

  static final Instant MARCH = Instant.parse("2026-03-17T14:05:09.123456Z");

  static SomeEvent linked(UUID client, UUID person, String agency) {
    return new SomeEvent(
        "handrail.person.v1",
        "org.handrail.person.linked.v1",
        next(),
        client,
        agency,
        MARCH,
        "{\"clientId\":\"%s\",\"personKey\":\"%s\"}".formatted(client, person));
  }

  static SomeEvent enrolled(UUID client, String agency) {
    return new SomeEvent(
        "handrail.client.v1",
        "org.handrail.client.enrolled.v1",
        next(),
        client,
        agency,
        MARCH,
        "{\"clientId\":\"%s\"}".formatted(client));
  }

  static SomeEvent answered(UUID client, String agency, String step) {
    return new SomeEvent(
        "handrail.referral.v1",
        "org.handrail.referral.status-released.v1",
        next(),
        UUID.randomUUID(),
        agency,
        MARCH,
        "{\"clientId\":\"%s\",\"step\":\"%s\"}".formatted(client, step));
  }

  /** Sorts by time, as ids may that never leave the services. */
  private static UUID next() {
    return new UUID(COUNT.incrementAndGet(), UUID.randomUUID().getLeastSignificantBits());
  }

  SomeEvent at(Instant time) {
    return new SomeEvent(topic, type, id, key, agency, time, data);
  }

  SomeEvent saying(String data) {
    return new SomeEvent(topic, type, id, key, agency, time, data);
  }

  SomeEvent ofType(String type) {
    return new SomeEvent(topic, type, id, key, agency, time, data);
  }

  ProducerRecord<byte[], byte[]> onTheWire() {
    var record =
        new ProducerRecord<>(
            topic, null, time.toEpochMilli(), key.toString().getBytes(UTF_8), data.getBytes(UTF_8));
    attributes(record.headers());
    return record;
  }

  void attributes(Headers headers) {
    header(headers, "ce_specversion", "1.0");
    header(headers, "ce_id", id.toString());
    header(headers, "ce_source", "/some-service");
    header(headers, "ce_type", type);
    header(headers, "ce_time", time.toString());
    header(headers, "ce_agency", agency);
    header(headers, "ce_aggregateversion", "1");
    header(headers, "traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
  }

  private static void header(Headers headers, String name, String value) {
    headers.add(name, value.getBytes(UTF_8));
  }
}
