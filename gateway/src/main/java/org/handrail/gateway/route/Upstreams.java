package org.handrail.gateway.route;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the services are.
 *
 * @param timeLimit for an answer's headers
 * @param importTimeLimit the same for a directory import
 */
@ConfigurationProperties("handrail.upstream")
record Upstreams(
    URI client,
    URI plan,
    URI referral,
    URI notification,
    URI analytics,
    Duration timeLimit,
    Duration importTimeLimit) {

  Upstream of(String service, URI base) {
    return new Upstream(service, base, null, timeLimit, Upstream.BODY);
  }

  Upstream imports() {
    return new Upstream("referral", referral, null, importTimeLimit, Upstream.IMPORT_BODY);
  }
}
