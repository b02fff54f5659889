package org.handrail.notification.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.handrail.platform.caller.Role.INTAKE_COORDINATOR;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;
import org.handrail.notification.Newsroom;
import org.handrail.notification.NotificationServiceIT;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.fixtures.Surroundings;
import org.handrail.platform.fixtures.TokenIssuer;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Beside the instance under test two more, processes of their own that can be killed. */
@NotificationServiceIT
class InstancesIT {

  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final Duration AT_ONCE = Duration.ofSeconds(10);

  private final AgencyId agency = Newsroom.agency();
  private final Newsroom newsroom;
  private final String here;
  private final String hana;

  InstancesIT(Newsroom newsroom, TokenIssuer tokens, @LocalServerPort int port) {
    this.newsroom = newsroom;
    this.here = "http://127.0.0.1:" + port;
    this.hana = tokens.person("hana").of(agency.value()).as(INTAKE_COORDINATOR);
  }

  @Test
  void resumeElsewhereAfterKillAndEndAtOnceWhenAskedToStop() throws Exception {
    var killed = Instance.start("killed");
    var stopped = Instance.start("stopped");
    try {
      var all = new ArrayList<String>();
      var seen = new ArrayList<String>();
      String last;
      try (var stream = open(killed.base())) {
        all.add(told());
        // Told here, heard there, before any heartbeat.
        await().atMost(AT_ONCE).until(() -> stream.about().equals(all));
        for (int number = 0; number < 20; number++) {
          all.add(told());
        }
        await().atMost(AT_ONCE).until(() -> stream.about().size() > 5);
        killed.process().destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        await().atMost(AT_ONCE).until(stream::hasEnded);
        seen.addAll(stream.about());
        last = stream.lastId();
      }
      all.add(told());
      open(stopped.base()).close();
      try (var stream = OpenedStream.resumed(stopped.base(), hana, last)) {
        all.add(told());
        await().atMost(AT_ONCE).until(() -> seen.size() + stream.about().size() == all.size());
        // SIGTERM: it would wait 20 s for requests that do not end.
        stopped.process().destroy();
        await().atMost(Duration.ofSeconds(15)).until(stream::endedInOrder);
        seen.addAll(stream.about());
        last = stream.lastId();
      }
      assertThat(stopped.process().waitFor(60, TimeUnit.SECONDS)).isTrue();
      all.add(told());
      try (var stream = OpenedStream.resumed(here, hana, last)) {
        await().atMost(AT_ONCE).until(() -> seen.size() + stream.about().size() == all.size());
        seen.addAll(stream.about());
      }
      assertThat(seen).isEqualTo(all);
    } finally {
      killed.process().destroyForcibly();
      stopped.process().destroyForcibly();
    }
  }

  private String told() {
    return newsroom.tell(agency, Newsroom.intake()).toString();
  }

  private OpenedStream open(String base) {
    var opened = new ArrayList<OpenedStream>();
    await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .until(() -> opened.add(OpenedStream.of(base, hana)));
    return opened.getFirst();
  }

  private record Instance(Process process, String base) {

    static Instance start(String name) throws IOException {
      var port = freePort();
      var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
      var builder =
          new ProcessBuilder(
              java, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-jar", jar().toString());
      builder.environment().putAll(Surroundings.variables("notification"));
      builder.environment().put("HANDRAIL_HTTP_PORT", String.valueOf(port));
      var log = Path.of("target", "instance-" + name + ".log").toFile();
      var process = builder.redirectErrorStream(true).redirectOutput(log).start();
      return new Instance(process, "http://127.0.0.1:" + port);
    }

    private static Path jar() throws IOException {
      try (var files = Files.list(Path.of("target"))) {
        return files
            .filter(file -> file.getFileName().toString().endsWith("-exec.jar"))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("package the service first"));
      }
    }

    private static int freePort() throws IOException {
      try (var socket = new ServerSocket(0)) {
        return socket.getLocalPort();
      }
    }
  }
}
