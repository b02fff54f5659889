package org.handrail.client.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.client.ClientService.act;
import static org.handrail.client.Forms.consentOf;
import static org.handrail.client.Forms.referral;
import static org.handrail.platform.caller.Role.INTAKE_COORDINATOR;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.handrail.client.ClientService;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.TokenIssuer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Referrals to places that are no health care: a food bank, a residence. */
@HandrailIT
class CommunityIT {
  private static final String PANTRY = "foodbank";
  private static final List<String> TELLING =
      List.of(
          "treat",
          "recover",
          "sud",
          "sober",
          "substance",
          "opioid",
          "overdose",
          "detox",
          "addict",
          "drug",
          "rehab",
          "meeting",
          "prohibits you",
          "lighthouse",
          "harborlight");

  private final ClientService service;
  private final Api pantry;

  CommunityIT(Api api, TokenIssuer tokens) {
    service = new ClientService(api, tokens);
    pantry = api.as(tokens.person("pat").of(PANTRY).as(INTAKE_COORDINATOR));
  }

  @Test
  @Proves("P2-CON-7")
  void aPlaceThatIsNoHealthCareIsToldNothingWithoutBeingNamed() {
    var client = service.registers("Ida");
    assertThat(asks(client, PANTRY, "COC")).isEqualTo("consent-missing");
    signs(client, Map.of());
    assertThat(asks(client, PANTRY, "COC"))
        .as("a consent to somebody")
        .isEqualTo("consent-recipient");
    signs(
        client,
        Map.of(
            "purposes",
            List.of("TREAT", "HPAYMT", "HOPERAT"),
            "recipients",
            Map.of("class", "my treating providers and everybody who helps me")));
    for (var purpose : List.of("TREAT", "HOPERAT", "COC")) {
      assertThat(asks(client, PANTRY, purpose)).as("a class").isEqualTo("consent-recipient");
    }
    signs(client, Map.of("recipients", Map.of("intermediary", "coalition", "class", "treating")));
    assertThat(asks(client, "cedarhouse", "COC"))
        .as("a general designation")
        .isEqualTo("consent-not-treating");
    service
        .maya()
        .post("/api/clients/{id}/treating-relationships", client)
        .body(Map.of("provider", "cedarhouse", "act", act()))
        .send()
        .isProblem(422, "cannot-treat");
    names(client, PANTRY);
    assertThat(asks(client, PANTRY, "COC")).isEqualTo("released");
    assertThat(asks(client, "cedarhouse", "COC"))
        .as("named is one")
        .isEqualTo("consent-not-treating");
  }

  @Test
  @Proves("P2-CON-7")
  void whatItIsToldDoesNotRevealWhySomebodyIsAClient() {
    var client = withTellingWords();
    names(client, PANTRY, "harborlight");
    var id = door(client, PANTRY, "COC").at("/disclosureId");
    var read = pantry.get("/api/disclosures/{id}", id).send().isOk();
    assertThat(read.text().toLowerCase(Locale.ROOT)).doesNotContain(TELLING);
    var content = read.json().at("/package");
    assertThat(content.at("/referral").propertyNames())
        .containsExactlyInAnyOrder("serviceId", "need", "urgency");
    assertThat(content.at("/referral/need").asString()).isEqualTo("housing");
    assertThat(content.at("/contact/nameToUse").asString()).isEqualTo("Ida");
    assertThat(content.at("/contact/channels/phone").asString()).isEqualTo("555-0142");
    assertThat(texts(read, "/labels")).containsExactly("R", "NORDSCLCD");
    assertThat(read.json().at("/notice").propertyNames())
        .as("the shorter of the texts that the law knows")
        .containsExactlyInAnyOrder("version", "shortText");
    assertThat(read.at("/notice/shortText"))
        .isEqualTo("42 CFR part 2 prohibits unauthorized use or disclosure of these records.");
    assertThat(texts(read, "/scope/purposes")).containsExactly("COC");
    assertThat(texts(read, "/scope/categories")).containsExactly("contact", "referral");
    assertThat(read.at("/scope/expires")).isEqualTo("event");
    assertThat(read.at("/scope/recipient")).isEqualTo(PANTRY);
    assertThat(read.at("/redisclosure")).isEqualTo("consent-only");

    var treating = door(client, "harborlight", "COC").at("/disclosureId");
    assertThat(service.hana().get("/api/disclosures/{id}", treating).send().isOk().text())
        .as("who treats reads all of it")
        .contains("Lighthouse", "after detox", "SUD", "recovery-housing");
  }

