package org.handrail.client.episode;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * After how long somebody who was not reached is tried again: after the first attempt in vain, the
 * second … Behind the last the tries rest and the door stays open.
 */
@ConfigurationProperties("handrail.outreach")
record Cadence(@DefaultValue List<Duration> cadence) {

  Optional<Duration> after(int inVain) {
    return inVain < 1 || inVain > cadence.size()
        ? Optional.empty()
        : Optional.of(cadence.get(inVain - 1));
  }
}
