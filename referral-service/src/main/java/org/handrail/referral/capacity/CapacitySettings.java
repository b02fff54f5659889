package org.handrail.referral.capacity;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How long a statement lasts, for each unit.
 *
 * @param lasts afterwards nothing is shown as free any more
 */
@ConfigurationProperties("handrail.capacity")
record CapacitySettings(Map<Unit, Duration> lasts) {
  private static final Duration SHORTEST = Duration.ofHours(24);

  Duration lasts(Unit unit) {
    return lasts.getOrDefault(unit, SHORTEST);
  }
}
