package org.handrail.client.group;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What holds for every group ({@code group/groups.yaml}).
 *
 * @param capacityAtMost people in a group, the facilitator not counted
 * @param opens how long before a session people may sign in
 * @param closes how long after a session they still may
 */
@ConfigurationProperties("handrail.groups")
record GroupTerms(int capacityAtMost, Duration opens, Duration closes, Pledge pledge) {

  /** What everybody says before they sign in. */
  record Pledge(String version, String text) {}
}
