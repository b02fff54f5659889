package org.handrail.client.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.client.ClientService.act;
import static org.handrail.client.Forms.consentOf;
import static org.handrail.client.Forms.referral;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.client.AtTheDoor;
import org.handrail.client.Attentions;
import org.handrail.client.ClientService;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.TokenIssuer;
import org.junit.jupiter.api.Test;

/** What clients ask for beside their consents: restrictions, and who treats them. */
@HandrailIT
class ClientsWishesIT {
  private final ClientService service;
  private final AtTheDoor door;

  ClientsWishesIT(Api api, TokenIssuer tokens) {
    service = new ClientService(api, tokens);
    door = new AtTheDoor(service);
  }

  private Answer asks(UUID client, Map<String, Object> restriction) {
    return service.maya().post("/api/clients/{id}/restrictions", client).body(restriction).send();
  }

  @Test
  @Proves("P2-RGT-1")
  void aGrantedRestrictionOverridesTheConsent() {
    var client = service.registers("Rita");
    service.consents(client, "Rita");
    var asked = asks(client, Map.of("recipient", "harborlight", "act", act())).isCreated();
    assertThat(asked.at("/status")).isEqualTo("asked");
    assertThat(Attentions.asked("restriction-asked", client).at("/role").asString())
        .isEqualTo("privacy_officer");
    assertThat(door.answers(client)).as("nothing is decided yet").isEqualTo("released");

    var path = "/api/clients/%s/restrictions/%s".formatted(client, asked.id());
    var priya = service.priyaThePrivacyOfficer();
    priya
        .post(path + "/decision")
        .body(Map.of("granted", false))
        .send()
        .isProblem(400, "invalid")
        .hasFault("/reason", "missing");
    service
        .maya()
        .post(path + "/decision")
        .body(Map.of("granted", true))
        .send()
        .isProblem(403, "role-not-allowed");
    assertThat(
            priya
                .post(path + "/decision")
                .body(Map.of("granted", true))
                .send()
                .isOk()
                .at("/status"))
        .isEqualTo("granted");
    for (var again : List.of(true, false)) {
      priya
          .post(path + "/decision")
          .body(Map.of("granted", again))
          .send()
          .isProblem(409, "restriction-decided");
    }
    assertThat(door.answers(client)).isEqualTo("consent-restricted");

    service
        .maya()
        .post(path + "/end")
        .body(Map.of("act", act(Instant.parse("2020-03-01T10:00:00Z"))))
        .send()
        .isProblem(400, "invalid")
        .hasFault("/act/at", "before-restriction");
    assertThat(door.answers(client)).as("it stays").isEqualTo("consent-restricted");
    assertThat(
            service
                .maya()
                .post(path + "/end")
                .body(Map.of("act", act()))
                .send()
                .isOk()
                .at("/status"))
        .isEqualTo("ended");
    assertThat(door.answers(client)).isEqualTo("released");
    service
        .maya()
        .post(path + "/end")
        .body(Map.of("act", act()))
        .send()
        .isProblem(409, "restriction-not-in-force");
  }

  @Test
  @Proves("P2-RGT-1")
  void aRestrictionIsOnAPartyThatTheRegisterKnows() {
    var client = service.registers("Rita");
    asks(client, Map.of("recipient", "harborlight-treatment", "act", act()))
        .isProblem(400, "invalid")
        .hasFault("/recipient", "unknown");
    asks(service.registers("Rita"), Map.of("recipient", "riverbend", "act", act()))
        .isProblem(400, "invalid")
        .hasFault("/recipient", "is-the-discloser");
  }

  @Test
  @Proves({"P2-RGT-1", "P2-INT-0"})
  void aRestrictionOnTheIntermediaryStopsWhatGoesThroughIt() {
    var client = service.registers("Rita");
    var form = new HashMap<>(consentOf(client, "Rita"));
    form.put("recipients", Map.of("intermediary", "coalition", "members", List.of("harborlight")));
    form.put("disclosers", List.of("riverbend"));
    service.signs(service.drafts(form)).isOk();
    assertThat(door.answers(client)).isEqualTo("released");
    var asked = asks(client, Map.of("recipient", "coalition", "act", act())).isCreated();
    service
        .priyaThePrivacyOfficer()
        .post("/api/clients/%s/restrictions/%s/decision".formatted(client, asked.id()))
        .body(Map.of("granted", true))
        .send()
        .isOk();
    assertThat(door.answers(client)).isEqualTo("consent-restricted");
    service.consents(client, "Rita");
    assertThat(door.answers(client)).as("straight to Harborlight it may go").isEqualTo("released");
  }

