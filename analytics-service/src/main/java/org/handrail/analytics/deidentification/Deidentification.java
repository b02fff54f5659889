package org.handrail.analytics.deidentification;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Random;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;

/** The way from what services tell each other to what analysts may read. */
final class Deidentification {

  static final List<String> FROM =
      List.of(
          "handrail.client.v1", "handrail.person.v1", "handrail.plan.v1", "handrail.referral.v1");

  static final String TO = "coalition.analytics.events.v1";

  private Deidentification() {}

  /**
   * @param unreadable called for each event that cannot be read
   * @param freshIds of a released event
   * @param order in which a batch goes out
   */
  static Topology topology(Runnable unreadable, FreshIds freshIds, Random order) {
    var builder = new StreamsBuilder();
    Stores.all().forEach(builder::addStateStore);
    builder.stream(FROM, Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()))
        .process(() -> new EventReader(unreadable), Named.as("reading"))
        // One partition: people are counted in one place, whichever agency told of them.
        .repartition(
            Repartitioned.with(Serdes.String(), ToldSerde.told())
                .withName("told")
                .withNumberOfPartitions(1))
        .process(
            () -> new Releasing(freshIds, order),
            Named.as("releasing"),
            Stores.RECORDS,
            Stores.WAITING,
            Stores.TAKEN,
            Stores.RELEASED)
        .to(TO, Produced.with(Serdes.Void(), released()));
    return builder.build();
  }

  static Serde<Released> released() {
    return Serdes.serdeFrom(
        (topic, what) -> "{\"year\":%d}".formatted(what.year()).getBytes(UTF_8),
        (topic, bytes) -> {
          throw new UnsupportedOperationException("nothing here reads what is for analysts");
        });
  }
}
