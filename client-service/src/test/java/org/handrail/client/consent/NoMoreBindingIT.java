package org.handrail.client.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.client.ClientService.act;
import static org.handrail.client.ClientService.actNow;
import static org.handrail.client.Forms.consentOf;
import static org.handrail.platform.caller.Role.INTAKE_COORDINATOR;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.client.Attentions;
import org.handrail.client.ClientService;
import org.handrail.client.Forms;
import org.handrail.client.JudgedAnew;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.TokenIssuer;
import org.junit.jupiter.api.Test;

/** A consent that bound, once the event has happened that it names. */
@HandrailIT
class NoMoreBindingIT {
  private static final String CLOSED = "the case is closed";

  private final ClientService service;
  private final Api probation;

  NoMoreBindingIT(Api api, TokenIssuer tokens) {
    service = new ClientService(api, tokens);
    probation = api.as(tokens.person("otto").of("county-probation").as(INTAKE_COORDINATOR));
  }

  @Test
  @Proves({"P2-REV-1", "P2-CON-8"})
  void whatTheClientTookBackMeanwhileHoldsForItFromThenOnAndIsTold() {
    var client = service.registers("Cal");
    var bound = toProbation(client);
    var referral = UUID.randomUUID();
    var read = discloses(client, referral);
    probation.get("/api/disclosures/{id}", read).send().isOk();
    var other = UUID.randomUUID();
    var unread = discloses(client, other);
    takesEverythingBack(bound, Map.of("tellRecipients", true));

    happens(bound);

    probation.get("/api/disclosures/{id}", unread).send().isNotFound();
    assertThat(JudgedAnew.of(client, 1))
        .containsExactlyInAnyOrder("closed " + referral, "closed " + other);
    assertThat(Attentions.about(read, 1)).containsExactly("consent-revoked intake_coordinator");
  }

  @Test
  @Proves({"P2-REV-1", "P2-CON-8"})
  void whoWantedNobodyToldOfItAtFirstMaySayThatTheyDo() {
    var client = service.registers("Cal");
    var bound = toProbation(client);
    var read = discloses(client, UUID.randomUUID());
    probation.get("/api/disclosures/{id}", read).send().isOk();
    takesEverythingBack(bound, Map.of());
    takesEverythingBack(bound, Map.of("tellRecipients", true));

    happens(bound);

    assertThat(Attentions.about(read, 1)).containsExactly("consent-revoked intake_coordinator");
  }

  private UUID toProbation(UUID client) {
    var form = new HashMap<String, Object>(consentOf(client, "Cal"));
    form.put("irrevocableUntil", CLOSED);
    form.put("recipients", Map.of("named", List.of("county-probation")));
    form.put("categories", List.of("contact", "referral"));
    form.put("purposes", List.of("CJ"));
    return service.signs(service.drafts(form)).isOk().id();
  }

  private UUID discloses(UUID client, UUID referral) {
    var asked = new HashMap<>(Forms.referral(client, referral, "sending-1"));
    asked.put("recipient", "county-probation");
    asked.put("purpose", "CJ");
    asked.put("optional", List.of());
    return UUID.fromString(service.asksTheDoor(asked).isOk().at("/disclosureId"));
  }

  private void takesEverythingBack(UUID consent, Map<String, Object> more) {
    var body = new HashMap<>(more);
    body.put("nobody", true);
    body.put("act", actNow());
    service.maya().post("/api/consents/{id}/revocation", consent).body(body).send().isOk();
  }

  private void happens(UUID consent) {
    service
        .maya()
        .post("/api/consents/{id}/events", consent)
        .body(Map.of("event", CLOSED, "act", act()))
        .send()
        .isOk();
  }
}
