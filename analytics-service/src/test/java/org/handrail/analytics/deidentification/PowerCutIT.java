package org.handrail.analytics.deidentification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.awaitility.core.ConditionFactory;
import org.handrail.platform.fixtures.FreezableKafka;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service is killed in the middle of a batch; a broker of its own sees what became of it. */
class PowerCutIT {

  private static final List<String> AGENCIES = List.of("riverbend", "harborlight", "cedarhouse");
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final FreezableKafka kafka = FreezableKafka.start();
  private final Topic forAnalysts = new Topic(kafka.bootstrapServers(), Deidentification.TO);
  private final Topic waiting =
      new Topic(kafka.bootstrapServers(), "analytics-service-waiting-changelog");

  @TempDir private Path logs;

  @SuppressWarnings("NullAway.Init") // Every test starts one.
  private Process service;

  @AfterEach
  void end() {
    service.destroyForcibly();
    kafka.close();
  }

  @Test
  void whatWasHalfSentIsSentOnceAndWhole() throws IOException, InterruptedException {
    start("7");
    enrol(10);
    soon().until(() -> waiting.committed().size() == 10);
    enrol(1);
    assertThat(service.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(service.exitValue()).isEqualTo(ServiceThatDies.POWER_CUT);
    assertThat(forAnalysts.written()).isGreaterThanOrEqualTo(7);
    assertThat(forAnalysts.committed()).isEmpty();

    start();
    soon().until(() -> !forAnalysts.committed().isEmpty());
    assertThat(forAnalysts.committed()).hasSize(11);

    service.destroyForcibly().waitFor();
    start();
    enrol(11);
    soon().until(() -> forAnalysts.committed().size() > 11);
    assertThat(forAnalysts.committed())
        .hasSize(22)
        .extracting(record -> new String(record.headers().lastHeader("ce_id").value(), UTF_8))
        .doesNotHaveDuplicates();
  }

  private static ConditionFactory soon() {
    return await().atMost(PATIENCE).pollInterval(Duration.ofMillis(500));
  }

  private void enrol(int people) {
    var events = new ArrayList<SomeEvent>();
    for (var i = 0; i < people; i++) {
      var client = UUID.randomUUID();
      var agency = AGENCIES.get(i % AGENCIES.size());
      events.add(SomeEvent.linked(client, UUID.randomUUID(), agency));
      events.add(SomeEvent.enrolled(client, agency));
    }
    Topic.send(kafka.bootstrapServers(), events);
  }

  private void start(String... arguments) throws IOException {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                ServiceThatDies.class.getName()));
    command.addAll(List.of(arguments));
    var process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(logs.resolve("log-" + UUID.randomUUID()).toFile());
    process
        .environment()
        .putAll(
            Map.of(
                "HANDRAIL_KAFKA",
                kafka.bootstrapServers(),
                "HANDRAIL_KAFKA_SECURITY",
                "plaintext"));
    service = process.start();
  }
}
