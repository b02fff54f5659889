package org.handrail.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.client.ClientService.act;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.TokenIssuer;
import org.junit.jupiter.api.Test;

/** Nothing of a person's own record tells a stranger whether there is such a person. */
@HandrailIT
class IndistinguishableRecordIT {
  private static final List<String> HEADERS =
      List.of("Content-Type", "Content-Length", "Cache-Control", "ETag", "Location", "Vary");

  private final ClientService service;

  IndistinguishableRecordIT(Api api, TokenIssuer tokens) {
    service = new ClientService(api, tokens);
  }

  @Test
  @Proves("P2-APP-2")
  void absentAndForbiddenAreAnsweredAlike() {
    var client = service.enrols("Ida");
    var sub = UUID.randomUUID();
    for (var stranger : List.of(service.paul(), service.carl(), service.ana())) {
      for (var part :
          List.of(
              "/profile/changes",
              "/episodes",
              "/episodes/" + sub,
              "/engagement",
              "/attempts",
              "/annotations",
              "/access-log",
              "/sheets",
              "/obligations",
              "/contact-letters/" + sub,
              "/confidences",
              "/confidences/" + sub,
              "/supporters")) {
        alike(client, id -> stranger.get("/api/clients/" + id + part).send());
      }
    }
    for (var stranger : List.of(service.paul(), service.carl())) {
      posts()
          .forEach(
              (part, body) ->
                  alike(
                      client,
                      id ->
                          stranger.post("/api/clients/" + id + part).body(body).ifMatch(1).send()));
      alike(
          client,
          id ->
              stranger
                  .put("/api/clients/{id}/profile", id)
                  .body(Map.of("nameToUse", "X", "act", act()))
                  .ifMatch(1)
                  .send());
      alike(client, id -> stranger.delete("/api/clients/" + id + "/supporters/" + sub).send());
    }
    var theirs = service.privacyOfficerOf("cedarhouse");
    alike(
        client, id -> theirs.post("/api/clients/{id}/merge", id).body(Map.of("into", sub)).send());
    alike(client, id -> theirs.delete("/api/clients/{id}/merge", id).send());
  }

  private static Map<String, Object> posts() {
    var sub = UUID.randomUUID();
    var letter =
        Map.of("from", "2026-11-01", "until", "2026-11-30", "language", "en", "act", act());
    return Map.ofEntries(
        Map.entry("/agreements/end", Map.of()),
        Map.entry(
            "/notices/deferral",
            Map.of("deferredReason", "capacity", "remindAt", "2036-01-01T00:00:00Z")),
        Map.entry("/episodes", Map.of()),
        Map.entry("/episodes/" + sub + "/pause", Map.of()),
        Map.entry("/episodes/" + sub + "/closing", Map.of("act", act())),
        Map.entry("/not-now", Map.of("act", act())),
        Map.entry(
            "/attempts",
            Map.of(
                "at", "2026-11-01T00:00:00Z",
                "initiative", "specialist",
                "way", "visit",
                "outcome", "reached")),
        Map.entry(
            "/annotations",
            Map.of("about", Map.of("kind", "plan", "id", sub), "words", "x", "act", act())),
        Map.entry("/sheets", Map.of("kind", "rights", "version", "1", "language", "en")),
        Map.entry("/complaints", Map.of("words", "x", "act", act())),
        Map.entry("/obligations", Map.of("kind", "court", "source", "x", "words", "x")),
        Map.entry("/contact-letters", letter),
        Map.entry("/confidences", Map.of("kind", "confidence", "words", "x")),
        Map.entry("/supporters", Map.of("words", "x", "act", act())));
  }

  private static void alike(UUID there, Function<UUID, Answer> attempt) {
    var forbidden = attempt.apply(there).isNotFound();
    var absent = attempt.apply(UUID.randomUUID()).isNotFound();
    assertThat(withoutTrace(forbidden)).isEqualTo(withoutTrace(absent));
    for (var header : HEADERS) {
      assertThat(forbidden.header(header)).as(header).isEqualTo(absent.header(header));
    }
  }

  private static String withoutTrace(Answer answer) {
    return answer.text().replaceAll("\"traceId\":\"[0-9a-f]{32}\"", "");
  }
}
