package org.handrail.platform.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.handrail.platform.problem.YearOutOfRange;
import org.jspecify.annotations.Nullable;
import org.springframework.format.FormatterRegistry;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;

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

  /** As fine as the database keeps them: what is judged is what is kept. */
  private static Times<Instant> instants() {
    return new Times<>(
        Instant.class,
        text -> OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS),
        instant -> instant.atOffset(ZoneOffset.UTC).getYear());
  }

  private static Times<LocalDate> dates() {
    return new Times<>(LocalDate.class, LocalDate::parse, LocalDate::getYear);
  }

  /** What the clocks of some place show. */
  private static Times<LocalDateTime> ofPlaces() {
    return new Times<>(LocalDateTime.class, LocalDateTime::parse, LocalDateTime::getYear);
  }

  /** All of them, for bodies and for addresses. */
  static List<Times<?>> all() {
    return List.of(instants(), dates(), ofPlaces());
  }

  static boolean isOfAYearOfOurs(Instant instant) {
    return instants().isOfOurs(instant);
  }

  void readAddresses(FormatterRegistry registry) {
    registry.addFormatterForFieldType(
        type(), (time, _) -> time.toString(), (text, _) -> ofOurs(null, text, reading.apply(text)));
  }

  void readBodies(SimpleModule module) {
    module.addDeserializer(type(), this);
  }

  @SuppressWarnings("unchecked")
  Class<T> type() {
    return (Class<T>) handledType();
  }

  private T ofOurs(@Nullable JsonParser parser, String text, T time) {
    if (!isOfOurs(time)) {
      throw new YearOutOfRange(parser, text, handledType(), FIRST_YEAR, LAST_YEAR);
    }
    return time;
  }

  private boolean isOfOurs(T time) {
    var in = year.applyAsInt(time);
    return in >= FIRST_YEAR && in <= LAST_YEAR;
  }

  @Override
  @SuppressWarnings("unchecked")
  public T deserialize(JsonParser parser, DeserializationContext context) {
    if (!parser.hasToken(JsonToken.VALUE_STRING)) {
      return (T) context.handleUnexpectedToken(handledType(), parser);
    }
    var text = parser.getString();
    try {
      return ofOurs(parser, text, reading.apply(text));
    } catch (DateTimeException e) {
      return (T) context.handleWeirdStringValue(handledType(), text, "no time in ISO 8601");
    }
  }
}
