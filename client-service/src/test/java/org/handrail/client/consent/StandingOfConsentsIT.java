package org.handrail.client.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.client.ClientService.act;
import static org.handrail.client.ClientService.actNow;
import static org.handrail.client.Forms.consentOf;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.client.Attentions;
import org.handrail.client.ClientService;
import org.handrail.platform.deadline.Sweeping;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.SettableClock;
import org.handrail.platform.fixtures.TokenIssuer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A consent is called what the door holds it to be, by whichever consent something was said. */
@HandrailIT
class StandingOfConsentsIT {
  private final ClientService service;
  private final SettableClock clock;
  private final Sweeping sweeping;

  StandingOfConsentsIT(Api api, TokenIssuer tokens, SettableClock clock, Sweeping sweeping) {
    service = new ClientService(api, tokens);
    this.clock = clock;
    this.sweeping = sweeping;
  }

  @Test
  @Proves("P2-REV-1")
  void whatTellsNobodyAnyMoreIsTakenBackWhicheverConsentItWasSaidOf() {
    var client = service.registers("Uma");
    var said = service.consents(client, "Uma");
    var other = service.consents(client, "Uma");
    service.revokes(said).isOk();
    assertThat(read(other).at("/status")).isEqualTo("revoked");
    assertThat(read(other).json().at("/revocations")).as("nothing was said of it").isEmpty();
    assertThat(ofClient(client))
        .extracting(one -> one.at("/status").asString())
        .containsExactly("revoked", "revoked");
  }

  @Test
  @Proves("P2-REV-1")
  void whoTakesEverythingBackSeesNothingInForce() {
    var client = service.registers("Uma");
    var said = service.consents(client, "Uma");
    var toAll = service.signs(service.drafts(toThoseWhoTreat(client))).isOk().id();
    takesBack(said, Map.of("nobody", true)).isOk();
    assertThat(read(toAll).at("/status")).isEqualTo("revoked");
  }

  @Test
  @Proves("P2-REV-1")
  void whatStillTellsSomebodyNamesThoseWhomItTellsNothing() {
    var client = service.registers("Uma");
    var said = service.consents(client, "Uma");
    var two = new HashMap<>(consentOf(client, "Uma"));
    two.put("recipients", Map.of("named", List.of("harborlight", "cedarhouse")));
    var named = service.signs(service.drafts(two)).isOk().id();
    var through = service.signs(service.drafts(toThoseWhoTreat(client))).isOk().id();
    var toTheFoodBank = new HashMap<>(consentOf(client, "Uma"));
    toTheFoodBank.put("recipients", Map.of("named", List.of("foodbank")));
    toTheFoodBank.put("categories", List.of("contact"));
    var elsewhere = service.signs(service.drafts(toTheFoodBank)).isOk().id();
    assertThat(read(named).json().has("barred")).isFalse();

    var revoked = takesBack(said, Map.of("recipient", "harborlight")).isOk();

    for (var consent : List.of(said, named, through)) {
      var seen = read(consent);
      assertThat(seen.at("/status")).isEqualTo("active");
      assertThat(seen.json().at("/barred").valueStream().map(JsonNode::asString))
          .containsExactly("harborlight");
    }
    assertThat(revoked.json().at("/barred")).hasSize(1);
    assertThat(read(elsewhere).json().has("barred")).isFalse();
    assertThat(takesBack(named, Map.of("recipient", "cedarhouse")).isOk().at("/status"))
        .isEqualTo("revoked");
    assertThat(read(named).json().has("barred")).as("all of it is").isFalse();
    assertThat(signsNow(consentOf(client, "Uma")).json().has("barred"))
        .as("signed afterwards")
        .isFalse();
  }

