package org.handrail.notification.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.handrail.platform.caller.Role.INTAKE_COORDINATOR;
import static org.handrail.platform.caller.Role.PEER_SPECIALIST;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.handrail.notification.Newsroom;
import org.handrail.notification.NotificationServiceIT;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.TokenIssuer;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@NotificationServiceIT
class StreamIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Far less than a heartbeat: whoever hears it by then was woken. */
  private static final Duration AT_ONCE = Duration.ofSeconds(10);

  private final AgencyId agency = Newsroom.agency();
  private final Newsroom newsroom;
  private final Api api;
  private final TokenIssuer tokens;
  private final int port;

  StreamIT(Newsroom newsroom, Api api, TokenIssuer tokens, @LocalServerPort int port) {
    this.newsroom = newsroom;
    this.api = api;
    this.tokens = tokens;
    this.port = port;
  }

  private String base() {
    return "http://127.0.0.1:" + port;
  }

  private String hana() {
    return tokens.person("hana").of(agency.value()).as(INTAKE_COORDINATOR);
  }

  private String told() {
    return newsroom.tell(agency, Newsroom.intake()).toString();
  }

  @Test
  void tellsAtOnceWhatIsForTheReaderAndNothingElse() throws Exception {
    told();
    try (var hana = OpenedStream.of(base(), hana());
        var maya =
            OpenedStream.of(base(), tokens.person("maya").of(agency.value()).as(PEER_SPECIALIST));
        var elsewhere =
            OpenedStream.of(base(), tokens.person("hana").of("elsewhere").as(INTAKE_COORDINATOR))) {
      var arrived = told();
      var mayas = newsroom.tell(agency, Newsroom.person("maya")).toString();
      await().atMost(AT_ONCE).until(() -> hana.about().equals(List.of(arrived)));
      await().atMost(AT_ONCE).until(() -> maya.about().equals(List.of(mayas)));
      var marker = told();
      await().atMost(AT_ONCE).until(() -> hana.about().contains(marker));
      assertThat(hana.about()).containsExactly(arrived, marker);
      assertThat(hana.events()).allMatch(event -> event.name().equals("notification"));
      assertThat(maya.about()).containsExactly(mayas);
      assertThat(elsewhere.about()).isEmpty();
    }
  }

  @Test
  void resumesBehindTheLastEventWithoutLossOrRepeat() throws Exception {
    var expected = new ArrayList<String>();
    String last;
    try (var stream = OpenedStream.of(base(), hana())) {
      expected.add(told());
      await().atMost(AT_ONCE).until(() -> stream.about().equals(expected));
      last = stream.lastId();
    }
    var missed = List.of(told(), told(), told());
    try (var stream = OpenedStream.resumed(base(), hana(), last)) {
      await().atMost(AT_ONCE).until(() -> stream.about().size() == 3);
      assertThat(stream.about()).isEqualTo(missed);
    }
  }

  @Test
  void losesNothingBetweenOpeningAndTheFirstEvent() throws Exception {
    String begin;
    try (var stream = OpenedStream.of(base(), hana())) {
      await().atMost(AT_ONCE).until(() -> !stream.lastId().isEmpty());
      begin = stream.lastId();
      assertThat(stream.events()).isEmpty();
    }
    var missed = told();
    try (var stream = OpenedStream.resumed(base(), hana(), begin)) {
      await().atMost(AT_ONCE).until(() -> stream.about().equals(List.of(missed)));
    }
  }

  @Test
  void refusesToGoOnBehindWhatTheReaderCannotHaveHad() {
    newsroom.tell(agency, Newsroom.person("maya"));
    var mayas =
        api.as(tokens.person("maya").of(agency.value()).as(PEER_SPECIALIST))
            .get("/api/notifications")
            .send()
            .at("/items/0/id");
    for (var last : List.of(mayas, UUID.randomUUID().toString(), "7", "' or 1=1")) {
      api.as(hana())
          .get("/api/notifications/stream")
          .header("Accept", "text/event-stream")
          .header("Last-Event-ID", last)
          .send()
          .isProblem(400, "last-event-id-unknown");
    }
  }

  @Test
  void keepsTheOrderOfCommitsAndLosesNoLateOne() throws Exception {
    var written = new CountDownLatch(1);
    var mayCommit = new CountDownLatch(1);
    try (var writers = Executors.newVirtualThreadPerTaskExecutor();
        var stream = OpenedStream.of(base(), hana())) {
      var late =
          CompletableFuture.supplyAsync(
              () ->
                  newsroom.tell(
                      agency,
                      Newsroom.intake(),
                      () -> {
                        written.countDown();
                        awaitUninterruptibly(mayCommit);
                      }),
              writers);
      awaitUninterruptibly(written);
      // Begun while the first is not committed: it may not overtake it.
      var next =
          CompletableFuture.supplyAsync(() -> newsroom.tell(agency, Newsroom.intake()), writers);
      await().atMost(PATIENCE).until(this::somebodyWaitsForALock);
      assertThat(next).isNotDone();
      mayCommit.countDown();
      var expected =
          List.of(
              late.get(10, TimeUnit.SECONDS).toString(), next.get(10, TimeUnit.SECONDS).toString());
      await().atMost(AT_ONCE).until(() -> stream.about().size() == 2);
      assertThat(stream.about()).isEqualTo(expected);
    }
  }

  private boolean somebodyWaitsForALock() {
    return newsroom
        .jdbc
        .sql(
            """
            select exists (select 1 from pg_stat_activity
              where datname = current_database() and wait_event_type = 'Lock')
            """)
        .query(Boolean.class)
        .single();
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Test
  void endsWithTheSignIn() throws Exception {
    var expiry = Instant.now().plusSeconds(4);
    var token = tokens.person("hana").of(agency.value()).expiring(expiry).as(INTAKE_COORDINATOR);
    try (var stream = OpenedStream.of(base(), token)) {
      var first = told();
      await().atMost(AT_ONCE).until(() -> stream.about().contains(first));
      await().atMost(Duration.ofSeconds(10)).until(stream::endedInOrder);
      // A token tells whole seconds.
      assertThat(Instant.now()).isAfter(expiry.minusSeconds(1));
    }
    api.as(token)
        .get("/api/notifications/stream")
        .header("Accept", "text/event-stream")
        .send()
        .isProblem(401, "unauthenticated");
  }

  @Test
  void saysThatItIsAlive() throws Exception {
    try (var stream = OpenedStream.of(base(), hana())) {
      await().atMost(Duration.ofSeconds(25)).until(() -> stream.heartbeats() > 0);
      assertThat(stream.hasEnded()).isFalse();
    }
  }

  @Test
  void aReaderWhoDoesNotReadHoldsUpNobody() throws Exception {
    try (var asleep = new Socket();
        var awake = OpenedStream.of(base(), hana())) {
      asleep.setReceiveBufferSize(4096);
      asleep.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      asleep
          .getOutputStream()
          .write(
              ("GET /api/notifications/stream HTTP/1.1\r\nHost: x\r\nAccept: text/event-stream\r\n"
                      + "Authorization: Bearer "
                      + hana()
                      + "\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      // The head of the answer: the stream is open.
      assertThat(asleep.getInputStream().read()).isEqualTo('H');
      // More than all buffers between here and there can hold.
      newsroom.flood(agency, 40_000);
      var last = told();
      // So many take their time where others work too; a reader who held them up would for ever.
      await().atMost(PATIENCE.multipliedBy(4)).until(() -> awake.about().contains(last));
      assertThat(awake.events()).hasSize(40_001);
      var later = told();
      await().atMost(AT_ONCE).until(() -> awake.about().contains(later));
      api.as(hana()).get("/api/notifications").send().isOk();
    }
  }

  @Test
  void onePersonHasAtMostTwentyStreamsHere() throws Exception {
    var open = new ArrayList<OpenedStream>();
    try {
      for (int number = 0; number < 20; number++) {
        open.add(OpenedStream.of(base(), hana()));
      }
      assertThatThrownBy(() -> OpenedStream.of(base(), hana()))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("429");
      var arrived = told();
      await()
          .atMost(AT_ONCE)
          .until(() -> open.stream().allMatch(stream -> stream.about().contains(arrived)));
    } finally {
      open.forEach(OpenedStream::close);
    }
  }
}