  @Test
  @Proves("P2-CON-7")
  void aNeedThatWouldTellIsCalledSupport() {
    var client = service.registers("Ida");
    names(client, PANTRY);
    var request = asked(client, PANTRY, "TREAT");
    request.put("purpose", "TREAT");
    request.put("content", content("residential-treatment", "Residential treatment"));
    var id = service.asksTheDoor(request).isOk().at("/disclosureId");
    var read = pantry.get("/api/disclosures/{id}", id).send().isOk();
    assertThat(read.text().toLowerCase(Locale.ROOT)).doesNotContain(TELLING);
    assertThat(read.at("/package/referral/need")).isEqualTo("support");
    var row =
        service
            .maya()
            .get("/api/disclosures?clientId=" + client)
            .send()
            .isOk()
            .json()
            .at("/items/0");
    assertThat(row.at("/noticeVersion").asString()).isEqualTo("2.32-2024-short");
  }

  @Test
  @Proves("P2-CON-7")
  void whatAPlaceWillHearOfANeedCanBeAskedBeforehand() {
    var client = service.registers("Ida");
    names(client, PANTRY, "harborlight");
    for (var need : List.of("recovery-housing", "residential-treatment", "food")) {
      for (var place : Map.of(PANTRY, pantry, "harborlight", service.hana()).entrySet()) {
        var request = asked(client, place.getKey(), "COC");
        request.put("content", content(need, "Lighthouse Sober Living"));
        var id = service.asksTheDoor(request).isOk().at("/disclosureId");
        var told =
            place
                .getValue()
                .get("/api/disclosures/{id}", id)
                .send()
                .isOk()
                .at("/package/referral/need");
        assertThat(foretold(client, place.getKey(), "&need=" + need).at("/need"))
            .as("%s for %s", need, place.getKey())
            .isEqualTo(told);
      }
    }
    assertThat(foretold(client, PANTRY, "").json().has("need")).isFalse();
  }

  private Answer foretold(UUID client, String place, String need) {
    return service
        .referralService()
        .get("/internal/way-back/{id}?recipient=" + place + "&purpose=COC" + need, client)
        .header("Handrail-On-Behalf-Of-Subject", TokenIssuer.subject("maya").value())
        .header("Handrail-On-Behalf-Of-Agency", "riverbend")
        .send()
        .isOk();
  }

  private UUID withTellingWords() {
    return service
        .maya()
        .post("/api/clients")
        .body(
            Map.of(
                "nameToUse",
                "Ida",
                "legalName",
                "Ida Brook",
                "contact",
                Map.of("phone", "555-0142", "text", true, "times", "never during my NA meeting")))
        .send()
        .isCreated()
        .id();
  }

  private void names(UUID client, String... parties) {
    signs(
        client,
        Map.of(
            "purposes",
            List.of("COC", "TREAT"),
            "categories",
            List.of("contact", "referral", "referral-status"),
            "recipients",
            Map.of("named", List.of(parties)),
            "expires",
            Map.of("event", "I leave the sober house")));
  }

  private void signs(UUID client, Map<String, Object> changes) {
    var form = new HashMap<>(consentOf(client, "Ida"));
    form.putAll(changes);
    service.signs(service.drafts(form)).isOk();
  }

  private static Map<String, Object> asked(UUID client, String recipient, String purpose) {
    var request = referral(client, UUID.randomUUID(), "sending-1");
    request.put("recipient", recipient);
    request.put("purpose", purpose);
    request.put("content", content("recovery-housing", "Lighthouse Sober Living"));
    return request;
  }

  private static Map<String, Object> content(String need, String name) {
    return Map.of(
        "referral",
        Map.of(
            "serviceId",
            UUID.fromString("4b07c37b-0ae5-44df-8c6d-27b255d17007"),
            "service",
            name,
            "need",
            need,
            "urgency",
            "routine",
            "reason",
            "Needs a bed after detox"));
  }

  private Answer door(UUID client, String recipient, String purpose) {
    return service.asksTheDoor(asked(client, recipient, purpose)).isOk();
  }

  private String asks(UUID client, String recipient, String purpose) {
    var answer = door(client, recipient, purpose);
    return answer.at("/outcome").equals("denied") ? answer.at("/code") : answer.at("/outcome");
  }

  private static List<String> texts(Answer read, String pointer) {
    return read.json().at(pointer).valueStream().map(JsonNode::asString).toList();
  }
}
