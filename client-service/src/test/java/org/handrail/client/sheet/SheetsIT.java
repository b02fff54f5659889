package org.handrail.client.sheet;

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
            Map.of("kind", "confidentiality-limits", "version", "1", "language", "en"));
    service
        .maya()
        .post(path)
        .body(sheet)
        .send()
        .isProblem(400, "invalid")
        .hasFault("/act", "missing");
    sheet.put("act", ClientService.act());
    service.maya().post(path).body(sheet).send().isCreated();
    sheet.put("version", "2");
    sheet.remove("act");
    var acknowledged = service.noor().post(path).body(sheet).send().isCreated();
    assertThat(missing(acknowledged)).containsExactly("expectations", "rights");
    assertThat(acknowledged.json().at("/items")).hasSize(1);
    assertThat(acknowledged.at("/items/0/version")).isEqualTo("2");
    assertThat(acknowledged.at("/items/0/act/kind")).isEqualTo("own-sign-in");
    service.paul().get(path).send().isNotFound();
    service.carl().post(path).body(sheet).send().isNotFound();
  }

  private static List<String> missing(Answer answer) {
    return answer.json().at("/missing").valueStream().map(JsonNode::asString).toList();
  }
}