  @Test
  @Proves({"P2-REV-1", "P2-EXP-1"})
  void nobodyIsRemindedOfTheEndOfWhatIsTakenBack() {
    var end = Instant.parse("2027-04-14T07:00:00Z");
    clock.set(end.minus(Duration.ofDays(40)));
    var client = service.registers("Uma");
    var other = endsAt(client, end.minusSeconds(60));
    var control = endsAt(service.registers("Uma"), end);
    service.revokes(service.consents(client, "Uma")).isOk();
    clock.set(end.minus(Duration.ofDays(30)));
    sweeping.sweep();
    Attentions.asked("consent-expiring", control);
    assertThat(Attentions.isAsked("consent-expiring", other)).isFalse();
  }

  @Test
  @Proves("P2-EXP-1")
  void whatWasTakenBackOnlyWhileTheyWereMergedIsRemindedOfOnceTheyPart() {
    var end = Instant.parse("2027-04-14T07:00:00Z");
    clock.set(end.minus(Duration.ofDays(40)));
    var other = service.registers("Uma");
    service.revokes(service.consents(other, "Uma")).isOk();
    var client = service.registers("Uma");
    var consent = endsAt(client, end);
    service.merges(client, other).isCreated();
    clock.set(end.minus(Duration.ofDays(30)));
    sweeping.sweep();
    assertThat(read(consent).at("/status")).isEqualTo("revoked");

    service.rosaTheSupervisor().delete("/api/clients/{id}/merge", client).send().hasStatus(204);
    clock.set(end.minus(Duration.ofDays(14)));
    sweeping.sweep();
    Attentions.asked("consent-expiring", consent);
  }

  @Test
  @Proves("P2-REV-1")
  void whoTakesEverythingBackMayHaveAllToldWhoReceivedAnything() {
    var client = service.registers("Uma");
    service.consents(client, "Uma");
    var received = service.discloses(client, UUID.randomUUID());
    service.hana().get("/api/disclosures/{id}", received).send().isOk();
    var toCedarhouse = new HashMap<>(consentOf(client, "Uma"));
    toCedarhouse.put("recipients", Map.of("named", List.of("cedarhouse")));
    var other = service.signs(service.drafts(toCedarhouse)).isOk().id();
    takesBack(other, Map.of("nobody", true, "tellRecipients", true)).isOk();
    assertThat(Attentions.asked("consent-revoked", received).at("/role").asString())
        .isEqualTo("intake_coordinator");
  }

  private static Map<String, Object> toThoseWhoTreat(UUID client) {
    var form = new HashMap<>(consentOf(client, "Uma"));
    form.put("recipients", Map.of("intermediary", "coalition", "class", "treating"));
    return form;
  }

  private UUID endsAt(UUID client, Instant end) {
    var form = new HashMap<>(consentOf(client, "Uma"));
    form.put("expires", Map.of("at", end.toString()));
    return service.signs(service.drafts(form)).isOk().id();
  }

  @Test
  void whatIsSignedByASlowClockAfterATakingBackIsInForce() {
    var client = service.registers("Uma");
    service.revokes(service.consents(client, "Uma")).isOk();
    var slow = act(Instant.now().minus(Duration.ofMinutes(1)));
    assertThat(signs(consentOf(client, "Uma"), slow).at("/status")).isEqualTo("active");
  }

  private Answer signsNow(Map<String, Object> form) {
    return signs(form, actNow());
  }

  private Answer signs(Map<String, Object> form, Map<String, Object> act) {
    var draft = service.drafts(form);
    return service
        .maya()
        .post("/api/consents/{id}/signature", draft.id())
        .body(Map.of("signer", "client", "act", act))
        .ifMatch(draft)
        .send()
        .isOk();
  }

  private Answer takesBack(UUID consent, Map<String, Object> what) {
    var body = new HashMap<>(what);
    body.put("act", act());
    return service.maya().post("/api/consents/{id}/revocation", consent).body(body).send();
  }

  private Answer read(UUID consent) {
    return service.maya().get("/api/consents/{id}", consent).send().isOk();
  }

  private List<JsonNode> ofClient(UUID client) {
    return service
        .maya()
        .get("/api/consents?clientId=" + client)
        .send()
        .isOk()
        .json()
        .at("/items")
        .valueStream()
        .toList();
  }
}
