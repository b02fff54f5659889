package org.handrail.client.client;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The versions of what must be on paper before an enrolment is active.
 *
 * @param notice of 42 CFR 2.22
 * @param agreement the peer-support agreement
 * @param remindEvery how often somebody is reminded of a notice that waits
 */
@ConfigurationProperties("handrail.papers")
record PaperEditions(List<Edition> notice, List<Edition> agreement, Duration remindEvery) {

  Editions notices() {
    return new Editions(notice);
  }

  Editions agreements() {
    return new Editions(agreement);
  }
}