  @Test
  @Proves("P2-RGT-1")
  void whatWasPaidInFullIsKeptFromTheHealthPlanWithoutAnybodysDecision() {
    var client = service.registers("Rita");
    var form = new HashMap<>(consentOf(client, "Rita"));
    form.put("recipients", Map.of("named", List.of("county-health-plan")));
    form.put("purposes", List.of("HPAYMT"));
    service.signs(service.drafts(form)).isOk();
    var bill = new HashMap<>(referral(client, UUID.randomUUID(), "sending-1"));
    bill.put("recipient", "county-health-plan");
    bill.put("purpose", "HPAYMT");
    assertThat(door.answers(bill)).isEqualTo("released");

    asks(client, Map.of("recipient", "harborlight", "paidInFull", true, "act", act()))
        .isProblem(422, "not-a-health-plan");
    var granted =
        asks(client, Map.of("recipient", "county-health-plan", "paidInFull", true, "act", act()))
            .isCreated();
    assertThat(granted.at("/status")).isEqualTo("granted");
    bill.put("referralId", UUID.randomUUID());
    assertThat(door.answers(bill)).isEqualTo("consent-restricted");
  }

  @Test
  void aRefusalIsKeptWithItsReasonForTheClientToRead() {
    var client = service.registers("Rita");
    var asked = asks(client, Map.of("recipient", "harborlight", "act", act())).isCreated();
    service
        .priyaThePrivacyOfficer()
        .post("/api/clients/%s/restrictions/%s/decision".formatted(client, asked.id()))
        .body(Map.of("granted", false, "reason", "Harborlight is treating you at this moment"))
        .send()
        .isOk();
    var listed = service.maya().get("/api/clients/{id}/restrictions", client).send().isOk().json();
    assertThat(listed.at("/items/0/status").asString()).isEqualTo("refused");
    assertThat(listed.at("/items/0/reason").asString()).startsWith("Harborlight is treating");
  }

  @Test
  void strangersFindNeitherTheRestrictionsNorTheTreatment() {
    var client = service.registers("Rita");
    var asked = asks(client, Map.of("recipient", "harborlight", "act", act())).isCreated();
    var ofAnother = service.registers("Ruth");
    for (var stranger : List.of(service.paul(), service.carl())) {
      stranger.get("/api/clients/{id}/restrictions", client).send().isNotFound();
      stranger.get("/api/clients/{id}/treating-relationships", client).send().isNotFound();
      stranger
          .post("/api/clients/{id}/treating-relationships", client)
          .body(Map.of("provider", "harborlight"))
          .send()
          .isNotFound();
      stranger
          .post("/api/clients/%s/restrictions/%s/end".formatted(client, asked.id()))
          .body(Map.of("act", act()))
          .send()
          .isNotFound();
    }
    service
        .priyaThePrivacyOfficer()
        .post("/api/clients/%s/restrictions/%s/decision".formatted(ofAnother, asked.id()))
        .body(Map.of("granted", true))
        .send()
        .isNotFound();
  }

  @Test
  @Proves("P2-TPR-1")
  void whoeverAcceptedTreatsNobodyBeforeTheClientAgreed() {
    var client = service.registers("Una");
    var form = new HashMap<>(consentOf(client, "Una"));
    form.put("recipients", Map.of("intermediary", "coalition", "class", "treating"));
    service.signs(service.drafts(form)).isOk();
    var path = "/api/clients/" + client + "/treating-relationships";
    var maya = service.maya();
    var one =
        path
            + "/"
            + maya.post(path).body(Map.of("provider", "harborlight")).send().isCreated().id();
    maya.post(one + "/acceptance")
        .body(Map.of("acceptance", "told", "at", "2026-11-02T10:00:00Z"))
        .send()
        .isOk();
    assertThat(door.answers(client)).isEqualTo("consent-not-treating");
    maya.post(one + "/agreement").body(Map.of("act", act(Instant.now()))).send().isOk();
    assertThat(door.answers(referral(client, UUID.randomUUID(), "sending-1")))
        .isEqualTo("released");
  }

  @Test
  @Proves({"P2-TPR-1", "P2-INT-0"})
  void aGeneralDesignationReachesThoseAloneWhoTreatTheClientNow() {
    var client = service.registers("Tom");
    var form = new HashMap<>(consentOf(client, "Tom"));
    form.put("recipients", Map.of("intermediary", "coalition", "class", "treating"));
    service.signs(service.drafts(form)).isOk();
    assertThat(door.answers(client)).isEqualTo("consent-not-treating");

    var path = "/api/clients/" + client + "/treating-relationships";
    var maya = service.maya();
    maya.post(path)
        .body(Map.of("provider", "cedarhouse", "act", act()))
        .send()
        .isProblem(422, "cannot-treat");
    var proposed = maya.post(path).body(Map.of("provider", "harborlight")).send().isCreated();
    assertThat(proposed.at("/status")).isEqualTo("proposed");
    var one = path + "/" + proposed.id();
    maya.post(one + "/agreement")
        .body(Map.of("act", act()))
        .send()
        .isProblem(400, "invalid")
        .hasFault("/act/at", "before-proposal");
    maya.post(one + "/agreement")
        .body(Map.of("act", act(Instant.now().plusSeconds(240))))
        .send()
        .isOk();
    assertThat(door.answers(client))
        .as("the provider did not accept")
        .isEqualTo("consent-not-treating");
    maya.post(one + "/acceptance")
        .body(Map.of("acceptance", "told", "at", Instant.now().plusSeconds(600).toString()))
        .send()
        .isProblem(400, "invalid")
        .hasFault("/at", "in-future");
    var treating =
        maya.post(one + "/acceptance")
            .body(Map.of("acceptance", "told", "at", "2026-11-02T10:00:00Z"))
            .send()
            .isOk();
    assertThat(treating.at("/status")).isEqualTo("treating");
    var request = referral(client, UUID.randomUUID(), "sending-1");
    assertThat(door.answers(request)).isEqualTo("released");
    var ledger = maya.get("/api/disclosures?clientId=" + client).send().isOk().json();
    assertThat(ledger.at("/items/2/via").asString()).isEqualTo("coalition");
    var why =
        maya.get("/api/disclosures/{id}/explanation", ledger.at("/items/1/id").asString())
            .send()
            .isOk();
    assertThat(why.at("/consents/0/code"))
        .as("that it had been accepted long before was not known then")
        .isEqualTo("consent-not-treating");

    maya.post(one + "/end").send().isOk();
    assertThat(door.answers(client)).as("the treatment ended").isEqualTo("consent-not-treating");
    maya.post(one + "/agreement")
        .body(Map.of("act", act()))
        .send()
        .isProblem(409, "treating-already-so");
  }

