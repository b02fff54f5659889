package org.handrail.platform.probe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.handrail.platform.caller.Role.PEER_SPECIALIST;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.KafkaFixture;
import org.handrail.platform.fixtures.TokenIssuer;
import org.handrail.platform.messaging.EventHeaders;
import org.handrail.platform.scope.AgencyScope;
import org.handrail.platform.scope.Transactions;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlatformIT
class EventsIT {

  private static final AgencyId RIVERBEND = new AgencyId("riverbend");
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Api maya;
  private final Transactions transactions;
  private final JdbcClient jdbc;

  EventsIT(Api api, TokenIssuer tokens, Transactions transactions, JdbcClient jdbc) {
    this.maya = api.as(tokens.person("maya").of("riverbend").as(PEER_SPECIALIST));
    this.transactions = transactions;
    this.jdbc = jdbc;
  }

  @Test
  void aChangeIsToldAsACloudEventWithinTheTraceOfItsRequest() {
    var trace = "4bf92f3577b34da6a3ce929d0e0e4736";
    var note =
        maya.post("/api/notes")
            .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
            .body(Map.of("words", "she came by"))
            .send()
            .isCreated();
    var event =
        KafkaFixture.read(Notes.TOPIC, it -> it.key().equals(note.id().toString()), 1, PATIENCE)
            .getFirst();
    assertThat(new String(event.value(), UTF_8))
        .contains(note.id().toString())
        .doesNotContain("came");
    var attributes = EventHeaders.read(event.headers());
    assertThat(attributes)
        .containsEntry("specversion", "1.0")
        .containsEntry("type", Notes.NOTED)
        .containsEntry("source", "/probe-service")
        .containsEntry("agency", "riverbend")
        .containsEntry("aggregateversion", "0")
        .containsKeys("id", "time");
    assertThat(attributes.get("traceparent")).contains(trace);
    assertThat(event.headers().lastHeader("content-type").value())
        .isEqualTo("application/json".getBytes(UTF_8));
  }

  @Test
  void anEventTakesEffectAsItsAgency() {
    var note = maya.post("/api/notes").body(Map.of("words", "a")).send().isCreated().id();
    await().atMost(PATIENCE).until(() -> heard(RIVERBEND, note).size() == 1);
    assertThat(heard(new AgencyId("harborlight"), note)).isEmpty();
  }

  @Test
  void arrivingTwiceItTakesEffectOnce() {
    var note = UUID.randomUUID();
    var event = noted(note, UUID.randomUUID());
    var last = noted(note, UUID.randomUUID());
    KafkaFixture.send(event);
    KafkaFixture.send(event);
    KafkaFixture.send(last);
    await().atMost(PATIENCE).until(() -> heard(RIVERBEND, note).contains(id(last)));
    assertThat(heard(RIVERBEND, note)).containsExactly(id(event), id(last));
  }

  @Test
  void poisonIsParkedWithItsKeyWhileOthersGoOn() {
    var note = UUID.randomUUID();
    var other = UUID.randomUUID();
    Heard.UNBEARABLE.add(note);
    var poison = noted(note, UUID.randomUUID());
    KafkaFixture.send(poison);
    KafkaFixture.send(
        new ProducerRecord<>(Notes.TOPIC, other.toString(), "no json".getBytes(UTF_8)));
    await().atMost(PATIENCE).until(() -> parked(note) == 1 && parked(other) == 1);
    Heard.UNBEARABLE.remove(note);
    // Later ones of the key could be handled, but not before the first.
    KafkaFixture.send(noted(note, UUID.randomUUID()));
    var free = maya.post("/api/notes").body(Map.of("words", "a")).send().isCreated().id();
    await().atMost(PATIENCE).until(() -> heard(RIVERBEND, free).size() == 1);
    await().atMost(PATIENCE).until(() -> parked(note) == 2);
    assertThat(heard(RIVERBEND, note)).isEmpty();
  }

  @Test
  void whatFailsForNowIsTriedUntilItWorks() {
    var note = UUID.randomUUID();
    Heard.FAILING_FOR_NOW.put(note, 2);
    KafkaFixture.send(noted(note, UUID.randomUUID()));
    await().atMost(PATIENCE).until(() -> heard(RIVERBEND, note).size() == 1);
    assertThat(parked(note)).isZero();
  }

  private List<UUID> heard(AgencyId agency, UUID note) {
    return AgencyScope.as(agency).call(() -> Heard.of(note, transactions, jdbc));
  }

  private long parked(UUID key) {
    return jdbc.sql("select count(*) from inbox_parked where key = ?")
        .param(key.toString())
        .query(Long.class)
        .single();
  }

  private static ProducerRecord<String, byte[]> noted(UUID note, UUID id) {
    var attributes = new HashMap<String, String>();
    attributes.put("id", id.toString());
    attributes.put("type", Notes.NOTED);
    attributes.put("source", "/elsewhere-service");
    attributes.put("time", Instant.now().toString());
    attributes.put("agency", "riverbend");
    attributes.put("aggregateversion", "0");
    return new ProducerRecord<>(
        Notes.TOPIC,
        null,
        null,
        note.toString(),
        ("{\"noteId\":\"" + note + "\",\"later\":\"unknown here\"}").getBytes(UTF_8),
        EventHeaders.of(attributes));
  }

  private static UUID id(ProducerRecord<String, byte[]> event) {
    return UUID.fromString(EventHeaders.read(event.headers()).get("id"));
  }
}
