package org.handrail.client.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
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

@HandrailIT
class SheetsIT {
  private final ClientService service;

  SheetsIT(Api api, TokenIssuer tokens) {
    service = new ClientService(api, tokens);
  }

  @Test
  @Proves({"V7", "V11"})
  void tellsWhichSheetsWereGoneThroughAndWhichWereNot() {
    var id = service.registers("Noor");
    service.hasOwnSignIn(id);
    var path = "/api/clients/" + id + "/sheets";
    assertThat(missing(service.maya().get(path).send().isOk()))
        .containsExactly("expectations", "confidentiality-limits", "rights");
    var sheet =
        new HashMap<String, Object>(
            Map.of("kind", "confidentiality-limits", "version", "2025-06", "language", "en"));
    service
        .maya()
        .post(path)
        .body(sheet)
        .send()
        .isProblem(400, "invalid")
        .hasFault("/act", "missing");
    sheet.put("act", ClientService.act(Instant.parse("2025-07-01T10:00:00Z")));
    service.maya().post(path).body(sheet).send().isCreated();
    sheet.put("version", "2026-02");
    sheet.put("language", "es");
    sheet.remove("act");
    var acknowledged = service.noor().post(path).body(sheet).send().isCreated();
    assertThat(missing(acknowledged)).containsExactly("expectations", "rights");
    assertThat(acknowledged.json().at("/items")).hasSize(1);
    assertThat(acknowledged.at("/items/0/version")).isEqualTo("2026-02");
    assertThat(acknowledged.at("/items/0/act/kind")).isEqualTo("own-sign-in");
    service.paul().get(path).send().isNotFound();
    service.carl().post(path).body(sheet).send().isNotFound();
  }

  @Test
  @Proves("V11")
  void onlySheetsThatThereWereOnThatDayCanHaveBeenGoneThrough() {
    var path = "/api/clients/" + service.registers("Noor") + "/sheets";
    refuses(path, "1", "en", "2026-11-01").hasFault("/version", "unknown");
    refuses(path, "2025-06", "en", "2026-11-01").hasFault("/version", "not-in-force");
    refuses(path, "2026-02", "en", "2025-11-01").hasFault("/version", "not-in-force");
    refuses(path, "2026-02", "vi", "2026-11-01").hasFault("/language", "unknown");
    assertThat(service.maya().get(path).send().isOk().json().at("/items")).isEmpty();
  }

  @Test
  @Proves("V11")
  void anOlderSheetThatIsTypedLaterTakesNotThePlaceOfTheNewerOne() {
    var path = "/api/clients/" + service.registers("Noor") + "/sheets";
    for (var day : List.of("2026-11-01", "2026-10-01")) {
      goesThroughRights(path, "en", ClientService.act(Instant.parse(day + "T10:00:00Z")));
    }
    assertThat(service.maya().get(path).send().isOk().at("/items/0/act/at"))
        .isEqualTo("2026-11-01T10:00:00Z");
  }

  @Test
  void aLanguageIsTheSameHoweverItsTagIsWritten() {
    var path = "/api/clients/" + service.registers("Noor") + "/sheets";
    for (var language : List.of("ES", "En-us", "es-MX")) {
      goesThroughRights(path, language, ClientService.act());
    }
  }

  private Answer refuses(String path, String version, String language, String day) {
    return service
        .maya()
        .post(path)
        .body(
            Map.of(
                "kind",
                "rights",
                "version",
                version,
                "language",
                language,
                "act",
                ClientService.act(Instant.parse(day + "T10:00:00Z"))))
        .send()
        .isProblem(422, "paper-unknown");
  }

  private static List<String> missing(Answer answer) {
    return answer.json().at("/missing").valueStream().map(JsonNode::asString).toList();
  }

  private void goesThroughRights(String path, String language, Map<String, Object> act) {
    service
        .maya()
        .post(path)
        .body(Map.of("kind", "rights", "version", "2026-02", "language", language, "act", act))
        .send()
        .isCreated();
  }
}
