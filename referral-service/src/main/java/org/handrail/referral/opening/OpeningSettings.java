package org.handrail.referral.opening;

import java.time.Duration;
import org.handrail.referral.referral.Urgency;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** How long places are asked about a need that none of them claims. */
@ConfigurationProperties("handrail.referral.openings")
record OpeningSettings(Lasting routine, Lasting urgent) {

  /**
   * Both since it was opened.
   *
   * @param unclaimed when those at the client's side are told that nobody has claimed it
   * @param end when it is withdrawn
   */
  record Lasting(Duration unclaimed, Duration end) {}

  Lasting of(Urgency urgency) {
    return urgency == Urgency.URGENT ? urgent : routine;
  }
}
