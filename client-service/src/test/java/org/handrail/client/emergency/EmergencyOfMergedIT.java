package org.handrail.client.emergency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.client.ClientService.act;
import static org.handrail.client.emergency.Glass.breaksGlass;
import static org.handrail.client.emergency.Glass.emergency;
import static org.handrail.client.emergency.Glass.fillsInCard;
import static org.handrail.client.emergency.Glass.tells;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.client.ClientService;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.TokenIssuer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Of somebody with several records everything is told that they said for such a day. */
@HandrailIT
class EmergencyOfMergedIT {
  private static final Instant LONG_AGO = Instant.parse("2025-03-01T09:00:00Z");
  private static final Instant LATELY = Instant.parse("2026-06-01T09:00:00Z");

  private final ClientService service;

  EmergencyOfMergedIT(Api api, TokenIssuer tokens) {
    service = new ClientService(api, tokens);
  }

  @Test
  @Proves("P2-EMG-1")
  void theNewestCardIsToldWhicheverRecordIsNamed() {
    var merged = service.registers("Flo");
    var surviving = service.registers("Flo");
    fillsInCard(service.maya(), merged, card(List.of(), "at home"), act(LONG_AGO));
    service.merges(merged, surviving).isCreated();
    fillsInCard(service.maya(), surviving, card(List.of("latex"), "In my bag"), act(LATELY));
    for (var named : List.of(merged, surviving)) {
      var set = tells(service.maya(), emergency(named));
      assertThat(texts(set.at("/allergies"))).containsExactly("latex");
      assertThat(set.at("/naloxone").asString()).isEqualTo("In my bag");
      assertThat(set.at("/saidAt").asString()).isEqualTo(LATELY.toString());
    }
  }

  @Test
  @Proves("P2-EMG-1")
  void noAllergyIsLostToANewerCardOfAnotherRecord() {
    var merged = service.registers("Gus");
    var surviving = service.registers("Gus");
    // Typed in last, and said long ago.
    fillsInCard(service.maya(), surviving, card(List.of("latex"), "In my bag"), act(LATELY));
    fillsInCard(service.maya(), merged, card(List.of("penicillin"), "at home"), act(LONG_AGO));
    service.merges(merged, surviving).isCreated();
    for (var named : List.of(merged, surviving)) {
      var set = tells(service.maya(), emergency(named));
      assertThat(texts(set.at("/allergies"))).containsExactly("latex", "penicillin");
      assertThat(set.at("/naloxone").asString()).isEqualTo("In my bag");
      assertThat(set.at("/saidAt").asString()).isEqualTo(LATELY.toString());
      assertThat(set.at("/otherCards")).hasSize(1);
      var other = set.at("/otherCards/0");
      assertThat(texts(other.at("/allergies"))).containsExactly("penicillin");
      assertThat(other.at("/naloxone").asString()).isEqualTo("at home");
      assertThat(other.at("/saidAt").asString()).isEqualTo(LONG_AGO.toString());
    }
    service.rosaTheSupervisor().delete("/api/clients/{id}/merge", merged).send().hasStatus(204);
    var alone = tells(service.maya(), emergency(surviving));
    assertThat(texts(alone.at("/allergies"))).containsExactly("latex");
    assertThat(alone.has("otherCards")).isFalse();
  }

  @Test
  @Proves("P2-EMG-1")
  void itIsWrittenDownOnTheRecordThatStandsForThePerson() {
    var merged = service.registers("Hal");
    var surviving = service.registers("Hal");
    service.merges(merged, surviving).isCreated();
    var access = breaksGlass(service.maya(), emergency(merged)).isCreated();
    assertThat(access.at("/clientId")).isEqualTo(surviving.toString());
    service.maya().post("/api/emergency-access/{id}/told", access.id()).send().isOk();
    service.rosaTheSupervisor().delete("/api/clients/{id}/merge", merged).send().hasStatus(204);
    assertThat(rows(surviving)).contains(access.at("/disclosureId"));
    assertThat(rows(merged)).doesNotContain(access.at("/disclosureId"));
  }

  @Test
  @Proves("V11")
  void whatHappenedBeforeAMergeIsReadOfWhicheverRecord() {
    var merged = service.registers("Ida");
    var surviving = service.registers("Ida");
    var before = breaksGlass(service.maya(), emergency(merged)).isCreated();
    service.merges(merged, surviving).isCreated();
    for (var record : List.of(merged, surviving)) {
      assertThat(
              service.maya().get("/api/emergency-access?clientId=" + record).send().isOk().text())
          .contains(before.at("/id"));
    }
    service.rosaTheSupervisor().delete("/api/clients/{id}/merge", merged).send().hasStatus(204);
    assertThat(
            service.maya().get("/api/emergency-access?clientId=" + surviving).send().isOk().text())
        .doesNotContain(before.at("/id"));
  }

  private String rows(UUID client) {
    return service.maya().get("/api/disclosures?clientId=" + client).send().isOk().text();
  }

  private static Map<String, Object> card(List<String> allergies, String naloxone) {
    return Map.of("medications", List.of(), "allergies", allergies, "naloxone", naloxone);
  }

  private static List<String> texts(JsonNode array) {
    return array.valueStream().map(JsonNode::asString).toList();
  }
}
