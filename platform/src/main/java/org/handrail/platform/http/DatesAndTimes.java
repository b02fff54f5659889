package org.handrail.platform.http;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.springframework.core.convert.converter.Converter;

/**
 * Reads the date-times of addresses as the contracts have them, with their offset. A bare number is
 * none: it would be taken for milliseconds of 1970, and a year for next to nothing.
 */
final class DatesAndTimes implements Converter<String, Instant> {

  @Override
  public Instant convert(String text) {
    return OffsetDateTime.parse(text).toInstant();
  }
}