  @Test
  @Proves("P2-TPR-1")
  void whoTreatsTheClientIsOnRecordOnceAndEndsOnEachRecordOfTheirs() {
    var merged = service.registers("Tom");
    var surviving = service.registers("Tom");
    var form = new HashMap<>(consentOf(merged, "Tom"));
    form.put("recipients", Map.of("intermediary", "coalition", "class", "treating"));
    service.signs(service.drafts(form)).isOk();
    treats(merged);
    var treating = treats(surviving);
    service
        .maya()
        .post(treatments(surviving))
        .body(Map.of("provider", "harborlight"))
        .send()
        .isProblem(409, "treating-already-so");
    service.merges(merged, surviving).isCreated();
    assertThat(door.answers(merged)).isEqualTo("released");

    service.maya().post(treatments(surviving) + "/" + treating + "/end").send().isOk();

    assertThat(door.answers(merged)).isEqualTo("consent-not-treating");
    var there = service.maya().get(treatments(merged)).send().isOk();
    assertThat(there.at("/items/0/status")).isEqualTo("ended");
    service.rosaTheSupervisor().delete("/api/clients/{id}/merge", merged).send().hasStatus(204);
    assertThat(door.answers(merged)).isEqualTo("consent-not-treating");
    treats(merged);
    assertThat(door.answers(merged)).as("it begins anew").isEqualTo("released");
  }

  /** Harborlight treats that client; gives the relationship's id. */
  private UUID treats(UUID client) {
    var proposed =
        service
            .maya()
            .post(treatments(client))
            .body(Map.of("provider", "harborlight", "act", act()))
            .send()
            .isCreated();
    service
        .maya()
        .post(treatments(client) + "/" + proposed.id() + "/acceptance")
        .body(Map.of("acceptance", "told", "at", "2026-11-02T10:00:00Z"))
        .send()
        .isOk();
    return proposed.id();
  }

  private static String treatments(UUID client) {
    return "/api/clients/" + client + "/treating-relationships";
  }

  @Test
  @Proves("P2-INT-0")
  void nothingGoesThroughAPartyThatIsNoIntermediary() {
    var client = service.registers("Tom");
    var form = new HashMap<>(consentOf(client, "Tom"));
    form.put("recipients", Map.of("intermediary", "harborlight", "members", List.of("cedarhouse")));
    service
        .signs(service.drafts(form))
        .isProblem(422, "consent-deficient")
        .hasFault("/recipients/intermediary", "not-an-intermediary");
  }

  @Test
  @Proves("P2-CON-6")
  void whatAReceiverIsDecidesWhatItMayPassOn() {
    var client = service.registers("Pia");
    var single = new HashMap<>(consentOf(client, "Pia"));
    single.put("purposes", List.of("TREAT", "HPAYMT", "HOPERAT"));
    single.put("recipients", Map.of("named", List.of("harborlight", "cedarhouse", "samhsa")));
    service.signs(service.drafts(single)).isOk();
    // The residence is a place of the community, which is told less; a funder is not.
    for (var recipient : List.of("harborlight", "cedarhouse", "samhsa")) {
      var sending = new HashMap<>(referral(client, UUID.randomUUID(), "sending-1"));
      sending.put("recipient", recipient);
      assertThat(door.answers(sending)).as(recipient).isEqualTo("released");
    }
    var ledger = service.maya().get("/api/disclosures?clientId=" + client).send().isOk().json();
    assertThat(ledger.at("/items/0/redisclosure").asString()).isEqualTo("hipaa");
    assertThat(ledger.at("/items/1/redisclosure").asString()).isEqualTo("consent-only");
    assertThat(ledger.at("/items/1/recipientStandings/0").asString()).isEqualTo("lawfulHolder");
    assertThat(ledger.at("/items/2/redisclosure").asString()).isEqualTo("consent-only");
  }
}
