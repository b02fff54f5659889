package org.handrail.platform.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.handrail.platform.problem.YearOutOfRange;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/**
 * Times as ISO 8601 text, of the years in which somebody whom we serve can have lived or will: what
 * lies outside was a slip, and no database could hold all of it.
 */
final class Times<T> extends StdScalarDeserializer<T> {
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2199;

  private final Function<String, T> reading;
  private final ToIntFunction<T> year;

  private Times(Class<T> type, Function<String, T> reading, ToIntFunction<T> year) {
    super(type);
    this.reading = reading;
    this.year = year;
  }

  static Times<Instant> instants() {
    return new Times<>(
        Instant.class,
        text -> OffsetDateTime.parse(text).toInstant(),
        instant -> instant.atOffset(ZoneOffset.UTC).getYear());
  }

  static Times<LocalDate> dates() {
    return new Times<>(LocalDate.class, LocalDate::parse, LocalDate::getYear);
  }

  /** What the clocks of some place show. */
  static Times<LocalDateTime> ofPlaces() {
    return new Times<>(LocalDateTime.class, LocalDateTime::parse, LocalDateTime::getYear);
  }

  @Override
  @SuppressWarnings("unchecked")
  public T deserialize(JsonParser parser, DeserializationContext context) {
    if (!parser.hasToken(JsonToken.VALUE_STRING)) {
      return (T) context.handleUnexpectedToken(handledType(), parser);
    }
    var text = parser.getString();
    try {
      var time = reading.apply(text);
      var in = year.applyAsInt(time);
      if (in >= FIRST_YEAR && in <= LAST_YEAR) {
        return time;
      }
    } catch (DateTimeException e) {
      return (T) context.handleWeirdStringValue(handledType(), text, "no time in ISO 8601");
    }
    throw new YearOutOfRange(parser, text, handledType(), FIRST_YEAR, LAST_YEAR);
  }
}
