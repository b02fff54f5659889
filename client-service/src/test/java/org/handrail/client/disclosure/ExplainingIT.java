package org.handrail.client.disclosure;

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
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.TokenIssuer;
import org.junit.jupiter.api.Test;

/** Each decision of the door can be understood afterwards. */
@HandrailIT
class ExplainingIT {
  private final ClientService service;
  private final AtTheDoor door;

  ExplainingIT(Api api, TokenIssuer tokens) {
    service = new ClientService(api, tokens);
    door = new AtTheDoor(service);
  }

  @Test
  void saysOfEachConsentWhichRuleItFailedAndWhichOneIsCited() {
    var client = service.registers("Exa");
    var toTheResidence = new HashMap<>(consentOf(client, "Exa"));
    toTheResidence.put("recipients", Map.of("named", List.of("cedarhouse")));
    var first = service.signs(service.drafts(toTheResidence)).isOk().id();
    var denied = door.asks(client);
    var why = door.explains(denied);
    assertThat(why.at("/code")).isEqualTo("consent-recipient");
    assertThat(why.at("/rule")).isEqualTo("42 CFR 2.31(a)(4)");
    assertThat(why.at("/consents/0/consentId")).isEqualTo(first.toString());
    assertThat(why.at("/consents/0/code")).isEqualTo("consent-recipient");

    var second = service.consents(client, "Exa");
    var released = door.asks(client);
    service.revokes(second).isOk();
    why = door.explains(released);
    assertThat(why.json().at("/consents")).hasSize(2);
    assertThat(why.at("/consents/1/consentId")).isEqualTo(second.toString());
    assertThat(why.json().at("/consents/1/cited").asBoolean()).isTrue();
    assertThat(why.json().at("/consents/1/code").isMissingNode())
        .as("it was revoked later")
        .isTrue();
    assertThat(why.at("/consents/1/notCovered/0")).isEqualTo("demographics");
    assertThat(door.explains(denied).json().at("/consents"))
        .as("what was signed later is not told of")
        .hasSize(1);
  }

  @Test
  void whatBecameOfTheRecordsLaterIsNotInIt() {
    var restricted = service.registers("Exa");
    service.restricts(restricted, "harborlight");
    var other = service.registers("Exa");
    service.consents(other, "Exa");
    var released = door.asks(other);
    service.merges(restricted, other).isCreated();
    var denied = door.asks(other);
    assertThat(denied.at("/code")).isEqualTo("consent-restricted");
    assertThat(door.explains(released).json().at("/consents/0").has("code")).isFalse();

    service.rosaTheSupervisor().delete("/api/clients/{id}/merge", restricted).send().hasStatus(204);
    assertThat(door.explains(denied).at("/consents/0/code")).isEqualTo("consent-restricted");
  }

  @Test
  void whatWasToldLaterIsNotInItWheneverItHappened() {
    var client = service.registers("Exa");
    var until = new HashMap<>(consentOf(client, "Exa"));
    until.put("expires", Map.of("event", "moves out"));
    var consent = service.signs(service.drafts(until)).isOk().id();
    var released = door.asks(client);
    service
        .maya()
        .post("/api/consents/{id}/events", consent)
        .body(Map.of("event", "moves out", "act", act(Instant.parse("2026-11-01T09:55:01Z"))))
        .send()
        .isOk();

    var denied = door.asks(client);

    assertThat(door.explains(denied).at("/consents/0/code")).isEqualTo("consent-expired");
    assertThat(door.explains(released).json().at("/consents/0").has("code")).isFalse();
  }

  @Test
  void isForThoseAtTheClientsSide() {
    var client = service.registers("Exa");
    service.consents(client, "Exa");
    var path = "/api/disclosures/" + service.discloses(client, UUID.randomUUID()) + "/explanation";
    service.priyaThePrivacyOfficer().get(path).send().isOk();
    for (var stranger : List.of(service.paul(), service.carl())) {
      stranger.get(path).send().isNotFound();
    }
    service.hana().get(path).send().isProblem(403, "role-not-allowed");
  }
}
