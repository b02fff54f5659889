package org.handrail.platform.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Function;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** What a body has as text of one form, and as nothing else. */
final class Spelled<T> extends StdScalarDeserializer<T> {
  private final Function<String, T> reading;

  private Spelled(Class<T> type, Function<String, T> reading) {
    super(type);
    this.reading = reading;
  }

  /**
   * How long something lasts, in ISO 8601: {@code PT1H}. Of a number nobody knows whether it is of
   * seconds, minutes or days.
   */
  static Spelled<Duration> durations() {
    return new Spelled<>(Duration.class, Duration::parse);
  }

  /** In full: an empty one is none, and not the one of zeros alone. */
  static Spelled<UUID> ids() {
    return new Spelled<>(UUID.class, Spelled::id);
  }

  private static UUID id(String text) {
    var id = UUID.fromString(text);
    if (!id.toString().equalsIgnoreCase(text)) {
      throw new IllegalArgumentException("a part of an id is missing");
    }
    return id;
  }

  @Override
  @SuppressWarnings("unchecked")
  public T deserialize(JsonParser parser, DeserializationContext context) {
    if (!parser.hasToken(JsonToken.VALUE_STRING)) {
      return (T) context.handleUnexpectedToken(handledType(), parser);
    }
    var text = parser.getString();
    try {
      return reading.apply(text);
    } catch (DateTimeException | IllegalArgumentException e) {
      return (T) context.handleWeirdStringValue(handledType(), text, "not in its form");
    }
  }
}
