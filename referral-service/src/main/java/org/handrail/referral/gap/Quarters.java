package org.handrail.referral.gap;

import java.time.Clock;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The quarters of the coalition's calendar. */
@Component
class Quarters {
  private final ZoneId zone;
  private final Clock clock;

  Quarters(@Value("${handrail.referral.clocks.zone}") ZoneId zone, Clock clock) {
    this.zone = zone;
    this.clock = clock;
  }

  Quarter current() {
    return Quarter.at(clock.instant(), zone);
  }

  /**
   * @param code as {@link Quarter#FORM} has it
   */
  Quarter of(String code) {
    return Quarter.of(code, zone);
  }
}
