package org.handrail.client.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.client.ClientService.act;
import static org.handrail.client.ClientService.consentOf;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.handrail.client.ClientService;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.SettableClock;
import org.handrail.platform.fixtures.TokenIssuer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@HandrailIT
class EndingConsentIT {
  private final ClientService service;
  private final SettableClock clock;

  EndingConsentIT(Api api, TokenIssuer tokens, SettableClock clock) {
    service = new ClientService(api, tokens);
    this.clock = clock;
  }

  @AfterEach
  void letTheClockGo() {
    clock.reset();
  }

  @Test
  void revokesTheWholeOneRecipientOrEverybody() {
    var client = service.registers("Ana");
    var whole = service.consents(client, "Ana");
    assertThat(service.revokes(whole).isOk().at("/status")).isEqualTo("revoked");
    var one = service.consents(client, "Ana");
    var revoked =
        service
            .maya()
            .post("/api/consents/{id}/revocation", one)
            .body(
                Map.of(
                    "recipient",
                    "harborlight",
                    "act",
                    Map.of("kind", "phone", "at", "2026-11-02T10:00:00Z")))
            .send()
            .isOk();
    assertThat(revoked.at("/status")).as("riverbend is still named").isEqualTo("active");
    assertThat(revoked.at("/revocations/0/recipient")).isEqualTo("harborlight");
    service
        .maya()
        .post("/api/consents/{id}/revocation", one)
        .body(Map.of("recipient", "harborlight", "nobody", true, "act", act()))
        .send()
        .isProblem(400, "invalid")
        .hasFault("/nobody", "contradictory");
    var draft = service.drafts(consentOf(client, "Ana"));
    service.revokes(draft.id()).isProblem(409, "consent-not-signed");
  }

  @Test
  void endsAtItsInstantAndAtItsEvent() {
    clock.set(Instant.parse("2026-11-24T12:00:00Z"));
    var client = service.registers("Ana");
    var dated = new HashMap<>(consentOf(client, "Ana"));
    dated.put("expires", Map.of("at", "2026-12-01T00:00:00Z"));
    var id = service.signs(service.drafts(dated)).isOk().id();
    clock.set(Instant.parse("2026-11-30T23:59:59.999999Z"));
    assertThat(status(id)).isEqualTo("active");
    clock.set(Instant.parse("2026-12-01T00:00:00Z"));
    assertThat(status(id)).isEqualTo("expired");

    var until = new HashMap<>(consentOf(client, "Ana"));
    until.put("expires", Map.of("event", "moves out"));
    var other = service.signs(service.drafts(until)).isOk().id();
    var happened = Map.of("event", "moves out", "act", act());
    service
        .maya()
        .post("/api/consents/{id}/events", other)
        .body(Map.of("event", "moves in", "act", act()))
        .send()
        .isProblem(422, "consent-event-not-named");
    assertThat(
            service
                .maya()
                .post("/api/consents/{id}/events", other)
                .body(happened)
                .send()
                .isOk()
                .at("/status"))
        .isEqualTo("expired");
  }

  @Test
  void aNewConsentTakesTheOldOnesPlace() {
    var client = service.registers("Ana");
    var old = service.consents(client, "Ana");
    var form = new HashMap<>(consentOf(client, "Ana"));
    form.put("replaces", old);
    var draft = service.drafts(form);
    assertThat(status(old)).isEqualTo("active");
    service.signs(draft).isOk();
    assertThat(status(old)).isEqualTo("superseded");
    var foreign = new HashMap<>(consentOf(service.registers("Ben"), "Ben"));
    foreign.put("replaces", old);
    service
        .maya()
        .post("/api/consents")
        .body(foreign)
        .send()
        .isProblem(400, "invalid")
        .hasFault("/replaces", "unknown");
  }

  private String status(UUID consent) {
    return service.maya().get("/api/consents/{id}", consent).send().isOk().at("/status");
  }
}
