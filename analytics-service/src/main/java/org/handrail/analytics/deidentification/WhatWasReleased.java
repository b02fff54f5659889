package org.handrail.analytics.deidentification;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.handrail.analytics.deidentification.Told.Link;
import org.springframework.stereotype.Component;

/**
 * Of whom something was told to analysts: for counting people, inside this service only. It grows
 * by batches, as what analysts read does: a count that moved with each event would tell its day.
 */
@Component
public class WhatWasReleased {

  /** Something happened to a person in a year, once or more often. */
  public record OfPerson(int year, What what, UUID person, String agency) {}

  private final KeepingOn keepingOn;

  WhatWasReleased(KeepingOn keepingOn) {
    this.keepingOn = keepingOn;
  }

  /** All of it, or nothing while this instance does not have it. */
  public Optional<List<OfPerson>> all() {
    return keepingOn.now().flatMap(WhatWasReleased::all);
  }

  private static Optional<List<OfPerson>> all(KafkaStreams streams) {
    try {
      ReadOnlyKeyValueStore<String, Link> records =
          streams.store(
              StoreQueryParameters.fromNameAndType(
                  Stores.RECORDS, QueryableStoreTypes.keyValueStore()));
      ReadOnlyKeyValueStore<String, String> released =
          streams.store(
              StoreQueryParameters.fromNameAndType(
                  Stores.RELEASED, QueryableStoreTypes.keyValueStore()));
      var all = new ArrayList<OfPerson>();
      try (KeyValueIterator<String, String> each = released.all()) {
        each.forEachRemaining(entry -> all.add(ofPerson(entry.key, records)));
      }
      return Optional.of(all);
    } catch (InvalidStateStoreException | IllegalStateException e) {
      return Optional.empty();
    }
  }

  private static OfPerson ofPerson(String key, ReadOnlyKeyValueStore<String, Link> records) {
    var part = key.split(" ", -1);
    // What was released had a record, and records are never forgotten.
    var link = records.get(part[2]);
    return new OfPerson(
        Integer.parseInt(part[0]), What.of(part[1]).orElseThrow(), link.person(), link.agency());
  }
}
