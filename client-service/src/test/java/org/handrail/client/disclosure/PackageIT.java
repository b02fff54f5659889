package org.handrail.client.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.client.Forms.referral;
import static org.handrail.client.disclosure.LedgerRows.ledger;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.client.ClientService;
import org.handrail.platform.caller.Role;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.TokenIssuer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@HandrailIT
class PackageIT {
  private final ClientService service;

  PackageIT(Api api, TokenIssuer tokens) {
    service = new ClientService(api, tokens);
  }

  @Test
  @Proves({"P2-NOT-1", "P2-NOT-2"})
  void whatIsReleasedComesWithTheNoticeAndTheScopeOfTheConsent() {
    var client = service.registers("Ana");
    service.consents(client, "Ana");
    var id = service.discloses(client, UUID.randomUUID());
    var received = service.hana().get("/api/disclosures/{id}", id).send().isOk();
    assertThat(received.at("/notice/shortText"))
        .isEqualTo("42 CFR part 2 prohibits unauthorized use or disclosure of these records.");
    assertThat(received.at("/notice/text"))
        .startsWith(
            "This record which has been disclosed to you is protected by Federal confidentiality"
                + " rules (42 CFR part 2).")
        .contains("civil, criminal, administrative, or legislative proceedings")
        .endsWith("(see 42 CFR 2.31).");
    assertThat(received.at("/notice/version")).isEqualTo("2.32-2024");
    assertThat(received.json().at("/scope/purposes").valueStream().map(JsonNode::asString))
        .containsExactly("TREAT");
    assertThat(received.json().at("/scope/categories").valueStream().map(JsonNode::asString))
        .containsExactly("contact", "referral", "referral-status");
    assertThat(received.at("/scope/expires")).isEqualTo("2030-01-01T00:00:00Z");
    assertThat(received.at("/scope/recipient")).isEqualTo("harborlight, riverbend");
    assertThat(received.at("/redisclosure")).isEqualTo("consent-only");
    assertThat(received.json().at("/labels").valueStream().map(JsonNode::asString))
        .contains("42CFRPart2", "NORDSCLCD");
    assertThat(received.header("Cache-Control")).contains("no-store");
  }

  @Test
  @Proves("P2-MIN-1")
  void onlyWhatWasAskedAndCoveredGoesFieldByField() {
    var client = service.registers("Ana");
    service.consents(client, "Ana");
    var referral = UUID.randomUUID();
    var decided = service.asksTheDoor(referral(client, referral, "sending-1")).isOk();
    assertThat(decided.at("/outcome")).isEqualTo("released");
    assertThat(decided.json().at("/released").valueStream().map(JsonNode::asString))
        .containsExactly("contact", "referral");
    assertThat(decided.json().at("/withheld").valueStream().map(JsonNode::asString))
        .containsExactly("demographics");

    var received =
        service.hana().get("/api/disclosures/{id}", decided.at("/disclosureId")).send().isOk();
    var content = received.json().at("/package");
    assertThat(content.propertyNames()).containsExactlyInAnyOrder("contact", "referral");
    assertThat(content.at("/contact").propertyNames())
        .containsExactlyInAnyOrder("nameToUse", "languages", "channels");
    assertThat(content.at("/contact/channels/phone").asString()).isEqualTo("555-0100");
    assertThat(content.at("/referral/need").asString()).isEqualTo("residential-treatment");
    assertThat(received.text()).doesNotContain("1990-05-17", client.toString());
  }

  @Test
  @Proves("P2-MIN-1")
  void aFieldOutsideTheAllowListIsRefused() {
    var client = service.registers("Ana");
    service.consents(client, "Ana");
    var request = referral(client, UUID.randomUUID(), "sending-1");
    var content =
        new HashMap<String, Object>(
            Map.of(
                "serviceId", UUID.randomUUID(), "service", "S", "need", "n", "urgency", "routine"));
    content.put("diagnosis", "F11.20");
    request.put("content", Map.of("referral", content));
    service
        .asksTheDoor(request)
        .isProblem(400, "invalid")
        .hasFault("/content/referral/diagnosis", "unknown-field");
    var unasked = referral(client, UUID.randomUUID(), "sending-1");
    unasked.put("required", List.of("contact"));
    service
        .asksTheDoor(unasked)
        .isProblem(400, "invalid")
        .hasFault("/content/referral", "not-asked");
    var unknown = referral(client, UUID.randomUUID(), "sending-1");
    unknown.put("required", List.of("contact", "referral", "treatment-record"));
    service
        .asksTheDoor(unknown)
        .isProblem(400, "invalid")
        .hasFault("/required/2", "not-released-here");
    assertThat(ledger(service, client)).isEmpty();
  }

  @Test
  void anUnusableNumberStaysAtHome() {
    var client =
        service
            .maya()
            .post("/api/clients")
            .body(
                Map.of(
                    "nameToUse",
                    "Una",
                    "legalName",
                    "Una Brook",
                    "contact",
                    Map.of("phone", "555-0199")))
            .send()
            .isCreated()
            .id();
    service.consents(client, "Una");
    var id = service.discloses(client, UUID.randomUUID());
    assertThat(service.hana().get("/api/disclosures/{id}", id).send().isOk().text())
        .doesNotContain("555-0199");
  }

  @Test
  @Proves("P2-QSO-1")
  void aPackageIsForItsTwoSidesOnly() {
    var client = service.registers("Ana");
    service.consents(client, "Ana");
    var id = service.discloses(client, UUID.randomUUID());
    service.priyaThePrivacyOfficer().get("/api/disclosures/{id}", id).send().isOk();
    service.rosaTheSupervisor().get("/api/disclosures/{id}", id).send().isOk();
    for (var stranger : List.of(service.paul(), service.carl(), service.ana())) {
      stranger.get("/api/disclosures/{id}", id).send().isNotFound();
    }
    for (var stranger : List.of(service.paul(), service.carl())) {
      stranger.get("/api/disclosures?clientId=" + client).send().isNotFound();
    }
  }

  @Test
  @Proves("P2-QSO-2")
  void atTheReceiverItsIntakeReadsAPackageAndNobodyElse() {
    var client = service.registers("Ana");
    service.consents(client, "Ana");
    var id = service.discloses(client, UUID.randomUUID());
    service.hana().get("/api/disclosures/{id}", id).send().isOk();
    for (var colleague : List.of(Role.PEER_SPECIALIST, Role.SUPERVISOR, Role.CLIENT)) {
      service.ofHarborlight(colleague).get("/api/disclosures/{id}", id).send().isNotFound();
    }
  }
}
