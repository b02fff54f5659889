package org.handrail.gateway;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RelayingIT extends AtTheEdge {

  private static final int MIB = 1024 * 1024;

  private final Program maya = new Program(edge, realm.accessToken("maya"));

  @ParameterizedTest
  @CsvSource({
    "client,       clients consents disclosures encounters outreach-contacts groups specialists"
        + " emergency-access record-requests",
    "plan,         plans check-ins milestones recurrences assessments library",
    "referral,     directory/services meetings capacity option-sets referrals handoffs gaps",
    "notification, notifications contact-preferences",
    "analytics,    measures"
  })
  void eachNounHasOneOwner(String owner, String nouns) {
    for (var noun : nouns.split(" ", -1)) {
      for (var path : new String[] {"/api/" + noun, "/api/" + noun + "/1/x?a=b%20c"}) {
        assertThat(maya.get(path).statusCode()).isEqualTo(200);
        assertThat(service.last().address()).isEqualTo("/" + owner + path);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/internal/assignments/1",
        "/actuator/env",
        "/actuator/metrics",
        "/api/nothing",
        "/api/clientsandmore",
        "/api/internal",
        "/docs/openapi/keycloak.json",
        "/error"
      })
  void whatIsNotNamedIsNotThere(String path) {
    Answers.assertProblem(maya.get(path), 404, "not-found");
    assertThat(service.asked()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/clients/%2e%2e/%2e%2e/internal",
        "/api/clients/..%2finternal",
        "/api/clients;x=y",
        "/api//clients",
        "/api/clients/%00"
      })
  void anAddressInDisguiseIsRefused(String path) {
    Answers.assertProblem(maya.get(path), 400, "malformed");
    assertThat(service.asked()).isEmpty();
  }

  @Test
  void theDirectoryIsPublicToReadOnly() {
    assertThat(Program.send(HttpRequest.newBuilder(edge.at("/hsds/services"))).statusCode())
        .isEqualTo(200);
    assertThat(service.last().address()).isEqualTo("/referral/hsds/services");
    assertThat(service.last().headers().get("Authorization")).isNull();
    Answers.assertProblem(
        Program.send(HttpRequest.newBuilder(edge.at("/hsds/services")).DELETE()),
        405,
        "method-not-allowed");
  }

  @Test
  void onlyNamedHeadersComeIn() {
    Program.send(
        maya.asking("/api/clients")
            .header("X-Forwarded-For", "10.0.0.1")
            .header("X-Forwarded-Host", "evil.example")
            .header("Forwarded", "for=10.0.0.1")
            .header("X-On-Behalf-Of", "somebody")
            .header("X-Handrail-Agency", "harborlight")
            .header("Handrail-On-Behalf-Of-Agency", "harborlight")
            .header("If-Match", "\"3\"")
            .header("Idempotency-Key", "k1")
            .header("Last-Event-ID", "7")
            .header("Accept-Language", "es"));

    var headers = service.last().headers();
    assertThat(headers.keySet())
        .containsOnly(
            "Accept-language",
            "Authorization",
            "Content-length",
            "Host",
            "Idempotency-key",
            "If-match",
            "Last-event-id",
            "Traceparent",
            "User-agent");
    assertThat(headers.getFirst("If-Match")).isEqualTo("\"3\"");
  }

  @Test
  void passesOnWhatTheServiceSaysButNotItsConnection() {
    service.answers(
        exchange -> {
          var headers = exchange.getResponseHeaders();
          headers.set("ETag", "\"4\"");
          headers.set("Location", service.url() + "/client/api/clients/1");
          headers.set("Set-Cookie", "SESSION=taken-over");
          headers.set("Server", "inner");
          headers.set("Cache-Control", "public");
          headers.set("Access-Control-Allow-Origin", "*");
          Service.answer(exchange, 201, "{\"id\":\"1\"}");
        });

    var answer = maya.post("/api/clients", BodyPublishers.ofString("{\"nameToUse\":\"Ana\"}"));

    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(answer.body()).isEqualTo("{\"id\":\"1\"}");
    assertThat(service.last().body()).isEqualTo("{\"nameToUse\":\"Ana\"}");
    var headers = answer.headers();
    assertThat(headers.firstValue("ETag")).contains("\"4\"");
    assertThat(headers.firstValue("Location")).contains("/api/clients/1");
    assertThat(headers.allValues("Set-Cookie")).isEmpty();
    assertThat(headers.firstValue("Server")).isEmpty();
    assertThat(headers.firstValue("Access-Control-Allow-Origin")).isEmpty();
    assertThat(headers.allValues("Cache-Control")).containsExactly("no-store");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/clients", "/api/me", "/api/nothing"})
  void saysByItsOwnClockWhenItAnswered(String path) {
    var asked = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    var answer = maya.get(path);

    assertThat(answer.headers().allValues("Date"))
        .singleElement()
        .extracting(said -> Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(said)))
        .satisfies(at -> assertThat(at).isBetween(asked, Instant.now()));
  }

  @Test
  void aServicesRefusalIsPassedOnAsItIs() {
    service.answers(
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "application/problem+json");
          exchange.sendResponseHeaders(409, 0);
          exchange.getResponseBody().write("{\"code\":\"notice-missing\"}".getBytes(US_ASCII));
          exchange.close();
        });

    var answer = maya.post("/api/clients/1/enrollment", BodyPublishers.noBody());

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).isEqualTo("{\"code\":\"notice-missing\"}");
  }

  @Test
  void aBodyThatIsTooLargeNeverReachesAService() {
    Answers.assertProblem(
        maya.post("/api/clients", BodyPublishers.ofByteArray(new byte[2 * MIB])),
        413,
        "body-too-large");
    // Of unknown length, so that only reading tells.
    Answers.assertProblem(
        maya.post(
            "/api/clients",
            BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[2 * MIB]))),
        413,
        "body-too-large");
    assertThat(service.asked()).isEmpty();
    assertThat(maya.post("/api/clients", BodyPublishers.ofByteArray(new byte[2 * MIB])).body())
        .contains("\"limit\":" + MIB, "\"detail\":\"At most " + MIB + " bytes\"");

    assertThat(maya.post("/api/clients", BodyPublishers.ofByteArray(new byte[MIB])).statusCode())
        .isEqualTo(200);
  }

  @Test
  void aDirectoryMayBeLarger() {
    var answer =
        maya.post(
            "/api/directory/imports?source=coalition",
            BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[20 * MIB])));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(service.last().size()).isEqualTo(20 * MIB);
    Answers.assertProblem(
        Program.send(
            maya.asking("/api/directory/imports")
                .POST(BodyPublishers.ofByteArray(new byte[65 * MIB]))
                .expectContinue(true)),
        413,
        "body-too-large");
  }

  @Test
  void whatTakesTooLongIsToldSo() {
    var done = new CountDownLatch(1);
    service.answers(
        exchange -> {
          try {
            done.await(20, TimeUnit.SECONDS);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          Service.answer(exchange, 200, "{}");
        });
    try {
      var answer = maya.get("/api/plans");

      Answers.assertProblem(answer, 504, "service-timeout");
      assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    } finally {
      done.countDown();
    }
  }

  @Test
  void aServiceThatIsAwayIsToldAtOnceAndFoundAgain() {
    service.away();
    try {
      for (int i = 0; i < 12; i++) {
        var answer = maya.get("/api/measures");
        Answers.assertProblem(answer, 503, "service-unavailable");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
      }
    } finally {
      service.back();
    }
    // The breaker is open: the service is not asked although it is there.
    Answers.assertProblem(maya.get("/api/measures"), 503, "service-unavailable");
    assertThat(breaker("analytics", "open")).isEqualTo("1.0");
    assertThat(breaker("analytics", "closed")).isEqualTo("0.0");
    assertThat(service.asked()).isEmpty();
    // Another's breaker is its own.
    await()
        .atMost(Duration.ofSeconds(15))
        .until(() -> maya.get("/api/measures").statusCode() == 200);
  }

  /** As whoever watches over the edge reads it. */
  private static String breaker(String service, String state) {
    return Program.send(HttpRequest.newBuilder(edge.behind("/actuator/prometheus")))
        .body()
        .lines()
        .filter(line -> line.startsWith("resilience4j_circuitbreaker_state{"))
        .filter(line -> line.contains("name=\"" + service + "\""))
        .filter(line -> line.contains("state=\"" + state + "\""))
        .map(line -> line.substring(line.lastIndexOf(' ') + 1))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aServiceThatBreaksOffAtTheBeginningOfItsAnswerIsAway() {
    service.answers(
        exchange -> {
          exchange.sendResponseHeaders(200, MIB);
          exchange.getResponseBody().write('{');
          exchange.close();
        });
    Answers.assertProblem(maya.get("/api/measures"), 503, "service-unavailable");
  }

  @Test
  void anAnswerThatBreaksOffLaterIsNotPassedOnAsIfItWereWhole() {
    service.answers(
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write(new byte[MIB]);
          exchange.getResponseBody().flush();
          service.away();
        });
    try {
      assertThatThrownBy(() -> maya.get("/api/measures")).hasCauseInstanceOf(IOException.class);
    } finally {
      service.back();
    }
  }

  @Test
  void anEmptyHeaderOfAServiceIsNotPassedOnWhereItWouldSaySomething() {
    service.answers(
        exchange -> {
          exchange.getResponseHeaders().set("Allow", "GET,HEAD");
          exchange.getResponseHeaders().set("Accept-Patch", "");
          Service.answer(exchange, 200, "");
        });
    var answer =
        Program.send(maya.asking("/api/clients").method("OPTIONS", BodyPublishers.noBody()));

    assertThat(answer.headers().firstValue("Allow")).contains("GET,HEAD");
    assertThat(answer.headers().firstValue("Accept-Patch")).isEmpty();
  }
}
