package org.handrail.gateway;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Somebody's browser: keeps cookies of the edge, follows redirects when told to. */
final class Browser {

  static final String SESSION = "SESSION";
  static final String CSRF = "XSRF-TOKEN";
  private static final String OWNER = "X-Signed-In-As";

  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<String, String> cookies = new LinkedHashMap<>();
  private Edge edge;

  Browser(Edge edge) {
    this.edge = edge;
  }

  /** The same browser, when another process stands at the same address. */
  void meets(Edge another) {
    edge = another;
  }

  Browser signIn(String person) {
    var page = location(get("/login?return=/referrals"));
    var back = send(HttpRequest.newBuilder(URI.create(page + "&login_hint=" + person)));
    // The realm knows the public address; the edge of the test stands on a free port.
    var callback = location(back);
    get(callback.getRawPath() + "?" + callback.getRawQuery());
    return this;
  }

  static HttpRequest.Builder toRealm(Browser browser, String login) {
    return HttpRequest.newBuilder(location(browser.get(login)));
  }

  static URI location(HttpResponse<?> response) {
    return URI.create(response.headers().firstValue("Location").orElseThrow());
  }

  HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(edge.at(path)));
  }

  /** With the CSRF header, as the app sends it. */
  HttpResponse<String> post(String path, String json) {
    return send(posting(path, json).header("X-XSRF-TOKEN", cookies.getOrDefault(CSRF, "")));
  }

  /** From a page that says to whom it belongs. */
  HttpResponse<String> getAs(String person, String path) {
    return send(HttpRequest.newBuilder(edge.at(path)).header(OWNER, Realm.subject(person)));
  }

  HttpResponse<String> postAs(String person, String path, String json) {
    return send(
        posting(path, json)
            .header("X-XSRF-TOKEN", cookies.getOrDefault(CSRF, ""))
            .header(OWNER, Realm.subject(person)));
  }

  HttpResponse<String> postWithoutProof(String path, String json) {
    return send(posting(path, json));
  }

  private HttpRequest.Builder posting(String path, String json) {
    return HttpRequest.newBuilder(edge.at(path))
        .header("Content-Type", "application/json")
        .header("Accept", "application/json")
        .POST(BodyPublishers.ofString(json));
  }

  HttpRequest.Builder asking(String path) {
    return HttpRequest.newBuilder(edge.at(path)).header("Cookie", cookieHeader());
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    if (!cookies.isEmpty()) {
      request.setHeader("Cookie", cookieHeader());
    }
    try {
      var response = http.send(request.build(), BodyHandlers.ofString());
      response.headers().allValues("Set-Cookie").forEach(this::keep);
      return response;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void keep(String setCookie) {
    var pair = setCookie.split(";", 2)[0].split("=", 2);
    if (pair[1].isEmpty() || setCookie.contains("Max-Age=0")) {
      cookies.remove(pair[0]);
    } else {
      cookies.put(pair[0], pair[1]);
    }
  }

  private String cookieHeader() {
    return cookies.entrySet().stream()
        .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
        .collect(Collectors.joining("; "));
  }

  /** What another host of the same domain can do. */
  void plants(String name, String value) {
    cookies.put(name, value);
  }

  Optional<String> cookie(String name) {
    return Optional.ofNullable(cookies.get(name));
  }
}
