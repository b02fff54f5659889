package org.handrail.client.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/** When a consent ends by itself, 42 CFR 2.31(a)(7). */
public sealed interface Expiry {
  /** At that instant the consent is dead already. */
  record At(Instant instant) implements Expiry {
    /** When a day is over, however many hours it has there. */
    static At endOf(LocalDate lastDay, ZoneId zone) {
      return new At(lastDay.plusDays(1).atStartOfDay(zone).toInstant());
    }

    /** The last day on which the consent holds, if it ends when a day ends there. */
    public Optional<LocalDate> lastDay(ZoneId zone) {
      var lastDay = instant.atZone(zone).toLocalDate().minusDays(1);
      return equals(endOf(lastDay, zone)) ? Optional.of(lastDay) : Optional.empty();
    }
  }

  /** When somebody has recorded that this happened. */
  record OnEvent(String event) implements Expiry {}

  /** Not by itself: allowed only for treatment, payment and health care operations. */
  record Never() implements Expiry {}

  /** The form says nothing. */
  record Unstated() implements Expiry {}
}
