package org.handrail.e2e;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Somebody's open stream of notifications: what arrived, in order. */
final class NotificationStream implements AutoCloseable {

  /** One server-sent event. */
  record Arrived(@Nullable String id, JsonNode data, Instant at) {}

  private final HttpClient http = HttpClient.newHttpClient();
  private final List<Arrived> arrived = new CopyOnWriteArrayList<>();
  private final List<String> comments = new CopyOnWriteArrayList<>();
  private final CompletableFuture<Void> reading;
  private @Nullable String lastId;

  private NotificationStream(Api person, @Nullable String lastEventId) {
    var request = person.streamRequest("/api/notifications/stream");
    if (lastEventId != null) {
      request.header("Last-Event-ID", lastEventId);
    }
    var response = http.sendAsync(request.build(), BodyHandlers.ofLines()).join();
    if (response.statusCode() != 200) {
      throw new IllegalStateException("the stream answered " + response.statusCode());
    }
    reading = CompletableFuture.runAsync(() -> read(response));
  }

  static NotificationStream of(Api person) {
    return new NotificationStream(person, null);
  }

  static NotificationStream resumed(Api person, String lastEventId) {
    return new NotificationStream(person, lastEventId);
  }

  private void read(HttpResponse<Stream<String>> response) {
    response.body().forEach(this::line);
  }

  private void line(String line) {
    if (line.startsWith("id:")) {
      lastId = line.substring(3).strip();
    } else if (line.startsWith("data:")) {
      arrived.add(new Arrived(lastId, Api.JSON.readTree(line.substring(5)), Instant.now()));
    } else if (line.startsWith(":")) {
      comments.add(line);
    }
  }

  List<Arrived> arrived() {
    return List.copyOf(arrived);
  }

  int heartbeats() {
    return comments.size();
  }

  boolean isOpen() {
    return !reading.isDone();
  }

  /** Waits for the notification about this. */
  Arrived await(String code, String subject) {
    Loop.until(() -> arrived.stream().anyMatch(one -> is(one, code, subject)));
    return arrived.stream().filter(one -> is(one, code, subject)).findFirst().orElseThrow();
  }

  private static boolean is(Arrived one, String code, String subject) {
    return one.data().path("code").asString().equals(code)
        && one.data().path("subjectId").asString().equals(subject);
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
