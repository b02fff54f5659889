package org.handrail.analytics.deidentification;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.handrail.analytics.deidentification.Told.Happening;
import org.handrail.analytics.deidentification.Told.Link;

/**
 * Keeps happenings until the {@link BatchGate} opens, and then lets them out all together: under
 * fresh ids, without a key, in no order, told by year.
 *
 * <p>A batch leaves and its happenings are forgotten in one transaction of Kafka.
 */
final class Releasing extends ContextualProcessor<String, Told, Void, Released> {

  /** How often the gate is looked at when something has come. */
  static final Duration EVERY = Duration.ofSeconds(1);

  /** How long an event is known to have been taken: much longer than it can be sent again. */
  static final Duration REMEMBERED = Duration.ofDays(60);

  private final FreshIds freshIds;
  private final Random order;

  private KeyValueStore<String, Link> records;
  private KeyValueStore<String, Happening> waiting;
  private KeyValueStore<String, Long> taken;
  private KeyValueStore<String, String> released;
  private boolean something;

  @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else.
  Releasing(FreshIds freshIds, Random order) {
    this.freshIds = freshIds;
    this.order = order;
  }

  @Override
  public void init(ProcessorContext<Void, Released> context) {
    super.init(context);
    records = context.getStateStore(Stores.RECORDS);
    waiting = context.getStateStore(Stores.WAITING);
    taken = context.getStateStore(Stores.TAKEN);
    released = context.getStateStore(Stores.RELEASED);
    something = true;
    context.schedule(EVERY, PunctuationType.WALL_CLOCK_TIME, now -> release());
    context.schedule(Duration.ofHours(1), PunctuationType.WALL_CLOCK_TIME, this::forget);
  }

  @Override
  public void process(Record<String, Told> record) {
    switch (record.value()) {
      case Link link -> records.put(link.client().toString(), link);
      case Happening happening -> {
        var event = happening.event().toString();
        if (taken.putIfAbsent(event, context().currentSystemTimeMs()) == null) {
          waiting.put(event, happening);
        }
      }
    }
    something = true;
  }

  private void release() {
    if (!something) {
      return;
    }
    something = false;
    var batch = new ArrayList<>(BatchGate.open(waiting(), this::recordOf));
    Collections.shuffle(batch, order);
    for (var happening : batch) {
      context().forward(forAnalysts(new Released(happening.what(), happening.year())));
      waiting.delete(happening.event().toString());
      released.put(Stores.releasedKey(happening), "");
    }
  }

  private Record<Void, Released> forAnalysts(Released what) {
    var startOfYear = LocalDate.of(what.year(), 1, 1).atStartOfDay(ZoneOffset.UTC).toInstant();
    var headers = new RecordHeaders();
    Map.of(
            "ce_specversion", "1.0",
            "ce_id", freshIds.next().toString(),
            "ce_source", "/analytics-service",
            "ce_type", what.what().eventType(),
            "content-type", "application/json")
        .forEach((name, value) -> headers.add(name, value.getBytes(UTF_8)));
    return new Record<>(null, what, startOfYear.toEpochMilli(), headers);
  }

  private List<Happening> waiting() {
    var all = new ArrayList<Happening>();
    try (KeyValueIterator<String, Happening> each = waiting.all()) {
      each.forEachRemaining(entry -> all.add(entry.value));
    }
    return all;
  }

  private Optional<Link> recordOf(UUID client) {
    return Optional.ofNullable(records.get(client.toString()));
  }

  private void forget(long now) {
    try (KeyValueIterator<String, Long> each = taken.all()) {
      each.forEachRemaining(
          entry -> {
            var longAgo = entry.value < now - REMEMBERED.toMillis();
            if (longAgo && waiting.get(entry.key) == null) {
              taken.delete(entry.key);
            }
          });
    }
  }
}
