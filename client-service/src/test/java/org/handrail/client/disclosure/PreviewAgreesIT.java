package org.handrail.client.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.client.Forms.consentOf;
import static org.handrail.client.Forms.referral;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.handrail.client.ClientService;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.TokenIssuer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What somebody is shown beforehand is what the door then does. */
@HandrailIT
class PreviewAgreesIT {
  private static final List<String> RECIPIENTS =
      List.of("harborlight", "foodbank", "county-probation", "lakeview", "riverbend");
  private static final List<String> PURPOSES = List.of("TREAT", "COC", "CJ");
  private static final List<List<String>> REQUIRED =
      List.of(
          List.of("contact"),
          List.of("contact", "referral"),
          List.of("attendance"),
          List.of("contact", "treatment-record"));
  private static final List<List<String>> OPTIONAL =
      List.of(
          List.of(),
          List.of("demographics", "referral"),
          List.of("attendance", "plan", "contact"),
          List.of("counseling-notes"));

  private final ClientService service;

  PreviewAgreesIT(Api api, TokenIssuer tokens) {
    service = new ClientService(api, tokens);
  }

  @Test
  @Proves({"P2-CON-7", "P2-MIN-1"})
  void whatIsShownBeforehandIsWhatTheDoorDoes() {
    var client = service.registers("Pia");
    consents(client, Map.of());
    consents(
        client,
        Map.of(
            "recipients", Map.of("named", List.of("foodbank")),
            "purposes", List.of("COC"),
            "categories", List.of("contact", "demographics", "referral")));
    consents(
        client,
        Map.of(
            "recipients", Map.of("named", List.of("county-probation")),
            "purposes", List.of("CJ"),
            "categories", List.of("attendance", "contact")));
    consents(
        client,
        Map.of(
            "recipients", Map.of("named", List.of("harborlight")),
            "purposes", List.of("COC"),
            "categories", List.of("plan", "treatment-record", "contact", "attendance")));
    var outcomes = new TreeSet<String>();
    for (var recipient : RECIPIENTS) {
      for (var purpose : PURPOSES) {
        for (var required : REQUIRED) {
          for (var optional : OPTIONAL) {
            outcomes.add(compare(client, recipient, purpose, required, optional));
          }
        }
      }
    }
    assertThat(outcomes)
        .as("all that can come of it came up")
        .contains(
            "invalid", "released", "consent-recipient", "consent-purpose", "consent-category");
  }

  @Test
  void nobodyDisclosesAnythingToThemselves() {
    var client = service.registers("Pia");
    consents(client, Map.of());
    assertThat(compare(client, "riverbend", "TREAT", List.of("contact"), List.of()))
        .isEqualTo("invalid");
    door(client, "riverbend", "TREAT", List.of("contact"), List.of())
        .hasFault("/recipient", "is-the-discloser");
  }

  private String compare(
      UUID client, String recipient, String purpose, List<String> required, List<String> optional) {
    var question = new HashMap<String, Object>();
    question.put("clientId", client);
    question.put("recipient", recipient);
    question.put("purpose", purpose);
    question.put("required", required);
    question.put("optional", optional);
    var shown = service.maya().post("/api/consents/preview").body(question).send();
    var done = door(client, recipient, purpose, required, optional);
    var about = "%s %s %s %s".formatted(recipient, purpose, required, optional);
    assertThat(shown.status()).as(about).isEqualTo(done.status());
    if (done.status() != 200) {
      assertThat(shown.faults()).as(about).isEqualTo(done.faults());
      return done.at("/code");
    }
    for (var said : List.of("/outcome", "/code")) {
      assertThat(shown.at(said)).as(about + said).isEqualTo(done.at(said));
    }
    for (var told : List.of("/released", "/withheld")) {
      assertThat(texts(shown, told)).as(about + told).isEqualTo(texts(done, told));
    }
    return done.at("/code").isEmpty() ? done.at("/outcome") : done.at("/code");
  }

  private Answer door(
      UUID client, String recipient, String purpose, List<String> required, List<String> optional) {
    var request = referral(client, UUID.randomUUID(), "sending-1");
    request.put("recipient", recipient);
    request.put("purpose", purpose);
    request.put("required", required);
    request.put("optional", optional);
    if (Stream.concat(required.stream(), optional.stream()).noneMatch("referral"::equals)) {
      request.remove("content");
    }
    return service.asksTheDoor(request);
  }

  private void consents(UUID client, Map<String, Object> changes) {
    var form = new HashMap<>(consentOf(client, "Pia"));
    form.putAll(changes);
    service.signs(service.drafts(form)).isOk();
  }

  private static Set<String> texts(Answer answer, String pointer) {
    return answer
        .json()
        .at(pointer)
        .valueStream()
        .map(JsonNode::asString)
        .collect(Collectors.toSet());
  }
}
