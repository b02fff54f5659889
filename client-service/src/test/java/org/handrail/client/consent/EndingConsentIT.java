package org.handrail.client.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.client.ClientService.act;
import static org.handrail.client.Forms.consentOf;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.client.AtTheDoor;
import org.handrail.client.ClientService;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.SettableClock;
import org.handrail.platform.fixtures.TokenIssuer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@HandrailIT
class EndingConsentIT {
  private final ClientService service;
  private final AtTheDoor door;
  private final SettableClock clock;

  EndingConsentIT(Api api, TokenIssuer tokens, SettableClock clock) {
    service = new ClientService(api, tokens);
    door = new AtTheDoor(service);
    this.clock = clock;
  }

  @Test
  void revokesTheWholeOneRecipientOrEverybody() {
    var client = service.registers("Ana");
    var whole = service.consents(client, "Ana");
    assertThat(service.revokes(whole).isOk().at("/status")).isEqualTo("revoked");
    var one = service.consents(service.registers("Ana"), "Ana");
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

  @Test
  @Proves("P2-REV-1")
  void whatIsTakenBackAlreadyStaysAsItIsHoweverOftenItIsSaid() {
    var client = service.registers("Ana");
    var first = service.consents(client, "Ana");
    var once = service.revokes(first).isOk();
    var twice = service.revokes(first).isOk();
    assertThat(twice.etag()).isEqualTo(once.etag());
    assertThat(twice.json().at("/revocations")).hasSize(1);
    var alsoOne = revokes(first, Map.of("recipient", "harborlight", "act", act())).isOk();
    assertThat(alsoOne.etag()).as("part of it").isEqualTo(once.etag());
    var everything = revokes(first, Map.of("nobody", true, "act", act())).isOk();
    assertThat(everything.json().at("/revocations")).as("that says more").hasSize(2);
  }

  @Test
  @Proves("P2-REV-1")
  void sayingItAgainCountsForWhatWasSignedMeanwhile() {
    clock.set(Instant.parse("2026-11-24T12:00:00Z"));
    var client = service.registers("Ana");
    var first = service.consents(client, "Ana");
    service.revokes(first).isOk();
    clock.set(Instant.parse("2026-11-25T12:00:00Z"));
    var draft = service.drafts(consentOf(client, "Ana"));
    service
        .maya()
        .post("/api/consents/{id}/signature", draft.id())
        .body(Map.of("signer", "client", "act", act(clock.instant())))
        .ifMatch(draft)
        .send()
        .isOk();
    assertThat(door.answers(client)).isEqualTo("released");
    clock.set(Instant.parse("2026-11-26T12:00:00Z"));
    assertThat(service.revokes(first).isOk().json().at("/revocations")).hasSize(2);
    assertThat(door.answers(client)).isEqualTo("consent-revoked");
  }

  @Test
  void whomAConsentTellsNothingNobodyNeedsToTakeOut() {
    var consent = service.consents(service.registers("Ana"), "Ana");
    revokes(consent, Map.of("recipient", "foodbank", "act", act()))
        .isProblem(422, "consent-recipient-not-reached")
        .hasFault("/recipient", "not-reached");
    assertThat(
            service
                .maya()
                .get("/api/consents/{id}", consent)
                .send()
                .isOk()
                .json()
                .at("/revocations"))
        .isEmpty();
  }

  @Test
  void whoeverAConsentOnlyGoesThroughIsNoRecipientOfIt() {
    var form = new HashMap<>(consentOf(service.registers("Ana"), "Ana"));
    form.put(
        "recipients",
        Map.of("intermediary", "coalition", "members", List.of("harborlight", "riverbend")));
    var consent = service.signs(service.drafts(form)).isOk().id();
    revokes(consent, Map.of("recipient", "coalition", "act", act()))
        .isProblem(422, "consent-recipient-not-reached")
        .hasFault("/recipient", "intermediary");
    assertThat(
            revokes(consent, Map.of("recipient", "harborlight", "act", act()))
                .isOk()
                .at("/barred/0"))
        .isEqualTo("harborlight");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 240})
  @Proves("P2-EXP-1")
  void anEventEndsAConsentAtOnceAlsoByAFastClock(int ahead) {
    var client = service.registers("Ana");
    var until = new HashMap<>(consentOf(client, "Ana"));
    until.put("expires", Map.of("event", "moves out"));
    var id = service.signs(service.drafts(until)).isOk().id();
    assertThat(door.answers(client)).isEqualTo("released");

    var happened = Map.of("event", "moves out", "act", act(Instant.now(clock).plusSeconds(ahead)));
    var ended = service.maya().post("/api/consents/{id}/events", id).body(happened).send().isOk();

    assertThat(ended.at("/status")).isEqualTo("expired");
    assertThat(door.answers(client)).isEqualTo("consent-expired");
  }

  @Test
  void whatHappenedIsRecordedOnce() {
    var until = new HashMap<>(consentOf(service.registers("Ana"), "Ana"));
    until.put("expires", Map.of("event", "moves out"));
    var id = service.signs(service.drafts(until)).isOk().id();
    var happened = Map.of("event", "moves out", "act", act());
    var path = "/api/consents/" + id + "/events";
    var once = service.maya().post(path).body(happened).send().isOk();
    var twice = service.maya().post(path).body(happened).send().isOk();
    assertThat(twice.etag()).isEqualTo(once.etag());
  }

  @Test
  void nothingIsTakenBackNorHappensBeforeItWasSigned() {
    var until = new HashMap<>(consentOf(service.registers("Ana"), "Ana"));
    until.put("expires", Map.of("event", "moves out"));
    var consent = service.signs(service.drafts(until)).isOk().id();
    var before = act(Instant.parse("2026-11-01T09:54:59Z"));
    revokes(consent, Map.of("act", before))
        .isProblem(400, "invalid")
        .hasFault("/act/at", "before-signature");
    service
        .maya()
        .post("/api/consents/{id}/events", consent)
        .body(Map.of("event", "moves out", "act", before))
        .send()
        .isProblem(400, "invalid")
        .hasFault("/act/at", "before-signature");
    assertThat(status(consent)).isEqualTo("active");
    revokes(consent, Map.of("act", act(Instant.parse("2026-11-01T09:55:01Z")))).isOk();
  }

  private Answer revokes(UUID consent, Map<String, Object> body) {
    return service.maya().post("/api/consents/{id}/revocation", consent).body(body).send();
  }

  private String status(UUID consent) {
    return service.maya().get("/api/consents/{id}", consent).send().isOk().at("/status");
  }
}
