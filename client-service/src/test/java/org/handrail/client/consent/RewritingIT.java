package org.handrail.client.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.client.ClientService.act;
import static org.handrail.client.Forms.consentOf;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.client.AtTheDoor;
import org.handrail.client.ClientService;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.TokenIssuer;
import org.junit.jupiter.api.Test;

@HandrailIT
class RewritingIT {
  private final ClientService service;
  private final AtTheDoor door;

  RewritingIT(Api api, TokenIssuer tokens) {
    service = new ClientService(api, tokens);
    door = new AtTheDoor(service);
  }

  @Test
  void aDraftGivesWayToTheOneThatIsWrittenAnew() {
    var client = service.registers("Ana");
    var first = service.drafts(consentOf(client, "Ana"));
    var second = service.drafts(replacing(first.id(), client));
    var given = read(first.id());
    assertThat(given.at("/status")).isEqualTo("superseded");
    service.signs(first).isProblem(412, "version-conflict");
    service.signs(given).isProblem(409, "consent-rewritten");
    service
        .maya()
        .post("/api/consents/{id}/refusal", first.id())
        .body(Map.of("act", act()))
        .send()
        .isProblem(409, "consent-rewritten");
    service
        .maya()
        .post("/api/consents")
        .body(replacing(first.id(), client))
        .send()
        .isProblem(409, "consent-rewritten");
    assertThat(service.signs(second).isOk().at("/status")).isEqualTo("active");
    assertThat(read(first.id()).at("/status")).isEqualTo("superseded");
  }

  @Test
  void nothingSaysThatItIsNotSignedForADraftThatGaveWay() {
    var client = service.registers("Ana");
    var toHarborlight = service.drafts(consentOf(client, "Ana"));
    assertThat(door.previews(client).at("/code")).isEqualTo("consent-not-active");
    var elsewhere = new HashMap<>(replacing(toHarborlight.id(), client));
    elsewhere.put("recipients", Map.of("named", List.of("lakeview")));
    service.signs(service.drafts(elsewhere)).isOk();
    assertThat(door.previews(client).at("/code")).isEqualTo("consent-recipient");
  }

  @Test
  void whatADraftWouldHaveReplacedIsReplacedByTheOneThatTookItsPlace() {
    var client = service.registers("Ana");
    var signed = service.consents(client, "Ana");
    var first = service.drafts(replacing(signed, client));
    var second = service.drafts(replacing(first.id(), client));
    assertThat(second.at("/replaces")).isEqualTo(signed.toString());
    assertThat(read(signed).at("/status")).isEqualTo("active");
    service.signs(second).isOk();
    assertThat(read(signed).at("/status")).isEqualTo("superseded");
  }

  private static Map<String, Object> replacing(UUID consent, UUID client) {
    var form = new HashMap<String, Object>(consentOf(client, "Ana"));
    form.put("replaces", consent);
    return form;
  }

  private Answer read(UUID consent) {
    return service.maya().get("/api/consents/{id}", consent).send().isOk();
  }
}
