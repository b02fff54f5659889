package org.handrail.client.cooccurring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.client.ClientService.act;
import static org.handrail.client.ClientService.onPaper;
import static org.handrail.client.ClientService.ownAct;
import static org.handrail.client.Forms.consentOf;
import static org.handrail.client.Forms.referral;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.client.ClientService;
import org.handrail.client.encounter.Meetings;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.TokenIssuer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@HandrailIT
class CoOccurringIT {
  private static final String SWEDISH = "Jag bär på psykiska trauman från barndomen";

  private final ClientService service;
  private final Meetings meetings;
  private final Api sam;
  private final UUID client;
  private final String path;

  CoOccurringIT(Api api, TokenIssuer tokens) {
    service = new ClientService(api, tokens);
    meetings = new Meetings(api, tokens);
    sam = meetings.somebodyNew();
    client = meetings.clientOf(sam);
    path = "/api/clients/" + client + "/co-occurring";
  }

  @Test
  @Proves("R29")
  void traumaAndMentalHealthStandInTheClientsOwnWordsAndLanguage() {
    sam.post(path)
        .body(told("trauma", SWEDISH))
        .send()
        .isProblem(400, "invalid")
        .hasFault("/act", "missing");
    sam.post(path)
        .body(with(told("trauma", SWEDISH), "language", "sv", "act", act()))
        .send()
        .isCreated();
    var own = meetings.signIn(sam, client);
    own.post(path)
        .body(with(told("mental-health", "Some days the fog is back"), "act", ownAct()))
        .send()
        .isCreated();
    var items = items(sam);
    assertThat(items).hasSize(2);
    assertThat(items.getFirst().at("/kind").asString()).isEqualTo("trauma");
    assertThat(items.getFirst().at("/clientsWords").asString()).isEqualTo(SWEDISH);
    assertThat(items.getFirst().at("/language").asString()).isEqualTo("sv");
    assertThat(items.getFirst().at("/raising").asString()).isEqualTo("only-the-client");
    assertThat(items.getFirst().at("/act/kind").asString()).isEqualTo("in-person");
    assertThat(items.get(1).at("/language").asString()).as("the client's first").isEqualTo("en");
    assertThat(items.get(1).at("/act/kind").asString()).isEqualTo("own-sign-in");
    assertThat(items(own)).isEqualTo(items);
  }

  @Test
  @Proves({"R29", "PRS-SCOPE-1"})
  void itIsToldAndNotAssessed() {
    for (var field : List.of("diagnosis", "severity", "riskScore")) {
      sam.post(path)
          .body(with(told("trauma", SWEDISH), "act", act(), field, "F43.1"))
          .send()
          .isProblem(422, "out-of-scope");
    }
    sam.post(path)
        .body(with(told("trauma", SWEDISH), "act", act(), "source", "prs-judgement"))
        .send()
        .isProblem(400, "invalid")
        .hasFault("/source", "unknown-field");
    assertThat(items(sam)).isEmpty();
  }

  @Test
  @Proves("R29")
  void whatTheClientTakesBackTheyAloneRead() {
    var own = meetings.signIn(sam, client);
    var told =
        sam.post(path).body(with(told("trauma", SWEDISH), "act", act())).send().isCreated().id();
    sam.post(path + "/{told}/taking-back", told)
        .body(Map.of())
        .send()
        .isProblem(400, "invalid")
        .hasFault("/act", "missing");
    sam.post(path + "/{told}/taking-back", told)
        .body(Map.of("act", act(Instant.parse("2019-01-01T00:00:00Z"))))
        .send()
        .isProblem(400, "invalid")
        .hasFault("/act/at", "before-telling");
    own.post(path + "/{told}/taking-back", told).body(Map.of()).send().isOk();
    assertThat(items(sam)).isEmpty();
    assertThat(items(own)).hasSize(1);
    assertThat(items(own).getFirst().at("/takenBack").asBoolean()).isTrue();
    var annotations = "/api/clients/" + client + "/annotations";
    own.post(annotations)
        .body(
            Map.of(
                "about",
                Map.of("kind", "co-occurring", "id", told),
                "words",
                "I should not have said it"))
        .send()
        .isCreated();
    assertThat(own.get(annotations).send().isOk().json().at("/items")).hasSize(1);
    assertThat(sam.get(annotations).send().isOk().json().at("/items")).isEmpty();
    own.post(path + "/{told}/taking-back", UUID.randomUUID()).body(Map.of()).send().isNotFound();
  }

  @Test
  @Proves("R29")
  void noConsentCarriesItOut() {
    var anas = service.registers("Ana");
    service
        .maya()
        .post("/api/clients/{id}/co-occurring", anas)
        .body(with(told("trauma", SWEDISH), "act", act()))
        .send()
        .isCreated();
    var everything = new HashMap<>(consentOf(anas, "Ana"));
    everything.put("categories", List.of("entire-record"));
    var draft = service.drafts(everything);
    service
        .maya()
        .post("/api/consents/{id}/signature", draft.id())
        .body(Map.of("signer", "client", "act", onPaper(), "initials", true))
        .ifMatch(draft)
        .send()
        .isOk();
    var id =
        service
            .asksTheDoor(referral(anas, UUID.randomUUID(), "sending-1"))
            .isOk()
            .at("/disclosureId");
    assertThat(service.hana().get("/api/disclosures/{id}", id).send().isOk().text())
        .contains("1990-05-17")
        .doesNotContain("trauma");
  }

  @Test
  void itIsForThoseAtTheClientsSide() {
    sam.post(path).body(with(told("trauma", SWEDISH), "act", act())).send().isCreated();
    for (var stranger : List.of(service.paul(), service.carl(), service.noor())) {
      stranger.get(path).send().isNotFound();
      stranger.post(path).body(told("other", "x")).send().isNotFound();
    }
    service.rosaTheSupervisor().get(path).send().isProblem(403, "role-not-allowed");
  }

  private List<JsonNode> items(Api who) {
    return who.get(path).send().isOk().json().at("/items").valueStream().toList();
  }

  private static Map<String, Object> told(String kind, String words) {
    return Map.of("kind", kind, "clientsWords", words, "raising", "only-the-client");
  }

  private static Map<String, Object> with(Map<String, Object> form, Object... fields) {
    var other = new HashMap<>(form);
    for (int i = 0; i < fields.length; i += 2) {
      other.put((String) fields[i], fields[i + 1]);
    }
    return other;
  }
}
