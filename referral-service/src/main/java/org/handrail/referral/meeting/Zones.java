package org.handrail.referral.meeting;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Time zones by which a wall clock can be followed through the year. */
final class Zones {
  // EST and UTC-5 are offsets of half a year; who writes them seldom means them in the other half.
  private static final Map<String, String> USABLE =
      ZoneId.getAvailableZoneIds().stream()
          .filter(id -> id.equals("UTC") || id.matches("[A-Z][A-Za-z]+/.+"))
          .filter(id -> !id.startsWith("Etc/") && !id.startsWith("SystemV/"))
          .collect(Collectors.toUnmodifiableMap(id -> id.toLowerCase(Locale.ROOT), id -> id));

  private Zones() {}

  /** An IANA zone of a region, such as {@code America/New_York}. */
  static Optional<ZoneId> usable(String text) {
    String id = text.strip().replace(' ', '_').toLowerCase(Locale.ROOT);
    return Optional.ofNullable(USABLE.get(id)).map(ZoneId::of);
  }
}
