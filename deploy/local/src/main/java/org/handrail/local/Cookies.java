package org.handrail.local;

import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Cookies by path. Keycloak marks its own as Secure on plain localhost too; browsers send those
 * back, the JDK's cookie manager does not.
 */
final class Cookies {

  private final List<HttpCookie> kept = new ArrayList<>();

  void keep(HttpHeaders headers, URI from) {
    for (var header : headers.allValues("set-cookie")) {
      for (var cookie : HttpCookie.parse(header)) {
        if (cookie.getPath() == null) {
          cookie.setPath(from.getPath());
        }
        cookie.setDomain(from.getHost());
        kept.remove(cookie);
        if (!cookie.hasExpired()) {
          kept.add(cookie);
        }
      }
    }
  }

  /** The header's value for that address; empty where none goes there. */
  String sentTo(URI to) {
    return kept.stream()
        .filter(cookie -> to.getPath().startsWith(cookie.getPath()))
        .map(cookie -> cookie.getName() + "=" + cookie.getValue())
        .collect(Collectors.joining("; "));
  }

  void addTo(HttpRequest.Builder request, URI to) {
    var matching = sentTo(to);
    if (!matching.isEmpty()) {
      request.header("Cookie", matching);
    }
  }
}
