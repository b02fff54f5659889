package org.handrail.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.handrail.platform.fixtures.FreezableKafka;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Nothing is lost and no key changes its order, whatever befalls relays and broker. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutboxIT {

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Duration LEASE = Duration.ofSeconds(3);
  private static final Duration WITH_KAFKA = Duration.ofSeconds(4);

  static {
    QuietLogs.keep();
  }

  // Its own: frozen, it would make all others wait.
  private final FreezableKafka kafka = FreezableKafka.start();
  private final List<AutoCloseable> started = new ArrayList<>();
  private String topic = newTopic();
  private OutboxDatabase database = new OutboxDatabase(topic);

  private String newTopic() {
    var name = "outbox-" + UUID.randomUUID();
    kafka.topic(name);
    return name;
  }

  @AfterEach
  void stopAll() throws Exception {
    kafka.thaw();
    for (var it : started.reversed()) {
      it.close();
    }
    started.clear();
    database.close();
    topic = newTopic();
    database = new OutboxDatabase(topic);
  }

  @AfterAll
  void stopTheBroker() {
    database.close();
    kafka.close();
  }

  @Test
  void twoRelaysAndEightWriters() {
    relayHere();
    relayHere();
    Writers.write(database, 2400);
    assertAllArrived();
    assertThat(database.unsent()).isZero();
  }

  @Test
  void theLeaderIsKilledAndAStandbyLives() {
    Writers.write(database, 4000);
    var relays = List.of(relayProcess(), relayProcess());
    try (var reader = new Reader(kafka.bootstrapServers(), topic)) {
      reader.readAtLeast(1000, PATIENCE);
      var leader = leaderOf(relays);
      try (var writers = Writers.start(database, 800)) {
        leader.kill();
        await().atMost(PATIENCE).until(() -> isSomebodyElse(database.leader(), leader));
        writers.await();
      }
      reader.readAll(database.versions(), PATIENCE);
    }
  }

  @Test
  void theBrokerIsFrozenBeforeTheFirstEvent() {
    relayHere();
    await().atMost(PATIENCE).until(() -> database.leader() != 0);
    kafka.freeze();
    Writers.write(database, 800);
    letTheRelayLosePatience();
    Writers.write(database, 800);
    kafka.thaw();
    assertAllArrived();
  }

  @Test
  void theBrokerIsFrozenInMidDrain() {
    Writers.write(database, 5000);
    relayHere();
    try (var reader = new Reader(kafka.bootstrapServers(), topic)) {
      reader.readAtLeast(1000, PATIENCE);
      kafka.freeze();
      Writers.write(database, 800);
      letTheRelayLosePatience();
      kafka.thaw();
      reader.readAll(database.versions(), PATIENCE);
    }
  }

  @Test
  void theLeaderIsPausedPastItsLockAndGoesOn() {
    Writers.write(database, 5000);
    var relays = List.of(relayProcess(), relayProcess());
    try (var reader = new Reader(kafka.bootstrapServers(), topic)) {
      reader.readAtLeast(1000, PATIENCE);
      var paused = leaderOf(relays);
      paused.pause();
      await().atMost(PATIENCE).until(() -> isSomebodyElse(database.leader(), paused));
      Writers.write(database, 800);
      reader.readAtLeast(3000, PATIENCE);
      paused.resume();
      Writers.write(database, 800);
      reader.readAll(database.versions(), PATIENCE);
      assertThat(paused.isAlive()).isTrue();
      // It is of use again: when the other dies, it takes over.
      leaderOf(relays).kill();
      Writers.write(database, 160);
      reader.readAll(database.versions(), PATIENCE);
    }
  }

  @Test
  void poisonIsParkedWithItsKeyWhileOthersGoOn() {
    relayHere();
    database.change("poisoned");
    database.change("poisoned", "x".repeat(2_000_000));
    database.change("poisoned");
    Writers.write(database, 800);
    try (var reader = new Reader(kafka.bootstrapServers(), topic)) {
      var others = new TreeMap<>(database.versions());
      others.put("poisoned", 1L);
      reader.readAll(others, PATIENCE);
      assertThat(database.parkedKeys()).containsExactly("poisoned");
      assertThat(database.unsent()).isEqualTo(2);
      // Once it can be sent, the key goes on where it stood.
      database.owner(
          """
          update outbox set parked_at = null, parked_because = null, data = '{}'
          where parked_at is not null
          """);
      reader.readAll(database.versions(), PATIENCE);
    }
  }

  private void assertAllArrived() {
    try (var reader = new Reader(kafka.bootstrapServers(), topic)) {
      reader.readAll(database.versions(), PATIENCE);
    }
  }

  private RelaySettings settings() {
    return database.relay(kafka.bootstrapServers(), LEASE, WITH_KAFKA);
  }

  private void relayHere() {
    var lifecycle =
        new RelayLifecycle(new Relay(settings(), new RelayGauges(new SimpleMeterRegistry())));
    lifecycle.start();
    started.add(lifecycle::stop);
  }

  private RelayProcess relayProcess() {
    var relay = RelayProcess.start(settings());
    started.add(relay);
    return relay;
  }

  private RelayProcess leaderOf(List<RelayProcess> relays) {
    await().atMost(PATIENCE).until(() -> database.leader() != 0);
    var leader = database.leader();
    return relays.stream().filter(it -> it.pid() == leader).findFirst().orElseThrow();
  }

  private static boolean isSomebodyElse(long pid, RelayProcess leader) {
    return pid != 0 && pid != leader.pid();
  }

  /** Until its sends have failed, not merely waited. */
  private static void letTheRelayLosePatience() {
    var begun = System.nanoTime();
    await()
        .pollDelay(WITH_KAFKA.multipliedBy(2))
        .atMost(WITH_KAFKA.multipliedBy(3))
        .until(() -> System.nanoTime() > begun);
  }
}
