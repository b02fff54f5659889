package org.handrail.notification.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A stream as a browser holds it open: events with the last id, comments, and its end. */
final class OpenedStream implements AutoCloseable {

  private static final JsonMapper JSON = new JsonMapper();

  /** An event, and the referral that it is about. */
  record Event(String name, String id, String about) {}

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final List<Event> events = new CopyOnWriteArrayList<>();
  private final AtomicInteger heartbeats = new AtomicInteger();
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private volatile String lastId = "";

  private OpenedStream(String base, String token, @Nullable String lastEventId)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(base + "/api/notifications/stream"))
            .header("Authorization", "Bearer " + token)
            .header("Accept", "text/event-stream");
    if (lastEventId != null) {
      request.header("Last-Event-ID", lastEventId);
    }
    var response = http.send(request.build(), BodyHandlers.ofInputStream());
    if (response.statusCode() != 200) {
      throw new IllegalStateException("the stream answered " + response.statusCode());
    }
    Thread.ofVirtual().start(() -> read(response.body()));
  }

  static OpenedStream of(String base, String token) throws IOException, InterruptedException {
    return new OpenedStream(base, token, null);
  }

  static OpenedStream resumed(String base, String token, String lastEventId)
      throws IOException, InterruptedException {
    return new OpenedStream(base, token, lastEventId);
  }

  private void read(InputStream body) {
    try (var lines = new BufferedReader(new InputStreamReader(body, UTF_8))) {
      var name = "message";
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(":")) {
          heartbeats.incrementAndGet();
        } else if (line.startsWith("event: ")) {
          name = line.substring(7);
        } else if (line.startsWith("id: ")) {
          lastId = line.substring(4);
        } else if (line.startsWith("data: ")) {
          var data = JSON.readTree(line.substring(6));
          events.add(new Event(name, lastId, data.path("subjectId").asString("")));
        }
      }
      ended.complete(null);
    } catch (IOException e) {
      ended.completeExceptionally(e);
    }
  }

  List<String> about() {
    return events.stream().map(Event::about).toList();
  }

  List<Event> events() {
    return List.copyOf(events);
  }

  int heartbeats() {
    return heartbeats.get();
  }

  String lastId() {
    return lastId;
  }

  /** However it ended: in order or torn. */
  boolean hasEnded() {
    return ended.isDone();
  }

  boolean endedInOrder() {
    return ended.isDone() && !ended.isCompletedExceptionally();
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
