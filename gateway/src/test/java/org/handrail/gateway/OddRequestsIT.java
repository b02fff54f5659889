package org.handrail.gateway;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no well-behaved program sends. */
class OddRequestsIT extends AtTheEdge {

  private final Program maya = new Program(edge, realm.accessToken("maya"));

  @Test
  void headersHaveALimit() throws IOException {
    for (var header :
        List.of(
            "X: " + "x".repeat(20_000),
            "X: %s\r\n".formatted("x".repeat(900)).repeat(30).strip())) {
      assertThat(raw("GET /api/me HTTP/1.1\r\nHost: localhost\r\n" + header))
          .startsWith("HTTP/1.1 431")
          .contains("Content-Type: application/problem+json", "\"code\":\"headers-too-large\"");
    }
    assertThat(raw("GET / HTTP/1.1\r\nHost: localhost\r\nX: " + "x".repeat(15_000)))
        .startsWith("HTTP/1.1 200");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /api/<script> HTTP/1.1\r\nHost: localhost",
        "GET /api/me HTTP/1.1\r\nHost: one\r\nHost: two",
        "NONSENSE",
        "POST /api/clients HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2"
      })
  void whatIsNoHttpIsRefusedWithoutAWordAboutUs(String head) throws IOException {
    assertThat(raw(head))
        .startsWith("HTTP/1.1 400")
        .doesNotContain("Tomcat", "Exception", "org.apache");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /login?x=%zz",
        "GET /login?return=%ff",
        "GET /hsds/services?search=%ff",
        "GET /api/clients?x=%c0%af",
        "GET /?x=%",
        "GET /nowhere?%zz",
        "POST /logout?x=%zz"
      })
  void parametersThatCannotBeDecodedAreRefusedWhateverTheAddress(String asked) throws IOException {
    assertThat(raw(asked + " HTTP/1.1\r\nHost: localhost"))
        .startsWith("HTTP/1.1 400")
        .contains("Content-Type: application/problem+json", "\"code\":\"malformed\"");
    assertThat(service.asked()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"HTTP/9.9", "HTTP/2.0", "HTTP/1.2"})
  void anotherHttpThanOursIsRefusedAsSuch(String version) throws IOException {
    assertThat(raw("GET /api/me " + version + "\r\nHost: localhost"))
        .startsWith("HTTP/1.1 505")
        .contains(
            "Content-Type: application/problem+json", "\"code\":\"http-version-not-supported\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"FOO", "get", "TRACE", "PROPFIND"})
  void aMethodThatIsNoneIsRefusedByWhoeverHasTheAddress(String method) throws IOException {
    assertThat(raw(method + " / HTTP/1.1\r\nHost: localhost\r\nX-Mine: echo"))
        .startsWith("HTTP/1.1 405")
        .containsPattern("Allow: (GET, ?HEAD|HEAD, ?GET)\r\n")
        .contains("\"code\":\"method-not-allowed\"")
        .doesNotContain("echo");
    assertThat(raw(method + " /api/clients HTTP/1.1\r\nHost: localhost"))
        .startsWith("HTTP/1.1 401");
    assertThat(service.asked()).isEmpty();

    // Which it takes, the service knows.
    service.answers(
        exchange -> {
          exchange.getResponseHeaders().set("Allow", "GET, POST");
          Service.answer(exchange, 405, "{}");
        });
    var refused = Program.send(maya.asking("/api/clients").method(method, BodyPublishers.noBody()));
    assertThat(refused.statusCode()).isEqualTo(405);
    assertThat(refused.headers().firstValue("Allow")).contains("GET, POST");
  }

  private static String raw(String head) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), edge.port())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write((head + "\r\nConnection: close\r\n\r\n").getBytes(US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), US_ASCII);
    }
  }
}
