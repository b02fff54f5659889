package org.handrail.client.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.client.Forms.consentOf;
import static org.handrail.client.disclosure.ClientTopic.about;
import static org.handrail.client.disclosure.ClientTopic.assertPromised;
import static org.handrail.client.disclosure.ClientTopic.json;
import static org.handrail.client.disclosure.ClientTopic.recipients;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.client.ClientService;
import org.handrail.client.JudgedAnew;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.TokenIssuer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What each change of a consent tells on Kafka: who hears nothing more, and what has gone out. */
@HandrailIT
class RevocationsToldIT {
  private final ClientService service;

  RevocationsToldIT(Api api, TokenIssuer tokens) {
    service = new ClientService(api, tokens);
  }

  @Test
  @Proves("P2-REV-1")
  void whoeverAnotherConsentNamesIsNotLeftWithNothingByOneThatNamesNobody() {
    var client = service.registers("Eve");
    var form = new HashMap<>(consentOf(client, "Eve"));
    form.put("recipients", Map.of("intermediary", "coalition", "class", "treating"));
    var designated = service.signs(service.drafts(form)).isOk().id();
    service.consents(client, "Eve");

    service.revokes(designated).isOk();

    var told = about(designated, 2);
    assertPromised(told, "org.handrail.consent.revoked.v1");
    assertThat(recipients(told.getLast())).containsExactly("cedarhouse");
  }

  @Test
  @Proves({"P2-REV-1", "P2-CON-8"})
  void whoeverAConsentThatBindsNamesIsNotLeftWithNothing() {
    var client = service.registers("Eve");
    var form = new HashMap<>(consentOf(client, "Eve"));
    form.put("recipients", Map.of("named", List.of("county-probation")));
    form.put("categories", List.of("attendance"));
    form.put("purposes", List.of("CJ"));
    var whole = service.signs(service.drafts(form)).isOk().id();
    var oneParty = service.signs(service.drafts(form)).isOk().id();
    var everything = service.consents(client, "Eve");
    form.put("irrevocableUntil", "the case is closed");
    service.signs(service.drafts(form)).isOk();

    service.revokes(whole).isOk();
    takesBack(oneParty, Map.of("recipient", "county-probation"));
    takesBack(everything, Map.of("nobody", true));

    for (var said : List.of(whole, oneParty)) {
      assertThat(revoked(said).at("/recipients").isArray()).isTrue();
      assertThat(revoked(said).at("/recipients")).isEmpty();
    }
    assertThat(revoked(oneParty).at("/recipient").asString()).isEqualTo("county-probation");
    assertThat(revoked(everything).at("/recipients").valueStream().map(JsonNode::asString))
        .contains("harborlight", "cedarhouse")
        .doesNotContain("county-probation");
  }

  private void takesBack(UUID consent, Map<String, Object> extent) {
    var body = new HashMap<>(extent);
    body.put("act", ClientService.act());
    service.maya().post("/api/consents/{id}/revocation", consent).body(body).send().isOk();
  }

  private static JsonNode revoked(UUID consent) {
    var told = about(consent, 2);
    assertPromised(told, "org.handrail.consent.revoked.v1");
    return json(told.getLast());
  }

  @Test
  @Proves("P2-REV-1")
  void eachChangeTellsWhatTheDoorMakesOfTheReferralsThatHaveGoneOut() {
    var client = service.registers("Eve");
    var first = service.consents(client, "Eve");
    var referral = UUID.randomUUID();
    service.discloses(client, referral);
    service.revokes(first).isOk();
    var forPayment = new HashMap<>(consentOf(client, "Eve"));
    forPayment.put("purposes", List.of("HPAYMT"));
    forPayment.put("categories", List.of("contact"));
    var second = service.signsNow(forPayment).id();
    var form = new HashMap<>(consentOf(client, "Eve"));
    form.put("recipients", Map.of("named", List.of("harborlight")));
    var third = service.signsNow(form).id();

    assertThat(told(first, 2)).isEqualTo("closed " + referral);
    assertThat(told(second, 1)).as("it covers nothing of it").isEqualTo("closed " + referral);
    assertThat(told(third, 1)).isEqualTo("open " + referral);
  }

  @Test
  @Proves("P2-RGT-1")
  void whatIsOnlyRestrictedWasNotTakenBackAndIsOpenOnceThatEnds() {
    var client = service.registers("Eve");
    var consent = service.consents(client, "Eve");
    var referral = UUID.randomUUID();
    service.discloses(client, referral);
    var restriction = service.restricts(client, "harborlight");
    var form = new HashMap<>(consentOf(client, "Eve"));
    form.put("recipients", Map.of("named", List.of("cedarhouse")));
    var meanwhile = service.signsNow(form).id();

    service
        .maya()
        .post("/api/clients/%s/restrictions/%s/end".formatted(client, restriction))
        .body(Map.of("act", ClientService.actNow()))
        .send()
        .isOk();
    service.revokes(consent).isOk();

    assertThat(told(meanwhile, 1)).as("nobody took it back").isEmpty();
    assertThat(JudgedAnew.of(client, 1)).containsExactly("open " + referral);
    assertThat(told(consent, 2)).isEqualTo("closed " + referral);
  }

