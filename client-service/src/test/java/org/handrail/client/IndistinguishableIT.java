package org.handrail.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.client.ClientService.act;
import static org.handrail.client.Forms.consentOf;
import static org.handrail.client.Forms.referral;

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

/** A client whom you may not see and one who does not exist look the same, whatever you try. */
@HandrailIT
class IndistinguishableIT {
  private static final List<String> HEADERS =
      List.of(
          "Content-Type",
          "Content-Length",
          "Cache-Control",
          "ETag",
          "Location",
          "Vary",
          "WWW-Authenticate",
          "Retry-After");

  private final ClientService service;

  IndistinguishableIT(Api api, TokenIssuer tokens) {
    service = new ClientService(api, tokens);
  }

  @Test
  @Proves("P2-APP-2")
  void absentAndForbiddenAreAnsweredAlike() {
    var client = service.registers("Ida");
    var consent = service.consents(client, "Ida");
    var disclosure = service.discloses(client, UUID.randomUUID());
    for (var stranger : List.of(service.paul(), service.carl())) {
      alike(client, id -> stranger.get("/api/clients/{id}", id).send());
      alike(client, id -> stranger.get("/api/consents?clientId=" + id).send());
      alike(client, id -> stranger.get("/api/disclosures?clientId=" + id).send());
      alike(
          client,
          id ->
              stranger
                  .post("/api/clients/{id}/agreements", id)
                  .body(Map.of("version", "2026-02", "act", act()))
                  .send());
      alike(
          client,
          id ->
              stranger
                  .post("/api/clients/{id}/notices", id)
                  .body(
                      Map.of(
                          "version", "2026-02", "language", "en", "medium", "paper", "act", act()))
                  .send());
      alike(client, id -> stranger.post("/api/clients/{id}/enrollment", id).ifMatch(1).send());
      alike(
          client,
          id ->
              stranger
                  .post("/api/clients/{id}/assignments", id)
                  .body(Map.of("subject", TokenIssuer.subject("paul"), "relation", "backup"))
                  .send());
      alike(client, id -> stranger.post("/api/consents").body(consentOf(id, "Ida")).send());
      alike(
          client,
          id ->
              stranger
                  .post("/api/consents/preview")
                  .body(
                      Map.of(
                          "clientId",
                          id,
                          "recipient",
                          "harborlight",
                          "purpose",
                          "TREAT",
                          "required",
                          List.of("contact")))
                  .send());
      alike(consent, id -> stranger.get("/api/consents/{id}", id).send());
      alike(
          consent,
          id ->
              stranger
                  .post("/api/consents/{id}/signature", id)
                  .body(Map.of("signer", "client", "act", act()))
                  .ifMatch(1)
                  .send());
      alike(
          consent,
          id ->
              stranger.post("/api/consents/{id}/revocation", id).body(Map.of("act", act())).send());
      alike(disclosure, id -> stranger.get("/api/disclosures/{id}", id).send());
    }
    alike(
        client,
        id -> {
          var asked = referral(id, UUID.randomUUID(), "sending-1");
          asked.put(
              "onBehalfOf", Map.of("subject", TokenIssuer.subject("paul"), "agency", "riverbend"));
          return service.asksTheDoor(asked);
        });
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
