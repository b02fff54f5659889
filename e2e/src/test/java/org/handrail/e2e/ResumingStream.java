package org.handrail.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Somebody's notifications over many connections, as a browser's {@code EventSource} reads them:
 * whenever one ends, the next goes on behind the last event that came in whole.
 */
final class ResumingStream implements AutoCloseable {

  private static final Duration PAUSE = Duration.ofMillis(300);

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final Api person;
  private final List<JsonNode> arrived = new CopyOnWriteArrayList<>();
  private final List<Integer> answers = new CopyOnWriteArrayList<>();
  private final Queue<String> ends = new ConcurrentLinkedQueue<>();
  private final CountDownLatch open = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile @Nullable String lastEventId;

  private ResumingStream(Api person) {
    this.person = person;
  }

  /** From now on: returns when the first connection stands. */
  static ResumingStream of(Api person) throws InterruptedException {
    var stream = new ResumingStream(person);
    Thread.ofVirtual().name("notifications").start(stream::follow);
    stream.open.await();
    return stream;
  }

  private void follow() {
    try {
      do {
        try {
          read();
          ends.add(Instant.now() + " ended");
        } catch (IOException | RuntimeException e) {
          // The connection broke, or there was none to be had: the next one goes on.
          ends.add(Instant.now() + " " + e);
        }
      } while (!closed.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void read() throws IOException, InterruptedException {
    HttpRequest.Builder request = person.streamRequest("/api/notifications/stream");
    if (lastEventId != null) {
      request.header("Last-Event-ID", lastEventId);
    }
    var response = http.send(request.build(), BodyHandlers.ofInputStream());
    answers.add(response.statusCode());
    try (var body = response.body()) {
      if (response.statusCode() == 200) {
        read(body);
      }
    }
  }

  private void read(InputStream body) throws IOException {
    var lines =
        new java.io.BufferedReader(new java.io.InputStreamReader(body, StandardCharsets.UTF_8));
    String id = null;
    String data = null;
    for (var line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith("id:")) {
        id = line.substring(3).strip();
      } else if (line.startsWith("data:")) {
        data = line.substring(5);
      } else if (line.isEmpty()) {
        dispatch(id, data);
        data = null;
      }
    }
  }

  /** An event counts from its empty line on; what broke off before comes again. */
  private void dispatch(@Nullable String id, @Nullable String data) {
    lastEventId = id;
    if (data != null) {
      arrived.add(Api.JSON.readTree(data));
    }
    open.countDown();
  }

  /** Of which things this was told, in the order in which it came. */
  List<String> toldOf(String code) {
    return arrived.stream()
        .filter(one -> one.path("code").asString().equals(code))
        .map(one -> one.path("subjectId").asString())
        .toList();
  }

  /** The status of each connection's answer. */
  List<Integer> answers() {
    return List.copyOf(answers);
  }

  /** What became of its connections, for whoever waits for something in vain. */
  @Override
  public String toString() {
    return "last event %s, answers %s, ends %s".formatted(lastEventId, answers, ends);
  }

  @Override
  public void close() {
    closed.countDown();
    http.shutdownNow();
  }
}
