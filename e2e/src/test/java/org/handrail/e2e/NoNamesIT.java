package org.handrail.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a person says of themselves stands in no log, no event and no figure of any process. */
class NoNamesIT {

  private static final Coalition COALITION = Coalition.running();
  private static final List<String> TOPICS =
      List.of(
          "handrail.client.v1",
          "handrail.person.v1",
          "handrail.plan.v1",
          "handrail.referral.v1",
          "handrail.notification.v1");

  private final Loop loop = Loop.riverbendToHarborlight(COALITION);
  private final Api maya = COALITION.as("maya@riverbend.example");

  @Test
  void nothingThatIdentifiesIsInMotion() {
    // No word of any language, so that what is found was this person's.
    var name = "Qx" + UUID.randomUUID().toString().substring(0, 8);
    var journey = Journey.of(loop, name);
    // What goes wrong is logged with more zeal.
    maya.post("/api/clients", Map.of("nameToUse", name, "diagnosis", name));
    maya.post("/api/plans/" + journey.plan() + "/goals", Map.of("words", name, "category", name));
    maya.get("/api/clients?after=" + name);
    for (var noun : List.of("clients", "plans", "referrals", "notifications", "analytics")) {
      maya.get("/api/" + noun + "/" + name + "/" + name);
    }
    assertThat(withOddHeaders(name)).doesNotContain(" 500 ");
    assertThat(withAnAddressThatIsNone(name)).contains(" 400 ");

    assertThat(logs()).isNotEmpty().noneMatch(log -> log.contains(name));
    for (var topic : TOPICS) {
      assertThat(Told.of(COALITION, topic))
          .as(topic)
          .noneMatch(event -> event.toString().contains(name));
    }
    assertThat(Told.of(COALITION, "handrail.referral.v1"))
        .as("this journey is among what was read")
        .anyMatch(event -> event.subject().equals(journey.referral()));
    for (int service = 11; service <= 15; service++) {
      assertThat(figures(service)).contains("jvm_memory_used_bytes").doesNotContain(name);
    }
  }

  @Test
  void aSignInThatFailsNamesNobodyInALog() {
    for (var who :
        List.of("maya@riverbend.example", "cora@cedarhouse.example", "qx@nowhere.example")) {
      assertThatThrownBy(() -> COALITION.tokens(who, "mistyped at night"))
          .hasMessageContaining("cannot sign in");
      assertThat(logs()).isNotEmpty().noneMatch(log -> log.contains(who));
    }
  }

  /** What no client of ours would send: bytes beyond ASCII in headers. */
  private static String withOddHeaders(String name) {
    return raw(
        """
        GET /api/clients HTTP/1.1\r
        Host: localhost:%d\r
        Cookie: note=%2$s\u0416\r
        Accept-Language: %2$s\u0416\r
        User-Agent: %2$s\u0416\r
        X-Anything: %2$s\u0416\r
        Connection: close\r
        \r
        """
            .formatted(COALITION.port(0), name));
  }

  /** What is refused before anything of ours sees it. */
  private static String withAnAddressThatIsNone(String name) {
    return raw(
        """
        GET /api/clients?name={%s} HTTP/1.1\r
        Host: localhost:%d\r
        Connection: close\r
        \r
        """
            .formatted(name, COALITION.port(0)));
  }

  private static String raw(String request) {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), COALITION.port(0))) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> logs() {
    try (var logs = Files.list(COALITION.home().resolve("log"))) {
      return logs.map(NoNamesIT::text).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path log) {
    try {
      return Files.readString(log, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String figures(int service) {
    return Api.send(
            HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + COALITION.port(service) + "/actuator/prometheus")))
        .is(200)
        .text();
  }
}
