package org.handrail.client.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.client.ClientService.act;
import static org.handrail.client.Forms.answer;
import static org.handrail.client.Forms.consentOf;
import static org.handrail.client.Forms.referral;
import static org.handrail.client.disclosure.LedgerRows.ledger;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.client.ClientService;
import org.handrail.client.encounter.Meetings;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.TokenIssuer;
import org.junit.jupiter.api.Test;

@HandrailIT
class WayBackIT {
  private final ClientService service;
  private final Meetings meetings;

  WayBackIT(Api api, TokenIssuer tokens) {
    service = new ClientService(api, tokens);
    meetings = new Meetings(api, tokens);
  }

  @Test
  void theAnswerIsADisclosureOfTheReceiver() {
    var client = service.registers("Ana");
    service.consents(client, "Ana");
    var referral = UUID.randomUUID();
    var sent = service.discloses(client, referral);
    var answered = service.asksTheDoor(answer(sent, referral, "acknowledged-2")).isOk();
    assertThat(answered.at("/outcome")).isEqualTo("released");
    var id = answered.at("/disclosureId");
    var read = service.maya().get("/api/disclosures/{id}", id).send().isOk();
    assertThat(read.at("/package/referral-status/businessStatus")).isEqualTo("acknowledged");
    assertThat(read.at("/discloser")).isEqualTo("harborlight");
    service.hana().get("/api/disclosures/{id}", id).send().isOk();
    service.paul().get("/api/disclosures/{id}", id).send().isNotFound();
    service.carl().get("/api/disclosures/{id}", id).send().isNotFound();
    assertThat(ledger(service, client)).hasSize(2);
  }

  @Test
  @Proves("P2-LOG-2")
  void withoutTheWayBackTheAnswerStaysAndOnlyTheClientSeesThatThereWasOne() {
    var client = service.registers("Ana");
    signsForOneWay(client);
    var referral = UUID.randomUUID();
    var sent = service.discloses(client, referral);
    var answered = service.asksTheDoor(answer(sent, referral, "acknowledged-2")).isOk();
    assertThat(answered.at("/code")).isEqualTo("consent-discloser");
    assertThat(ledger(service, client)).as("what the requester's staff see").hasSize(1);
    service.hasOwnSignIn(client, "ana");
    assertThat(
            service
                .ana()
                .get("/api/disclosures?clientId=" + client)
                .send()
                .isOk()
                .json()
                .at("/items"))
        .hasSize(2);
  }

  @Test
  void saysBeforehandWhetherAnswersCouldComeBack() {
    var client = service.registers("Ana");
    assertThat(wayBack(client)).isFalse();
    service.consents(client, "Ana");
    assertThat(wayBack(client)).isTrue();
    assertThat(ledger(service, client)).isEmpty();
  }

  @Test
  @Proves("P2-REV-1")
  void whatIsTakenBackOfOnePlaceLeavesTheAnswersOfAnotherAlone() {
    var client = service.registers("Ana");
    var asked = service.consents(client, "Ana");
    var toTheHouse = new HashMap<>(consentOf(client, "Ana"));
    toTheHouse.put("disclosers", List.of("riverbend", "cedarhouse"));
    toTheHouse.put("recipients", Map.of("named", List.of("cedarhouse", "riverbend")));
    var house = service.signs(service.drafts(toTheHouse)).isOk().id();

    assertThat(service.revokes(house).isOk().at("/status")).isEqualTo("revoked");

    assertThat(wayBack(client)).isTrue();
    var kept = service.maya().get("/api/consents/{id}", asked).send().isOk();
    assertThat(kept.at("/status")).isEqualTo("active");
    assertThat(kept.json().has("barred")).isFalse();
    var referral = UUID.randomUUID();
    var sent = service.discloses(client, referral);
    assertThat(service.asksTheDoor(answer(sent, referral, "acknowledged-2")).isOk().at("/outcome"))
        .isEqualTo("released");
  }

