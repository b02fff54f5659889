package org.handrail.gateway.route;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where a request goes and within which limits.
 *
 * @param service the owner's name; the circuit breaker and the metrics carry it
 * @param path the one that is asked for whatever the request's was; null: the request's
 * @param timeLimit until the answer's headers are here; what follows them has no limit
 * @param bodyLimit bytes of the request's body
 */
record Upstream(
    String service, URI base, @Nullable String path, Duration timeLimit, long bodyLimit) {

  private static final long MIB = 1024 * 1024;
  static final long BODY = MIB;
  static final long IMPORT_BODY = 64 * MIB;

  Upstream at(String path) {
    return new Upstream(service, base, path, timeLimit, bodyLimit);
  }
}