  @Test
  @Proves("P2-TPR-1")
  void whatWaitsForWhoTreatsTheClientIsJudgedAnewOnceTheyDo() {
    var client = service.registers("Eve");
    var form = new HashMap<>(consentOf(client, "Eve"));
    form.put("recipients", Map.of("intermediary", "coalition", "class", "treating"));
    service.signs(service.drafts(form)).isOk();
    var path = "/api/clients/" + client + "/treating-relationships/";
    var first = proposed(client);
    takesPart(path + first + "/agreement", Map.of("act", ClientService.actNow()));
    takesPart(path + first + "/acceptance", accepted());
    var referral = UUID.randomUUID();
    service.discloses(client, referral);
    takesPart(path + first + "/end", Map.of());

    var again = proposed(client);
    takesPart(path + again + "/agreement", Map.of("act", ClientService.actNow()));
    takesPart(path + again + "/acceptance", accepted());
    takesPart(path + again + "/end", Map.of());
    var third = proposed(client);
    takesPart(path + third + "/acceptance", accepted());
    takesPart(path + third + "/agreement", Map.of("act", ClientService.actNow()));

    assertThat(JudgedAnew.of(client, 2)).containsExactly("open " + referral, "open " + referral);
  }

  private UUID proposed(UUID client) {
    return service
        .maya()
        .post("/api/clients/{id}/treating-relationships", client)
        .body(Map.of("provider", "harborlight"))
        .send()
        .isCreated()
        .id();
  }

  private static Map<String, Object> accepted() {
    return Map.of("acceptance", "told", "at", Instant.now().toString());
  }

  private void takesPart(String step, Map<String, Object> body) {
    service.maya().post(step).body(body).send().isOk();
  }

  @Test
  @Proves("P2-REV-1")
  void whatHadRunOutBeforeItWentOutUnknownThenWasNotTakenBack() {
    var client = service.registers("Eve");
    var form = new HashMap<>(consentOf(client, "Eve"));
    form.put("expires", Map.of("event", "I have moved in"));
    var consent = service.signs(service.drafts(form)).isOk().id();
    var referral = UUID.randomUUID();
    service.discloses(client, referral);
    service
        .maya()
        .post("/api/consents/{id}/events", consent)
        .body(Map.of("event", "I have moved in", "act", ClientService.act()))
        .send()
        .isOk();
    var toTheHouse = new HashMap<>(consentOf(client, "Eve"));
    toTheHouse.put("recipients", Map.of("named", List.of("cedarhouse")));
    var meanwhile = service.signsNow(toTheHouse).id();

    service.revokes(consent).isOk();

    assertThat(told(meanwhile, 1)).as("nobody took it back").isEmpty();
    assertThat(told(consent, 2)).isEqualTo("closed " + referral);
  }

  @Test
  @Proves("P2-REV-1")
  void whatIsNarrowedLeavesOpenWhatHasBeenReadAndClosesWhatHasNot() {
    var client = service.registers("Eve");
    var form = new HashMap<>(consentOf(client, "Eve"));
    form.put("categories", List.of("contact", "referral", "referral-status", "demographics"));
    var wide = service.signs(service.drafts(form)).isOk().id();
    var read = UUID.randomUUID();
    var unread = UUID.randomUUID();
    var package1 = service.discloses(client, read);
    service.hana().get("/api/disclosures/{id}", package1).send().isOk();
    var package2 = service.discloses(client, unread);
    var narrow = new HashMap<>(consentOf(client, "Eve"));
    narrow.put("replaces", wide);
    var signed = service.signsNow(narrow).id();

    var told = json(about(signed, 1).getFirst());
    assertThat(told.at("/open").valueStream().map(JsonNode::asString))
        .containsExactly(read.toString());
    assertThat(told.at("/closed").valueStream().map(JsonNode::asString))
        .containsExactly(unread.toString());
    service.hana().get("/api/disclosures/{id}", package1).send().isOk();
    service.hana().get("/api/disclosures/{id}", package2).send().isNotFound();
  }

  /** What the last of so many events of a consent tells of the client's one referral. */
  private static String told(UUID consent, int events) {
    var data = json(about(consent, events).getLast());
    if (data.has("open")) {
      return "open " + data.at("/open/0").asString();
    }
    return data.has("closed") ? "closed " + data.at("/closed/0").asString() : "";
  }
}
