package org.handrail.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;

/** What a coalition analyst's own consumer gets from Kafka, and what it does not. */
class AnalystIT {

  private static final Coalition COALITION = Coalition.running();
  private static final String EVENTS = "coalition.analytics.events.v1";

  @Test
  void receivesTheBatchWithoutAnythingThatIdentifies() throws IOException {
    var identifying = new ArrayList<String>();
    var agencies =
        List.of(
            new Loop(
                COALITION.as("maya@riverbend.example"),
                "riverbend",
                COALITION.as("hana@harborlight.example"),
                "harborlight"),
            new Loop(
                COALITION.as("carl@cedarhouse.example"),
                "cedarhouse",
                COALITION.as("hana@harborlight.example"),
                "harborlight"),
            new Loop(
                COALITION.as("peter@harborlight.example"),
                "harborlight",
                COALITION.as("cora@cedarhouse.example"),
                "cedarhouse"));
    for (int person = 0; person < 12; person++) {
      var loop = agencies.get(person % agencies.size());
      var name = "Zed" + UUID.randomUUID().toString().substring(0, 8);
      var client = loop.meet(name);
      loop.consent(client, name);
      var referral = loop.send(loop.draft(loop.choose(client))).id();
      identifying.addAll(List.of(name, client, referral));
    }
    identifying.addAll(List.of("riverbend", "cedarhouse", "harborlight", "@"));

    var batch = read(EVENTS, 12);

    assertThat(batch).hasSizeGreaterThanOrEqualTo(12);
    var thisYear = Year.now(ZoneOffset.UTC).atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    assertThat(batch)
        .allSatisfy(
            record -> {
              assertThat(record.key()).isNull();
              assertThat(Instant.ofEpochMilli(record.timestamp())).isEqualTo(thisYear);
              assertThat(everythingIn(record)).doesNotContain(identifying);
            });
    assertThat(readByTheDocumentedProgram())
        .contains("org.handrail.analytics.referral-sent.v1 {\"year\":");
  }

  /** The program that docs/analysts.md gives to analysts, run as it says. */
  private static String readByTheDocumentedProgram() throws IOException {
    var command =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            COALITION.repository().resolve("docs/examples/ReadBatches.java").toString());
    command
        .environment()
        .putAll(
            Map.of(
                "ANALYST_TOKENS", COALITION.authUrl(),
                "ANALYST_KAFKA", "127.0.0.1:" + COALITION.port(4),
                "ANALYST_SECRET", COALITION.secret("client.analyst-cli")));
    return new String(
        command.redirectErrorStream(true).start().getInputStream().readAllBytes(), UTF_8);
  }

  @Test
  void isRefusedEverythingElse() {
    for (var topic :
        List.of(
            "handrail.client.v1",
            "handrail.person.v1",
            "handrail.plan.v1",
            "handrail.referral.v1",
            "handrail.notification.v1")) {
      assertThatThrownBy(() -> read(topic, 1)).as(topic).isInstanceOf(AuthorizationException.class);
    }
    try (var analyst = analyst()) {
      assertThat(analyst.listTopics().keySet())
          .allMatch(topic -> topic.startsWith("coalition.analytics."));
    }
  }

  private static List<ConsumerRecord<byte[], byte[]>> read(String topic, int atLeast) {
    try (var analyst = analyst()) {
      analyst.subscribe(Set.of(topic));
      var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
      Loop.until(
          () -> {
            analyst.poll(Duration.ofMillis(500)).forEach(records::add);
            return records.size() >= atLeast;
          });
      return records;
    }
  }

  private static String everythingIn(ConsumerRecord<byte[], byte[]> record) {
    var headers =
        StreamSupport.stream(record.headers().spliterator(), false)
            .map(header -> header.key() + "=" + new String(header.value(), UTF_8))
            .toList();
    return new TreeSet<>(headers) + new String(record.value(), UTF_8);
  }

  private static KafkaConsumer<byte[], byte[]> analyst() {
    var tokens = COALITION.authUrl() + "/realms/handrail/protocol/openid-connect/token";
    System.setProperty("org.apache.kafka.sasl.oauthbearer.allowed.urls", tokens);
    return new KafkaConsumer<>(
        Map.ofEntries(
            Map.entry("bootstrap.servers", "127.0.0.1:" + COALITION.port(4)),
            Map.entry("group.id", "analyst-cli." + UUID.randomUUID()),
            Map.entry("auto.offset.reset", "earliest"),
            Map.entry("isolation.level", "read_committed"),
            Map.entry("security.protocol", "SASL_PLAINTEXT"),
            Map.entry("sasl.mechanism", "OAUTHBEARER"),
            Map.entry(
                "sasl.jaas.config",
                "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required;"),
            Map.entry(
                "sasl.login.callback.handler.class",
                "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginCallbackHandler"),
            Map.entry(
                "sasl.oauthbearer.jwt.retriever.class",
                "org.apache.kafka.common.security.oauthbearer.ClientCredentialsJwtRetriever"),
            Map.entry("sasl.oauthbearer.token.endpoint.url", tokens),
            Map.entry("sasl.oauthbearer.scope", "kafka"),
            Map.entry("sasl.oauthbearer.client.credentials.client.id", "analyst-cli"),
            Map.entry(
                "sasl.oauthbearer.client.credentials.client.secret",
                COALITION.secret("client.analyst-cli"))),
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer());
  }
}
