package org.handrail.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Beside the others, since it takes two minutes of a real clock. */
@Execution(ExecutionMode.CONCURRENT)
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class NotificationStreamIT {

  private static final String STREAM = "/api/notifications/stream";
  private static final int HEARTBEAT_SECONDS = 15;

  private static Realm realm;
  private static Service service;
  private static Edge edge;
  private static ScheduledExecutorService clock;

  @BeforeAll
  static void start() {
    realm = new Realm();
    service = new Service();
    // Seconds for an answer's headers, which a stream gives at once.
    edge = Edge.before(realm, service);
    clock = Executors.newScheduledThreadPool(1, Thread.ofVirtual().factory());
  }

  @AfterAll
  static void stop() {
    edge.close();
    service.close();
    realm.close();
    clock.shutdownNow();
  }

  @BeforeEach
  void asNew() {
    service.reset();
    realm.issueFor(Duration.ofMinutes(5));
  }

  /** What the service says on the stream, when the test says so. */
  private static BlockingQueue<String> open() {
    var lines = new LinkedBlockingQueue<String>();
    service.answers(exchange -> speak(exchange, lines));
    return lines;
  }

  private static void speak(HttpExchange exchange, BlockingQueue<String> lines) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(200, 0);
    try (var out = exchange.getResponseBody()) {
      for (var line = lines.take(); !line.isEmpty(); line = lines.take()) {
        out.write(line.getBytes(UTF_8));
        out.flush();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static InputStream read(HttpRequest.Builder request) {
    var answer =
        Program.send(request.header("Accept", "text/event-stream"), BodyHandlers.ofInputStream());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).contains("text/event-stream");
    assertThat(answer.headers().firstValue("X-Accel-Buffering")).contains("no");
    return answer.body();
  }

  @Test
  @Execution(ExecutionMode.SAME_THREAD)
  void flowsForTwoMinutesWithoutDelayAndResumes() throws IOException {
    var lines = open();
    var begun = Instant.now();
    lines.add("id: 1\nevent: notification\ndata: {}\n\n");
    var beats =
        clock.scheduleAtFixedRate(
            () -> lines.add(":" + System.nanoTime() + "\n\n"),
            HEARTBEAT_SECONDS,
            HEARTBEAT_SECONDS,
            TimeUnit.SECONDS);
    var late = new ArrayList<Duration>();

    try (var stream = lines(read(new Program(edge, realm.accessToken("maya")).asking(STREAM)))) {
      assertThat(stream.readLine()).isEqualTo("id: 1");
      for (var line = stream.readLine();
          line != null && Duration.between(begun, Instant.now()).toSeconds() < 120;
          line = stream.readLine()) {
        if (line.startsWith(":")) {
          late.add(Duration.ofNanos(System.nanoTime() - Long.parseLong(line.substring(1))));
        }
      }
    }

    beats.cancel(false);
    assertThat(Duration.between(begun, Instant.now())).isGreaterThan(Duration.ofMinutes(2));
    assertThat(late).hasSizeGreaterThanOrEqualTo(7).allMatch(by -> by.toMillis() < 1_000);

    open().addAll(List.of("id: 2\n\n", ""));
    var again = new Program(edge, realm.accessToken("maya")).asking(STREAM);
    assertThat(lines(read(again.header("Last-Event-ID", "1"))).readLine()).isEqualTo("id: 2");
    assertThat(service.last().headers().getFirst("Last-Event-ID")).isEqualTo("1");
  }

  @Test
  @Execution(ExecutionMode.SAME_THREAD)
  void endsWithItsToken() throws IOException {
    open().add("id: 1\n\n");
    var soon = Instant.now().plusSeconds(3);
    var token = realm.accessToken("maya", claims -> claims.expirationTime(Date.from(soon)));

    var stream = lines(read(new Program(edge, token).asking(STREAM)));

    assertThat(stream.readLine()).isEqualTo("id: 1");
    assertThat(stream.readLine()).isEmpty();
    assertThat(stream.readLine()).isNull();
    assertThat(Instant.now()).isBetween(soon.minusSeconds(2), soon.plusSeconds(5));
  }

  @Test
  @Execution(ExecutionMode.SAME_THREAD)
  void endsWithItsSession() throws IOException {
    open().add("id: 1\n\n");
    var maya = new Browser(edge).signIn("maya");
    var paul = new Browser(edge).signIn("paul");
    maya.get("/");
    var mayas = lines(read(maya.asking(STREAM)));
    assertThat(mayas.readLine()).isEqualTo("id: 1");
    open().addAll(List.of("id: 2\n\n", "", "id: 3\n\n"));
    var pauls = lines(read(paul.asking(STREAM)));
    assertThat(pauls.readLine()).isEqualTo("id: 2");

    maya.post("/logout", "");

    assertThat(mayas.readLine()).isEmpty();
    assertThat(mayas.readLine()).isNull();
    Answers.assertProblem(maya.get(STREAM), 401, "unauthenticated");
    assertThat(paul.get("/api/me").statusCode()).isEqualTo(200);
  }

  @Test
  @Execution(ExecutionMode.SAME_THREAD)
  void doesNotHoldUpAnOrderlyStop() throws IOException {
    open().add("id: 1\n\n");
    var passing = Edge.before(realm, service);
    var stream = lines(read(new Program(passing, realm.accessToken("maya")).asking(STREAM)));
    assertThat(stream.readLine()).isEqualTo("id: 1");
    var asked = Instant.now();

    passing.close();

    assertThat(stream.readLine()).isEmpty();
    assertThat(stream.readLine()).isNull();
    assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(10));
  }

  private static BufferedReader lines(InputStream stream) {
    return new BufferedReader(new InputStreamReader(stream, UTF_8));
  }
}
