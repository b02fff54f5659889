package org.handrail.referral.directory.hsds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.handrail.referral.fixtures.Coalition;
import org.handrail.referral.fixtures.RealFiles;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What we promise of {@code /hsds}, beside the standard's own description of an HSDS API. */
class HsdsDocumentTest {

  @Test
  void takesEveryParameterOfEveryPathOfTheStandard() throws IOException {
    JsonNode standard = standard();
    JsonNode ours = ours();
    var missing = new ArrayList<String>();
    int seen = 0;
    for (var path : standard.path("paths").properties()) {
      String here = path.getKey().equals("/") ? "/hsds" : "/hsds" + path.getKey();
      JsonNode get = ours.path("paths").path(here).path("get");
      if (get.isMissingNode()) {
        missing.add(here);
      }
      List<String> names =
          get.path("parameters").valueStream().map(each -> each.path("name").asString()).toList();
      for (JsonNode each : path.getValue().path("get").path("parameters")) {
        String name = resolved(standard, each).path("name").asString();
        seen++;
        if (!names.contains(name)) {
          missing.add(here + "?" + name);
        }
      }
    }

    assertThat(seen).isGreaterThan(30);
    assertThat(missing).isEmpty();
  }

  @Test
  void saysOfAPageWhatTheStandardSays() throws IOException {
    JsonNode page = standard().at("/components/schemas/Page/properties");
    JsonNode ours = ours().at("/components/schemas/HsdsPage/properties");

    assertThat(page.properties()).isNotEmpty();
    for (var property : page.properties()) {
      assertThat(ours.path(property.getKey()).path("type"))
          .as(property.getKey())
          .isEqualTo(property.getValue().path("type"));
    }
  }

  private static JsonNode standard() throws IOException {
    return JsonMapper.shared().readTree(Files.readString(RealFiles.at("hsds/schema/openapi.json")));
  }

  private static JsonNode ours() {
    return JsonMapper.shared()
        .readTree(Coalition.seed("contracts/src/main/resources/openapi/referral-service.json"));
  }

  private static JsonNode resolved(JsonNode document, JsonNode parameter) {
    String reference = parameter.path("$ref").asString("");
    return reference.isEmpty() ? parameter : document.at(reference.substring(1));
  }
}
