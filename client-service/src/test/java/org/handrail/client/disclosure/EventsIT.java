package org.handrail.client.disclosure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.client.Forms.referral;
import static org.handrail.client.disclosure.ClientTopic.about;
import static org.handrail.client.disclosure.ClientTopic.assertPromised;
import static org.handrail.client.disclosure.ClientTopic.json;
import static org.handrail.client.disclosure.ClientTopic.on;
import static org.handrail.client.disclosure.ClientTopic.recipients;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.handrail.client.ClientService;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.TokenIssuer;
import org.junit.jupiter.api.Test;

/** What leaves the service on Kafka, as the contracts promise it. */
@HandrailIT
class EventsIT {
  private final ClientService service;

  EventsIT(Api api, TokenIssuer tokens) {
    service = new ClientService(api, tokens);
  }

  @Test
  void everythingThatHappensIsToldAsPromised() {
    var client = service.registers("Eve");
    var path = "/api/clients/" + client;
    var maya = service.maya();
    maya.post(path + "/notices")
        .body(
            Map.of(
                "version",
                "2026-02",
                "language",
                "en",
                "medium",
                "paper",
                "act",
                ClientService.act()))
        .send()
        .isCreated();
    var agreed =
        maya.post(path + "/agreements")
            .body(Map.of("version", "2026-02", "act", ClientService.act()))
            .send();
    maya.post(path + "/enrollment").ifMatch(agreed).send().isOk();
    var consent = service.consents(client, "Eve");
    var released = service.discloses(client, UUID.randomUUID());
    service.revokes(consent).isOk();
    var denied = service.asksTheDoor(referral(client, UUID.randomUUID(), "sending-1")).isOk();

    service.backedByPaul(maya, client);
    maya.delete(path + "/assignments/" + TokenIssuer.subject("paul")).send().hasStatus(204);

    // Registered, enrolled, assigned twice, unassigned, and an anchor for each of the two
    // decisions.
    var ofClient = about(client, 7);
    assertPromised(ofClient, "org.handrail.client.registered.v1");
    assertPromised(ofClient, "org.handrail.client.assigned.v1");
    assertPromised(ofClient, "org.handrail.client.unassigned.v1");
    assertPromised(ofClient, "org.handrail.client.enrolled.v1");
    assertPromised(ofClient, "org.handrail.ledger.anchored.v1");
    assertThat(ofClient)
        .extracting(ClientTopic::type)
        .startsWith("org.handrail.client.registered.v1");

    var ofConsent = about(consent, 2);
    assertPromised(ofConsent, "org.handrail.consent.activated.v1");
    assertPromised(ofConsent, "org.handrail.consent.revoked.v1");
    assertThat(recipients(ofConsent.getFirst())).containsExactly("harborlight", "riverbend");
    assertThat(recipients(ofConsent.getLast()))
        .as("who hears nothing more; the agency keeps the record")
        .containsExactly("harborlight");

    assertPromised(about(released, 1), "org.handrail.disclosure.released.v1");
    assertPromised(
        about(UUID.fromString(denied.at("/disclosureId")), 1), "org.handrail.disclosure.denied.v1");
    for (var record : ofClient) {
      assertThat(new String(record.value(), UTF_8)).doesNotContain("Eve", "Brook", "555-0100");
    }
  }

  @Test
  void aPersonWhomTwoAgenciesServeHasOneKey() {
    var name = "Twice " + UUID.randomUUID();
    var here = service.registers(name);
    var there = service.registers(service.carl(), name.toUpperCase(Locale.ROOT));
    var other = service.registers("Once " + UUID.randomUUID());
    assertThat(personKey(here)).isEqualTo(personKey(there)).isNotEqualTo(personKey(other));
  }

  private String personKey(UUID client) {
    var linked = on("handrail.person.v1", client, 1);
    assertPromised(linked, "org.handrail.person.linked.v1");
    return json(linked.getFirst()).at("/personKey").asString();
  }
}
