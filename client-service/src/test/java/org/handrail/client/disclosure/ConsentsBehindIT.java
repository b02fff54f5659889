package org.handrail.client.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.handrail.client.ClientService;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.TokenIssuer;
import org.junit.jupiter.api.Test;

@HandrailIT
class ConsentsBehindIT {
  private final ClientService service;

  ConsentsBehindIT(Api api, TokenIssuer tokens) {
    service = new ClientService(api, tokens);
  }

  @Test
  @Proves("R3")
  void saysOnWhichConsentAReleaseStandsAndUntilWhen() {
    var client = service.registers("Ana");
    var other = service.registers("Ben");
    service.consents(client, "Ana");
    service.consents(other, "Ben");
    var id = service.discloses(client, UUID.randomUUID());
    var ofOther = service.discloses(other, UUID.randomUUID());

    var answer = behind("maya", "riverbend", client, id, ofOther).isOk();

    assertThat(answer.json().at("/items")).hasSize(1);
    assertThat(answer.at("/items/0/disclosureId")).isEqualTo(id.toString());
    assertThat(answer.at("/items/0/status")).isEqualTo("active");
    assertThat(answer.at("/items/0/expires")).isEqualTo("at");
    assertThat(answer.at("/items/0/until")).isEqualTo("2030-01-01T00:00:00Z");
    assertThat(answer.json().at("/items/0/categories").valueStream().map(c -> c.asString()))
        .containsExactly("contact", "referral", "referral-status");
    service.maya().get("/api/consents/{id}", answer.at("/items/0/consentId")).send().isOk();
  }

  @Test
  @Proves("P2-REV-1")
  void ofWhomItWasTakenBackItIsTakenBackWhoeverItStillTells() {
    var client = service.registers("Ana");
    service.consents(client, "Ana");
    var id = service.discloses(client, UUID.randomUUID());
    var said = service.consents(client, "Ana");
    service
        .maya()
        .post("/api/consents/{id}/revocation", said)
        .body(Map.of("recipient", "harborlight", "act", ClientService.act()))
        .send()
        .isOk();
    assertThat(behind("maya", "riverbend", client, id).isOk().at("/items/0/status"))
        .isEqualTo("revoked");
  }

  @Test
  void strangersFindNothing() {
    var client = service.registers("Ana");
    service.consents(client, "Ana");
    var id = service.discloses(client, UUID.randomUUID());

    behind("paul", "riverbend", client, id).isNotFound();
    behind("carl", "cedarhouse", client, id).isNotFound();
    behind("maya", "riverbend", UUID.randomUUID(), id).isNotFound();
  }

  private Answer behind(String who, String agency, UUID client, UUID... disclosures) {
    var asked =
        Arrays.stream(disclosures).map(id -> "disclosure=" + id).collect(Collectors.joining("&"));
    return service
        .referralService()
        .get("/internal/consents-behind/{id}?" + asked, client)
        .header("Handrail-On-Behalf-Of-Subject", TokenIssuer.subject(who).value())
        .header("Handrail-On-Behalf-Of-Agency", agency)
        .send();
  }
}
