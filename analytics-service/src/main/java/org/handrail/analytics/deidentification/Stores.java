package org.handrail.analytics.deidentification;

import java.util.List;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.handrail.analytics.deidentification.Told.Happening;

/**
 * What the service knows between two events. In memory and in its own topics: what is identified is
 * on no disk of this service.
 */
final class Stores {

  /** Client → whose record it is. */
  static final String RECORDS = "records";

  /** Event → the happening that may not go out yet. */
  static final String WAITING = "waiting";

  /** Event → when it was taken, so that it is not taken again. */
  static final String TAKEN = "taken";

  /** Year, what and client of what has gone out, for counting people. */
  static final String RELEASED = "released";

  private Stores() {}

  static List<StoreBuilder<?>> all() {
    return List.of(
        store(RECORDS, ToldSerde.link()),
        store(WAITING, ToldSerde.happening()),
        store(TAKEN, Serdes.Long()),
        store(RELEASED, Serdes.String()));
  }

  private static <V> StoreBuilder<KeyValueStore<String, V>> store(String name, Serde<V> values) {
    return org.apache.kafka.streams.state.Stores.keyValueStoreBuilder(
        org.apache.kafka.streams.state.Stores.inMemoryKeyValueStore(name), Serdes.String(), values);
  }

  static String releasedKey(Happening happening) {
    return happening.year() + " " + happening.what().code() + " " + happening.client();
  }
}
