package org.handrail.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The coalition's HTTP interface as one signed-in person calls it. */
final class Api {

  static final JsonMapper JSON = new JsonMapper();
  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final URI origin;
  private final Consumer<HttpRequest.Builder> credential;
  private final Duration patience;

  Api(URI origin, Supplier<String> token) {
    this(
        origin, request -> request.header("Authorization", "Bearer " + token.get()), Duration.ZERO);
  }

  private Api(URI origin, Consumer<HttpRequest.Builder> credential, Duration patience) {
    this.origin = origin;
    this.credential = credential;
    this.patience = patience;
  }

  /** As the web app calls it, in a browser that holds these cookies and no token. */
  static Api ofBrowser(URI origin, String cookies) {
    return new Api(origin, request -> request.header("Cookie", cookies), Duration.ZERO);
  }

  /** As a good client does: what is not to be had now is asked for again, with the same key. */
  Api thatTriesAgain(Duration forHowLong) {
    return new Api(origin, credential, forHowLong);
  }

  /** An answer: what a caller sees. */
  record Answer(int status, JsonNode body, @Nullable String etag, String text) {

    Answer is(int expected) {
      assertThat(status).as("%s", text).isEqualTo(expected);
      return this;
    }

    String id() {
      return body.get("id").asString();
    }

    String at(String pointer) {
      return body.at(pointer).asString();
    }

    /** Whether it says to come again: something behind it is away. */
    boolean isForNow() {
      return status == 503 || status == 504;
    }

    /** The problem's code, as docs/problems.md lists it. */
    String code() {
      return body.path("code").asString();
    }
  }

  Answer get(String path) {
    return patiently(() -> request(path).GET());
  }

  /** Posts with a key of its own: a new wish. */
  Answer post(String path, Object body) {
    return post(path, UUID.randomUUID().toString(), null, body);
  }

  /** Posts on the version that was read before. */
  Answer post(String path, Answer read, Object body) {
    return post(path, UUID.randomUUID().toString(), read.etag(), body);
  }

  Answer post(String path, String key, @Nullable String etag, Object body) {
    return patiently(() -> posting(path, key, etag, body));
  }

  private HttpRequest.Builder posting(String path, String key, @Nullable String etag, Object body) {
    var request =
        request(path)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)));
    return etag == null ? request : request.header("If-Match", etag);
  }

  private Answer patiently(Supplier<HttpRequest.Builder> request) {
    if (patience.isZero()) {
      return send(request.get());
    }
    return await()
        .atMost(patience)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(200))
        .ignoreExceptionsMatching(Api::isNoAnswer)
        .until(() -> send(request.get()), answer -> !mayPass(answer));
  }

  static boolean isNoAnswer(Throwable failure) {
    return failure instanceof UncheckedIOException;
  }

  /** Not there for now, or the first try is still at work; a 500 is neither. */
  private static boolean mayPass(Answer answer) {
    return answer.isForNow() || answer.code().equals("idempotency-in-flight");
  }

  /** Posts text as it is, well formed or not. */
  Answer postRaw(String path, byte[] body, Map<String, String> headers) {
    var request = request(path).POST(BodyPublishers.ofByteArray(body));
    headers.forEach(request::header);
    return send(request);
  }

  HttpRequest.Builder request(String path) {
    return signed(HttpRequest.newBuilder(origin.resolve(path)).timeout(LIMIT));
  }

  /** A request whose answer goes on for as long as somebody listens. */
  HttpRequest.Builder streamRequest(String path) {
    return signed(
        HttpRequest.newBuilder(origin.resolve(path)).header("Accept", "text/event-stream"));
  }

  private HttpRequest.Builder signed(HttpRequest.Builder request) {
    credential.accept(request);
    return request;
  }

  static Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<byte[]> response = HTTP.send(request.build(), BodyHandlers.ofByteArray());
      var text = new String(response.body(), UTF_8);
      var json = response.headers().firstValue("Content-Type").orElse("").contains("json");
      return new Answer(
          response.statusCode(),
          json ? JSON.readTree(text) : JSON.nullNode(),
          response.headers().firstValue("ETag").orElse(null),
          text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
