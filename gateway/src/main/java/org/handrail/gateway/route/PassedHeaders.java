package org.handrail.gateway.route;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.springframework.http.HttpHeaders;

/**
 * Which headers cross the edge. Inwards only what is named here, so that nothing sent from outside
 * can pose as a proxy's or a service's word about who is calling; outwards all but the connection's
 * own and what the edge says itself.
 */
final class PassedHeaders {

  private static final List<String> INWARDS =
      List.of(
          HttpHeaders.ACCEPT,
          HttpHeaders.ACCEPT_LANGUAGE,
          HttpHeaders.CONTENT_TYPE,
          HttpHeaders.IF_MATCH,
          HttpHeaders.IF_NONE_MATCH,
          HttpHeaders.IF_MODIFIED_SINCE,
          HttpHeaders.USER_AGENT,
          "Idempotency-Key",
          "Last-Event-ID");

  private static final Set<String> NOT_OUTWARDS = caseless();

  private PassedHeaders() {}

  private static Set<String> caseless() {
    var names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    names.addAll(
        List.of(
            "Connection",
            "Keep-Alive",
            "Proxy-Authenticate",
            "Proxy-Connection",
            "TE",
            "Trailer",
            "Transfer-Encoding",
            "Upgrade",
            "Server",
            "Set-Cookie",
            "Cache-Control",
            "Pragma",
            "Expires",
            "Date",
            "X-Content-Type-Options",
            "X-Frame-Options",
            "X-XSS-Protection",
            "Strict-Transport-Security",
            "Content-Security-Policy",
            "Referrer-Policy"));
    return names;
  }

  static void inwards(HttpHeaders outside, BiConsumer<String, String> pass) {
    for (var name : INWARDS) {
      outside.getOrEmpty(name).forEach(value -> pass.accept(name, value));
    }
  }

  static boolean passesOutwards(String name) {
    return !name.startsWith(":")
        && !NOT_OUTWARDS.contains(name)
        && !name.regionMatches(true, 0, "Access-Control-", 0, 15);
  }
}