  @Test
  @Proves("P2-REV-1")
  void nothingMoreComesFromAPlaceOfWhatWasTakenBackHoweverThePapersAreGrouped() {
    var client = service.registers("Ana");
    var alone = service.consents(client, "Ana");
    var together = new HashMap<>(consentOf(client, "Ana"));
    together.put("disclosers", List.of("riverbend", "harborlight", "cedarhouse"));
    together.put("recipients", Map.of("named", List.of("harborlight", "cedarhouse", "riverbend")));
    var both = service.signs(service.drafts(together)).isOk().id();
    var asAnswerer = new HashMap<>(together);
    asAnswerer.put("recipients", Map.of("named", List.of("cedarhouse", "riverbend")));
    var other = service.signs(service.drafts(asAnswerer)).isOk().id();
    var referral = UUID.randomUUID();
    var sent = service.discloses(client, referral);

    service.revokes(alone).isOk();

    var answered = service.asksTheDoor(answer(sent, referral, "acknowledged-2")).isOk();
    assertThat(answered.at("/code")).isEqualTo("consent-revoked");
    assertThat(wayBack(client)).isFalse();
    for (var kept : List.of(both, other)) {
      var seen = service.maya().get("/api/consents/{id}", kept).send().isOk();
      assertThat(seen.at("/status")).isEqualTo("active");
      assertThat(seen.at("/barred/0")).isEqualTo("harborlight");
      assertThat(seen.json().at("/barred")).hasSize(1);
    }
    var toTheHouse = new HashMap<>(referral(client, referral, "sending-3"));
    toTheHouse.put("recipient", "cedarhouse");
    var atTheHouse = service.asksTheDoor(toTheHouse).isOk();
    var ofTheHouse =
        new HashMap<>(
            answer(UUID.fromString(atTheHouse.at("/disclosureId")), referral, "acknowledged-4"));
    ofTheHouse.put("discloser", "cedarhouse");
    ofTheHouse.put(
        "onBehalfOf",
        Map.of("subject", TokenIssuer.subject("carl").value(), "agency", "cedarhouse"));
    assertThat(service.asksTheDoor(ofTheHouse).isOk().at("/outcome")).isEqualTo("released");
  }

  private boolean wayBack(UUID client) {
    return foreseen(client, "").isOk().json().at("/wayBack").asBoolean();
  }

  private Answer foreseen(UUID client, String more) {
    return service
        .referralService()
        .get("/internal/way-back/{id}?recipient=harborlight&purpose=TREAT" + more, client)
        .header("Handrail-On-Behalf-Of-Subject", TokenIssuer.subject("maya").value())
        .header("Handrail-On-Behalf-Of-Agency", "riverbend")
        .send();
  }

  @Test
  @Proves("P2-RGT-1")
  void saysBeforehandWhetherTheSendingWouldGo() {
    var client = service.registers("Ana");
    var sending = "&required=contact&required=referral";
    assertThat(foreseen(client, sending).isOk().at("/sending/code")).isEqualTo("consent-missing");
    service.consents(client, "Ana");
    assertThat(foreseen(client, sending).isOk().at("/sending/outcome")).isEqualTo("released");
    assertThat(foreseen(client, "").isOk().json().has("sending")).isFalse();
    assertThat(foreseen(client, "&required=demographics").isOk().at("/sending/code"))
        .isEqualTo("consent-category");
    restricts(client);
    var restricted = foreseen(client, sending).isOk();
    assertThat(restricted.at("/sending/outcome")).isEqualTo("denied");
    assertThat(restricted.at("/sending/code")).isEqualTo("consent-restricted");
    assertThat(restricted.json().at("/wayBack").asBoolean())
        .as("the restriction is on what goes there")
        .isTrue();
    assertThat(ledger(service, client)).isEmpty();
    for (var other : List.of("no-such", "plan")) {
      foreseen(client, "&required=" + other).isProblem(400, "invalid");
    }
  }

  private void restricts(UUID client) {
    var asked =
        service
            .maya()
            .post("/api/clients/{id}/restrictions", client)
            .body(Map.of("recipient", "harborlight", "act", act()))
            .send()
            .isCreated();
    service
        .priyaThePrivacyOfficer()
        .post("/api/clients/%s/restrictions/%s/decision".formatted(client, asked.id()))
        .body(Map.of("granted", true))
        .send()
        .isOk();
  }

