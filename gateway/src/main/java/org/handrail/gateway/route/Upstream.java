package org.handrail.gateway.route;

import java.net.URI;
import java.time.Duration;

/**
 * Where a request goes and within which limits.
 *
 * @param service the owner's name; the circuit breaker and the metrics carry it
 * @param timeLimit until the answer's headers are here; what follows them has no limit
 * @param bodyLimit bytes of the request's body
 */
record Upstream(String service, URI base, Duration timeLimit, long bodyLimit) {

  private static final long MIB = 1024 * 1024;
  static final long BODY = MIB;
  static final long IMPORT_BODY = 64 * MIB;
}
