package org.handrail.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.e2e.Api.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad input at the gateway: a clear problem, nothing half done, nothing leaked. */
class AttacksIT {

  private static final Coalition COALITION = Coalition.running();
  private final Api maya = COALITION.as("maya@riverbend.example");

  /** The body's characters are its bytes (ISO 8859-1), so that it may be no UTF-8. */
  record Bad(String what, String body, int status, String code) {
    @Override
    public String toString() {
      return what;
    }
  }

  static List<Bad> bodies() {
    return List.of(
        new Bad("malformed JSON", "{\"nameToUse\": ", 400, "malformed"),
        new Bad("unknown field", "{\"nameToUse\":\"Ana\",\"hairColor\":\"red\"}", 400, "invalid"),
        new Bad(
            "a diagnosis", "{\"nameToUse\":\"Ana\",\"diagnosis\":\"F11.20\"}", 422, "out-of-scope"),
        new Bad("wrong type", "{\"nameToUse\":{\"x\":1}}", 400, "invalid"),
        new Bad("missing name", "{}", 400, "invalid"),
        new Bad("over-long name", "{\"nameToUse\":\"" + "x".repeat(5_000) + "\"}", 400, "invalid"),
        new Bad("broken UTF-8", "{\"nameToUse\":\"\u00C3\"}", 400, "malformed"),
        new Bad(
            "huge body",
            "{\"nameToUse\":\"" + "x".repeat(2_000_000) + "\"}",
            413,
            "body-too-large"));
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void badBodiesGetAProblemAndChangeNothing(Bad bad) {
    var before = maya.get("/api/clients").body();
    var answer =
        maya.postRaw(
            "/api/clients",
            bad.body().getBytes(ISO_8859_1),
            Map.of(
                "Content-Type",
                "application/json",
                "Idempotency-Key",
                UUID.randomUUID().toString()));
    assertProblem(answer, bad.status(), bad.code());
    assertThat(maya.get("/api/clients").body()).isEqualTo(before);
  }

  @Test
  void forgedAndForeignTokensAreNobodys() {
    var real = COALITION.token("maya@riverbend.example").split("\\.", -1);
    var payload = new String(Base64.getUrlDecoder().decode(real[1]), UTF_8);
    var forged =
        real[0]
            + "."
            + Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(payload.replace("riverbend", "harborlight").getBytes(UTF_8))
            + "."
            + real[2];
    var unsigned =
        Base64.getUrlEncoder().withoutPadding().encodeToString("{\"alg\":\"none\"}".getBytes(UTF_8))
            + "."
            + real[1]
            + ".";
    for (var token : List.of(forged, unsigned, "nonsense", real[0] + "." + real[1] + ".")) {
      assertProblem(bearing(token).get("/api/clients"), 401, "unauthenticated");
    }
    assertProblem(
        Api.send(java.net.http.HttpRequest.newBuilder(COALITION.origin().resolve("/api/clients"))),
        401,
        "unauthenticated");
  }

  private static Api bearing(String token) {
    return new Api(COALITION.origin(), () -> token);
  }

  @Test
  void aPostNeedsAKey() {
    var answer =
        maya.postRaw(
            "/api/clients",
            "{\"nameToUse\":\"Ana\"}".getBytes(UTF_8),
            Map.of("Content-Type", "application/json"));
    assertProblem(answer, 400, "idempotency-key-missing");
  }

  @Test
  void aRepeatTakesEffectOnceAndAnotherBodyUnderTheSameKeyIsRefused() {
    var key = UUID.randomUUID().toString();
    var first = maya.post("/api/clients", key, null, Map.of("nameToUse", "Dot")).is(201);
    var again = maya.post("/api/clients", key, null, Map.of("nameToUse", "Dot")).is(201);
    assertThat(again.id()).isEqualTo(first.id());
    assertProblem(
        maya.post("/api/clients", key, null, Map.of("nameToUse", "Dora")),
        422,
        "idempotency-key-reused");
  }

  @Test
  void cookieAndBearerTogetherAreRefused() {
    var answer =
        Api.send(
            maya.request("/api/clients").header("Cookie", "SESSION=" + UUID.randomUUID()).GET());
    assertProblem(answer, 400, "two-credentials");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/internal/assignments/x",
        "/api/nothing",
        "/actuator/env",
        "/api/../internal/assignments/x",
        "/api/%2e%2e/actuator"
      })
  void whatIsNotOfferedIsNotThere(String path) {
    assertThat(maya.get(path).status()).isIn(400, 404);
  }

  @Test
  void aReplayedSendingTakesEffectOnce() {
    var loop = Loop.riverbendToHarborlight(COALITION);
    var client = loop.meet("Ray");
    loop.consent(client, "Ray");
    var draft = loop.draft(loop.choose(client));
    var path = "/api/referrals/" + draft.id() + "/sending";
    var key = UUID.randomUUID().toString();
    maya.post(path, key, draft.etag(), Map.of()).is(200);
    loop.untilIntakeSees(draft.id());
    for (int again = 0; again < 3; again++) {
      maya.post(path, key, draft.etag(), Map.of()).is(200);
    }
    assertThat(loop.ledger(client)).hasSize(1);
  }

  @Test
  void ofABrokenFileNothingIsBroughtIn() throws Exception {
    var olive = COALITION.as("olive@coalition.example");
    var before = services();
    var file =
        Files.readAllBytes(COALITION.repository().resolve("deploy/local/seed/directory.json"));
    for (var half :
        List.of(
            Arrays.copyOf(file, file.length / 2),
            Arrays.copyOf(file, file.length - 3),
            "[{\"id\": 1".getBytes(UTF_8))) {
      assertProblem(importing(olive, half), 400, "malformed");
    }
    assertProblem(importing(maya, file), 403, "role-not-allowed");
    assertThat(services()).isEqualTo(before);
  }

  @Test
  void whatIsNotTakenFromAFileIsReported() {
    var olive = COALITION.as("olive@coalition.example");
    var id = UUID.randomUUID();
    var answer =
        importing(
                olive,
                """
                [{"id": "%s", "name": "Quiet Hours Library", "description": "Books.",
                  "services": [{"id": "no-uuid-but-an-id", "name": "", "status": "perhaps"}]}]
                """
                    .formatted(id)
                    .getBytes(UTF_8))
            .is(201);
    var body = answer.body();
    assertThat(body.get("read").asInt())
        .isEqualTo(body.get("stored").asInt() + body.get("rejected").asInt());
    assertThat(body.get("rejected").asInt()).isPositive();
    assertThat(body.get("reported").toString()).contains("/0/services/0");
  }

  private Answer importing(Api somebody, byte[] file) {
    return somebody.postRaw(
        "/api/directory/imports?source=coalition",
        file,
        Map.of(
            "Content-Type", "application/json", "Idempotency-Key", UUID.randomUUID().toString()));
  }

  private String services() {
    return maya.get("/api/directory/services?words=a&limit=100").is(200).text();
  }

  @Test
  void aMethodThatIsNotThereIsSaidSo() {
    assertProblem(
        Api.send(maya.request("/api/clients").method("PATCH", BodyPublishers.ofString("{}"))),
        405,
        "method-not-allowed");
  }

  private static void assertProblem(Answer answer, int status, String code) {
    assertThat(answer.status()).as("%s", answer.text()).isEqualTo(status);
    assertThat(answer.code()).as("%s", answer.text()).isEqualTo(code);
    assertThat(answer.at("/type")).endsWith("/problems/" + code);
    assertThat(answer.text()).doesNotContain("Exception", "org.handrail", "at java.");
  }
}
