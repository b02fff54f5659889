package org.handrail.analytics.deidentification;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.handrail.platform.caller.Role.ANALYST;
import static org.handrail.platform.caller.Role.PEER_SPECIALIST;
import static org.handrail.platform.caller.Role.PRIVACY_OFFICER;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.handrail.platform.caller.Role;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.KafkaFixture;
import org.handrail.platform.fixtures.OpenApiSnapshot;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.TokenIssuer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The whole service on a real broker: what goes in, what analysts read, what is counted. */
@HandrailIT
class DeidentificationIT {

  private static final List<String> AGENCIES = List.of("riverbend", "harborlight", "cedarhouse");

  private final String bootstrap = KafkaFixture.bootstrapServers();
  private final Topic forAnalysts = new Topic(bootstrap, Deidentification.TO);
  private final Topic waiting = new Topic(bootstrap, "analytics-service-waiting-changelog");
  private final List<SomeEvent> sent = new ArrayList<>();
  private final Api api;
  private final TokenIssuer tokens;

  DeidentificationIT(Api api, TokenIssuer tokens) {
    this.api = api;
    this.tokens = tokens;
  }

  @Test
  @Proves({"ANA-1", "ANA-2"})
  void tellsOfNobodyAloneAndOfNoAgencyAlone() {
    var people = new ArrayList<UUID>();
    for (var i = 0; i < 10; i++) {
      people.add(enrolled(UUID.randomUUID(), AGENCIES.get(i % 3)));
    }
    people.forEach(client -> send(SomeEvent.answered(client, "riverbend", "attended")));
    var known = UUID.fromString(sent.getFirst().data().replaceAll(".*Key\":\"([^\"]*)\".*", "$1"));
    enrolled(known, "cedarhouse");
    waitsFor(21);
    assertThat(forAnalysts.committed()).isEmpty();
    assertThat(measures()).isEmpty();

    enrolled(UUID.randomUUID(), "riverbend");
    analystsHave(22);
    assertThat(shown("client-enrolled")).isEqualTo("11");
    assertThat(shown("referral-attended")).isEqualTo("<11");
    assertThat(shown("plan-activated")).isEqualTo("0");

    for (var i = 0; i < 11; i++) {
      enrolled(UUID.randomUUID(), AGENCIES.get(i % 2));
    }
    waitsFor(22 + 11);
    assertThat(forAnalysts.committed()).hasSize(22);
    assertThat(shown("client-enrolled")).isEqualTo("11");

    enrolled(UUID.randomUUID(), "cedarhouse");
    analystsHave(22 + 12);
    assertThat(shown("client-enrolled")).isEqualTo("23");

    assertThat(forAnalysts.committed())
        .allSatisfy(
            record -> {
              assertThat(record.key()).isNull();
              assertThat(Instant.ofEpochMilli(record.timestamp()))
                  .isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
            });
    var out = bytes(forAnalysts.committed());
    for (var event : sent) {
      assertThat(out)
          .doesNotContain(event.id().toString())
          .doesNotContain(event.key().toString())
          .doesNotContain(event.agency())
          .doesNotContain(event.data().replaceAll(".*Key\":\"([^\"]*)\".*", "$1"))
          .doesNotContain("2026-");
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"ANALYST", "COALITION_ADMIN"})
  void showsMeasuresToTheCoalitionsOwn(Role role) {
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                api.as(tokens.person("ada").of("coalition").as(role))
                    .get("/api/measures")
                    .send()
                    .isOk());
  }

  @Test
  void showsMeasuresToNobodyElse() {
    api.get("/api/measures").send().isProblem(401, "unauthenticated");
    for (var role : List.of(PEER_SPECIALIST, PRIVACY_OFFICER, Role.SUPERVISOR, Role.CLIENT)) {
      api.as(tokens.person("maya").of("riverbend").as(role))
          .get("/api/measures")
          .send()
          .isProblem(403, "role-not-allowed");
    }
  }

  @Test
  void describesItsInterfaceAsPromised() throws IOException {
    OpenApiSnapshot.assertPromised(api, "analytics-service");
  }

  private UUID enrolled(UUID person, String agency) {
    var client = UUID.randomUUID();
    send(SomeEvent.linked(client, person, agency), SomeEvent.enrolled(client, agency));
    return client;
  }

  private void send(SomeEvent... events) {
    sent.addAll(List.of(events));
    Topic.send(bootstrap, List.of(events));
  }

  /** Until so many happenings have come to the gate, and that is committed. */
  private void waitsFor(int happenings) {
    await()
        .atMost(Duration.ofSeconds(90))
        .pollInterval(Duration.ofMillis(500))
        .untilAsserted(
            () ->
                assertThat(
                        waiting.committed().stream()
                            .map(record -> new String(record.key(), ISO_8859_1))
                            .collect(toSet()))
                    .hasSize(happenings));
  }

  private void analystsHave(int events) {
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(500))
        .untilAsserted(() -> assertThat(forAnalysts.committed()).hasSize(events));
  }

  private String shown(String measure) {
    for (var cell : measures()) {
      if (cell.contains("\"%s\"".formatted(measure))) {
        return cell.replaceAll(".*\"shown\":\"([^\"]*)\".*", "$1");
      }
    }
    throw new AssertionError("no " + measure);
  }

  private List<String> measures() {
    var answer =
        api.as(tokens.person("ada").of("coalition").as(ANALYST)).get("/api/measures").send().isOk();
    return answer.json().at("/items").valueStream().map(Object::toString).toList();
  }

  private static String bytes(List<ConsumerRecord<byte[], byte[]>> records) {
    var all = new StringBuilder();
    for (var record : records) {
      all.append(new String(record.value(), ISO_8859_1)).append('\n');
      record
          .headers()
          .forEach(
              header ->
                  all.append(header.key())
                      .append(new String(header.value(), ISO_8859_1))
                      .append('\n'));
    }
    return all.toString();
  }
}
