package org.handrail.referral.directory.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.handrail.referral.fixtures.RealFiles;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FacetsTest {
  @Test
  void haveTheCodesOfFindTreatment() throws IOException {
    JsonNode real =
        JsonMapper.shared()
            .readTree(Files.readAllBytes(RealFiles.at("samhsa/findtreatment-codes.json")));
    Map<String, String> expected = new HashMap<>();
    for (String group : List.of("type_of_care", "mat", "payment", "age", "special")) {
      real.path(group)
          .properties()
          .forEach(
              code ->
                  expected.put(code.getKey().toLowerCase(Locale.ROOT), code.getValue().asString()));
    }

    Map<String, String> ours = new HashMap<>();
    Facets.ALL.stream()
        .filter(facet -> facet.taxonomy().equals("findtreatment"))
        .forEach(facet -> ours.put(facet.code(), facet.label()));
    assertThat(ours).isEqualTo(expected);
  }

  @Test
  void haveTheFourLevelsOfRecoveryResidences() {
    assertThat(Facets.ALL)
        .filteredOn(facet -> facet.taxonomy().equals("narr"))
        .extracting(Facets.Facet::facet)
        .containsExactly("narr:1", "narr:2", "narr:3", "narr:4");
  }
}
