package org.handrail.analytics.deidentification;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.handrail.analytics.deidentification.Told.Happening;
import org.handrail.analytics.deidentification.Told.Link;
import org.jspecify.annotations.Nullable;

/** How it stands in the service's own topics, which nobody else reads. */
final class ToldSerde {

  private static final String HAPPENING = "happening";
  private static final String LINK = "link";

  private ToldSerde() {}

  static Serde<Told> told() {
    return Serdes.serdeFrom((topic, told) -> written(told), (topic, bytes) -> read(bytes));
  }

  static Serde<Happening> happening() {
    return Serdes.serdeFrom(
        (topic, told) -> written(told), (topic, bytes) -> (Happening) read(bytes));
  }

  static Serde<Link> link() {
    return Serdes.serdeFrom((topic, told) -> written(told), (topic, bytes) -> (Link) read(bytes));
  }

  private static byte @Nullable [] written(@Nullable Told told) {
    var line =
        switch (told) {
          case null -> null;
          case Happening(var event, var client, var what, var year) ->
              String.join(
                  " ", HAPPENING, event.toString(), client.toString(), what.code(), "" + year);
          case Link(var client, var person, var agency) ->
              String.join(" ", LINK, client.toString(), person.toString(), agency);
        };
    return line == null ? null : line.getBytes(UTF_8);
  }

  private static @Nullable Told read(byte @Nullable [] bytes) {
    if (bytes == null) {
      return null;
    }
    var part = new String(bytes, UTF_8).split(" ", -1);
    return switch (part[0]) {
      case HAPPENING ->
          new Happening(
              UUID.fromString(part[1]),
              UUID.fromString(part[2]),
              What.of(part[3]).orElseThrow(),
              Integer.parseInt(part[4]));
      case LINK -> new Link(UUID.fromString(part[1]), UUID.fromString(part[2]), part[3]);
      default -> throw new IllegalStateException("not one of ours");
    };
  }
}
