package org.handrail.analytics.deidentification;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.handrail.platform.fixtures.Proves;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeidentificationTest {

  private static final List<String> AGENCIES = List.of("riverbend", "harborlight", "cedarhouse");

  @TempDir private Path state;

  private final AtomicInteger unreadable = new AtomicInteger();
  private final List<SomeEvent> sent = new ArrayList<>();
  private TopologyTestDriver driver;
  private TestOutputTopic<byte[], byte[]> forAnalysts;

  @BeforeEach
  void start() {
    var settings = new Properties();
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "analytics-service");
    settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:1");
    settings.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
    driver =
        new TopologyTestDriver(
            Deidentification.topology(unreadable::incrementAndGet, UUID::randomUUID, new Random(1)),
            settings);
    forAnalysts =
        driver.createOutputTopic(
            Deidentification.TO, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  @AfterEach
  void stop() {
    driver.close();
  }

  @Test
  void keepsWhatHappensToTenPeople() {
    enrol(10);
    assertThat(batch()).isEmpty();
  }

  @Test
  void letsElevenPeopleOfThreeAgenciesOutTogether() {
    enrol(11);
    assertThat(batch())
        .hasSize(11)
        .allSatisfy(
            record ->
                assertThat(header(record, "ce_type"))
                    .isEqualTo("org.handrail.analytics.client-enrolled.v1"));
  }

  @Test
  void startsOverAfterABatch() {
    enrol(11);
    assertThat(batch()).hasSize(11);
    enrol(10);
    assertThat(batch()).isEmpty();
    enrol(1);
    assertThat(batch()).hasSize(11);
  }

  @Test
  @Proves("P2-DEID-1")
  void tellsTheYearAndNothingFiner() {
    enrol(11);
    assertThat(batch())
        .allSatisfy(
            record -> {
              assertThat(new String(record.value(), UTF_8)).isEqualTo("{\"year\":2026}");
              assertThat(record.getRecordTime()).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
              assertThat(record.headers().lastHeader("ce_time")).isNull();
            });
  }

  @Test
  void theYearIsThatOfUtc() {
    enrol(10);
    var client = link("riverbend");
    send(SomeEvent.enrolled(client, "riverbend").at(Instant.parse("2025-12-31T23:59:59.999Z")));
    assertThat(batch())
        .extracting(record -> new String(record.value(), UTF_8))
        .contains("{\"year\":2025}");
  }

  @Test
  @Proves("P2-DEID-1")
  void carriesNoKeyAndNothingThatCameIn() {
    enrol(11);
    var batch = batch();
    assertThat(batch).hasSize(11);
    assertThat(batch).allSatisfy(record -> assertThat(record.key()).isNull());
    var out = bytes(batch);
    for (var event : sent) {
      assertThat(out)
          .doesNotContain(event.id().toString())
          .doesNotContain(event.key().toString())
          .doesNotContain(event.agency())
          .doesNotContain("traceparent")
          .doesNotContain("03-17");
    }
    assertThat(batch)
        .allSatisfy(
            record ->
                assertThat(record.headers())
                    .extracting(header -> header.key())
                    .containsExactlyInAnyOrder(
                        "ce_specversion", "ce_id", "ce_source", "ce_type", "content-type"));
  }

  @Test
  void everyReleasedEventHasAnIdOfItsOwn() {
    enrol(30);
    assertThat(batch())
        .extracting(record -> header(record, "ce_id"))
        .doesNotHaveDuplicates()
        .hasSize(30);
  }

  @Test
  void theOrderOfABatchIsNotTheOrderOfWhatHappened() {
    for (var i = 0; i < 30; i++) {
      var client = link(AGENCIES.get(i % 3));
      send(SomeEvent.answered(client, AGENCIES.get(i % 3), i < 15 ? "attended" : "missed"));
    }
    var types = batch().stream().map(record -> header(record, "ce_type")).toList();
    assertThat(types).hasSize(30);
    assertThat(types.subList(0, 15).stream().distinct()).hasSize(2);
  }

  @Test
  void whatComesTwiceCountsOnceEvenAfterItWentOut() {
    enrol(11);
    assertThat(batch()).hasSize(11);
    for (var event : List.copyOf(sent)) {
      send(event);
    }
    assertThat(batch()).isEmpty();
    enrol(10);
    assertThat(batch()).isEmpty();
  }

  @Test
  void forgetsWhatItHasSeenOnlyLongAfterItCouldComeAgain() {
    enrol(11);
    assertThat(batch()).hasSize(11);
    driver.advanceWallClockTime(Releasing.REMEMBERED.minusHours(2));
    assertThat(remembered()).isEqualTo(11);
    driver.advanceWallClockTime(Duration.ofHours(4));
    assertThat(remembered()).isZero();
  }

  @Test
  void waitsUntilItKnowsWhoseRecordItIs() {
    enrol(10);
    var client = UUID.randomUUID();
    send(SomeEvent.enrolled(client, "riverbend"));
    assertThat(batch()).isEmpty();
    send(SomeEvent.linked(client, UUID.randomUUID(), "riverbend"));
    assertThat(batch()).hasSize(11);
  }

  @Test
  void twoRecordsFoundToBeOnePersonsCountOnce() {
    enrol(10);
    var client = UUID.randomUUID();
    send(SomeEvent.enrolled(client, "riverbend"));
    send(SomeEvent.linked(client, personOfTheFirst(), "riverbend"));
    assertThat(batch()).isEmpty();
  }

  @Test
  void theAgencyIsTheOneThatKeepsTheRecord() {
    for (var i = 0; i < 12; i++) {
      var client = link(AGENCIES.get(i % 2));
      send(SomeEvent.answered(client, AGENCIES.get(i % 3), "attended"));
    }
    assertThat(batch()).isEmpty();
  }

  @Test
  void tellsOnlyThoseStepsOfAReferralThatAnalystsMayKnow() {
    for (var i = 0; i < 11; i++) {
      var client = link(AGENCIES.get(i % 3));
      send(SomeEvent.answered(client, "riverbend", "attended"));
      send(SomeEvent.answered(client, "riverbend", "something-new"));
      send(SomeEvent.enrolled(client, "riverbend").ofType("org.handrail.client.renamed.v1"));
    }
    assertThat(batch())
        .extracting(record -> header(record, "ce_type"))
        .hasSize(11)
        .containsOnly("org.handrail.analytics.referral-attended.v1");
    assertThat(unreadable).hasValue(0);
  }

  @Test
  void passesOverWhatCannotBeReadAndCountsIt() {
    var client = link("riverbend");
    send(SomeEvent.enrolled(client, "riverbend").saying("{"));
    send(SomeEvent.enrolled(client, "riverbend").saying(""));
    send(SomeEvent.enrolled(client, "riverbend").saying("[]"));
    send(SomeEvent.enrolled(client, "riverbend").saying("{\"clientId\":\"ana\"}"));
    send(
        SomeEvent.linked(client, client, "riverbend")
            .saying("{\"clientId\":\"%s\"}".formatted(client)));
    assertThat(unreadable).hasValue(5);
    enrol(11);
    assertThat(batch()).hasSize(11);
  }

  /** Enrols so many people of three agencies. */
  private void enrol(int people) {
    for (var i = 0; i < people; i++) {
      var agency = AGENCIES.get(i % AGENCIES.size());
      send(SomeEvent.enrolled(link(agency), agency));
    }
  }

  private UUID link(String agency) {
    var client = UUID.randomUUID();
    send(SomeEvent.linked(client, UUID.randomUUID(), agency));
    return client;
  }

  private UUID personOfTheFirst() {
    var data = sent.getFirst().data();
    return UUID.fromString(data.replaceAll(".*\"personKey\":\"([^\"]*)\".*", "$1"));
  }

  private void send(SomeEvent event) {
    sent.add(event);
    var headers = new RecordHeaders();
    event.attributes(headers);
    driver
        .createInputTopic(event.topic(), new ByteArraySerializer(), new ByteArraySerializer())
        .pipeInput(
            new TestRecord<>(
                event.key().toString().getBytes(UTF_8),
                event.data().getBytes(UTF_8),
                headers,
                event.time()));
  }

  private List<TestRecord<byte[], byte[]>> batch() {
    driver.advanceWallClockTime(Releasing.EVERY);
    return forAnalysts.readRecordsToList();
  }

  private long remembered() {
    return driver.getKeyValueStore(Stores.TAKEN).approximateNumEntries();
  }

  private static String header(TestRecord<byte[], byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), UTF_8);
  }

  private static String bytes(List<TestRecord<byte[], byte[]>> records) {
    var all = new StringBuilder();
    for (var record : records) {
      all.append(new String(record.value(), ISO_8859_1)).append('\n');
      record
          .headers()
          .forEach(
              header ->
                  all.append(header.key())
                      .append('=')
                      .append(new String(header.value(), ISO_8859_1))
                      .append('\n'));
    }
    return all.toString();
  }
}
