package org.handrail.client.handout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.handrail.client.ClientService;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.TokenIssuer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Clients read whole what they are said to have been given, before and afterwards. */
@HandrailIT
class HandoutsIT {
  private final ClientService service;

  HandoutsIT(Api api, TokenIssuer tokens) {
    service = new ClientService(api, tokens);
  }

  @Test
  @Proves({"P2-NPP-1", "V7", "V11"})
  void eachIsReadWholeInTheLanguageOfWhoeverReadsIt() {
    var english = service.maya().get("/api/handouts").send().isOk();
    assertThat(kinds(english))
        .containsExactly("notice", "agreement", "expectations", "confidentiality-limits", "rights");
    english
        .json()
        .at("/items")
        .forEach(handout -> assertThat(handout.at("/parts")).hasSizeGreaterThan(1));
    var spanish = service.maya().get("/api/handouts/notice?language=es-MX").send().isOk();
    assertThat(spanish.at("/language")).isEqualTo("es");
    assertThat(spanish.at("/title"))
        .isEqualTo("Aviso de prácticas de privacidad de Riverbend Peer Center");
    var vietnamese = service.maya().get("/api/handouts/notice?language=vi").send().isOk();
    assertThat(vietnamese.at("/language")).isEqualTo("en");
  }

  @Test
  @Proves("P2-NPP-1")
  void theNoticeNamesWhomTheAgencysClientsMayAsk() {
    assertThat(notice(service.maya()))
        .contains("the privacy officer of Riverbend", "privacy@riverbend.example")
        .doesNotContain("{", "}");
    assertThat(notice(service.hana())).contains("privacy@harborlight.example");
  }

  @Test
  @Proves("P2-NPP-2")
  void anEarlierOneIsStillRead() {
    var earlier = service.maya().get("/api/handouts/notice/2024-04").send().isOk();
    assertThat(earlier.at("/inForce")).isEqualTo("false");
    assertThat(earlier.at("/parts/0/text")).isNotEqualTo(now().at("/parts/0/text"));
    service.maya().get("/api/handouts/notice/1999-01").send().isNotFound();
    service.maya().get("/api/handouts/recipes").send().isNotFound();
  }

  @Test
  @Proves({"P2-NPP-1", "V11"})
  void theWordsThatSomebodyWasGivenAreKeptWhateverIsGivenNow() {
    var client = service.registers("Noor");
    service.givesNotice(client, "2026-02");
    service
        .maya()
        .post("/api/clients/{id}/agreements", client)
        .body(Map.of("version", "2026-02", "language", "es", "act", ClientService.act()))
        .send()
        .isCreated();
    var sheet =
        new HashMap<String, Object>(
            Map.of("kind", "rights", "version", "2026-02", "language", "en"));
    sheet.put("act", ClientService.act());
    var acknowledged =
        service.maya().post("/api/clients/{id}/sheets", client).body(sheet).send().isCreated();
    assertThat(words(acknowledged.at("/items/0/textHash"))).startsWith("Your rights here\n\n");
    var papers = service.maya().get("/api/clients/{id}", client).send().isOk();
    assertThat(words(papers.at("/notice/textHash")))
        .startsWith(
            "Notice of Privacy Practices of Riverbend Peer Center\n\nThis notice describes");
    assertThat(words(papers.at("/agreement/textHash")))
        .startsWith("Acuerdo de apoyo entre pares\n\n");
    // Another agency was given other words, or none.
    service
        .hana()
        .get("/api/handouts/texts/{hash}", papers.at("/notice/textHash"))
        .send()
        .isNotFound();
  }

  private String words(String hash) {
    return service.maya().get("/api/handouts/texts/{hash}", hash).send().isOk().at("/text");
  }

  private Answer now() {
    return service.maya().get("/api/handouts/notice").send().isOk();
  }

  private static String notice(Api reader) {
    return reader.get("/api/handouts/notice").send().isOk().at("/parts/0/text");
  }

  private static List<String> kinds(Answer answer) {
    return answer
        .json()
        .at("/items")
        .valueStream()
        .map(handout -> handout.at("/kind"))
        .map(JsonNode::asString)
        .toList();
  }
}