  @Test
  void thatAnAnswerWasWithheldShowsInNoPageOfTheLedger() {
    var client = service.registers("Ana");
    var oneWay = new HashMap<>(consentOf(client, "Ana"));
    oneWay.put("disclosers", List.of("riverbend"));
    oneWay.put("recipients", Map.of("named", List.of("harborlight")));
    oneWay.put("categories", List.of("contact", "referral"));
    service.signs(service.drafts(oneWay)).isOk();
    var referral = UUID.randomUUID();
    var sent = service.discloses(client, referral);
    var page = "/api/disclosures?clientId=" + client + "&limit=1";
    var before = service.maya().get(page).send().isOk().text();
    for (var step : List.of("acknowledged-2", "accepted-3")) {
      assertThat(service.asksTheDoor(answer(sent, referral, step)).isOk().at("/outcome"))
          .isEqualTo("denied");
    }
    assertThat(service.maya().get(page).send().isOk().text()).isEqualTo(before);
    service.consents(client, "Ana");
    service.asksTheDoor(answer(sent, referral, "intake-scheduled-4")).isOk();
    var rows = ledger(service, client);
    assertThat(rows).hasSize(2);
    assertThat(rows.get(1).at("/step").asString()).isEqualTo("intake-scheduled");
    var first = service.maya().get(page).send().isOk();
    var second = service.maya().get(page + "&after=" + first.at("/next")).send().isOk();
    assertThat(second.at("/items/0/id")).isEqualTo(rows.get(1).at("/id").asString());
    assertThat(second.json().at("/next").asString("")).isEmpty();
  }

  @Test
  void whatTheClientSaysOfAWithheldAnswerTellsNobodyElseOfIt() {
    var client = service.registers("Ana");
    signsForOneWay(client);
    var referral = UUID.randomUUID();
    var sent = service.discloses(client, referral);
    service.asksTheDoor(answer(sent, referral, "acknowledged-2")).isOk();
    var own = meetings.signIn(service.maya(), client);
    var rows = own.get("/api/disclosures?clientId=" + client).send().isOk();
    assertThat(rows.at("/items/1/outcome")).isEqualTo("denied");
    says(own, client, "disclosure", rows.at("/items/0/id"), "That one was fine");
    var word = says(own, client, "disclosure", rows.at("/items/1/id"), "Why was this held back?");
    says(own, client, "annotation", word, "I would still like to know");
    service.asksForTheirRecord(client);

    var annotations = "/api/clients/" + client + "/annotations";
    var maya = service.maya();
    assertThat(own.get(annotations).send().isOk().json().at("/items")).hasSize(3);
    assertThat(
            own.get("/api/clients/{id}/record", client)
                .send()
                .isOk()
                .json()
                .at("/sections/annotation"))
        .hasSize(3);
    assertThat(maya.get(annotations).send().isOk().text())
        .contains("That one was fine")
        .doesNotContain("held back", "still like", rows.at("/items/1/id"));
    for (var reader : List.of(maya, service.priyaThePrivacyOfficer())) {
      assertThat(reader.get("/api/clients/{id}/record", client).send().isOk().text())
          .contains("That one was fine")
          .doesNotContain("held back", "still like", rows.at("/items/1/id"));
    }
  }

  private static String says(Api who, UUID client, String kind, String of, String words) {
    return who.post("/api/clients/{id}/annotations", client)
        .body(Map.of("about", Map.of("kind", kind, "id", of), "words", words))
        .send()
        .isCreated()
        .at("/id");
  }

  @Test
  void howManyAnswersWereWithheldShowsNotInTheNameOfAStepThatWasAskedAnew() {
    var client = service.registers("Ana");
    service.consents(client, "Ana");
    var referral = UUID.randomUUID();
    service.discloses(client, referral);
    service.asksTheDoor(referral(client, referral, "cancelled-4-1")).isOk();
    service.asksTheDoor(referral(client, referral, "sending-5-12")).isOk();
    assertThat(ledger(service, client))
        .extracting(row -> row.at("/step").asString())
        .containsExactly("sending", "cancelled", "sending");
  }

  /** To Harborlight, and nothing back. */
  private void signsForOneWay(UUID client) {
    var oneWay = new HashMap<>(consentOf(client, "Ana"));
    oneWay.put("disclosers", List.of("riverbend"));
    oneWay.put("recipients", Map.of("named", List.of("harborlight")));
    service.signs(service.drafts(oneWay)).isOk();
  }
}
