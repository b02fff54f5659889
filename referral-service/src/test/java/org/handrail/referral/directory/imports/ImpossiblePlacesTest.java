package org.handrail.referral.directory.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.referral.directory.imports.OneRow.ofLocation;
import static org.handrail.referral.directory.imports.OneRow.ofService;
import static org.handrail.referral.directory.imports.OneRow.valuesOf;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Postal addresses and outlines that cannot be so: the row is kept without them. */
class ImpossiblePlacesTest {
  private static final String SQUARE = "[[-82.9,41.1],[-82.8,41.1],[-82.8,41.2],[-82.9,41.1]]";

  @ParameterizedTest
  @CsvSource({"US, ZZ, false", "US, oh, true", "US, Ohio, true", "US, PR, true", "CA, ZZ, true"})
  void takesAStateOfTheUnitedStatesByItsCode(String country, String state, boolean kept) {
    var result =
        ofLocation(
            "addresses",
            "\"country\": \"%s\", \"state_province\": \"%s\"".formatted(country, state));

    assertThat(valuesOf(result).containsKey("state_province")).isEqualTo(kept);
    assertThat(result.findings())
        .extracting(Finding::code)
        .isEqualTo(kept ? List.of() : List.of("state-unknown"));
  }

  @ParameterizedTest
  @CsvSource({
    "US, ABC 1234, postal-code-unreadable",
    "US, 4487, postal-code-unreadable",
    "US, 00000, postal-code-unreadable",
    "CA, 44870, postal-code-unreadable",
    "'', none, postal-code-unreadable",
    "US, 44870, ''",
    "US, 44870-1234, ''",
    "USA, 44870, ''",
    "ca, K1A 0B1, ''",
    "GB, SW1A 1AA, ''",
    "'', 44870, ''"
  })
  void judgesAPostalCodeByItsCountry(String country, String code, String finding) {
    var result =
        ofLocation(
            "addresses",
            (country.isEmpty() ? "" : "\"country\": \"%s\", ".formatted(country))
                + "\"postal_code\": \"%s\"".formatted(code));

    assertThat(valuesOf(result).containsKey("postal_code")).isEqualTo(finding.isEmpty());
    assertThat(String.join("", result.findings().stream().map(Finding::code).toList()))
        .isEqualTo(finding);
  }

  @ParameterizedTest
  @CsvSource({"United Stats, ''", "XX, ''", "usa, US", "us, US"})
  void takesACountryByItsCode(String country, String kept) {
    var result = ofLocation("addresses", "\"country\": \"%s\"".formatted(country));

    assertThat(String.valueOf(valuesOf(result).getOrDefault("country", ""))).isEqualTo(kept);
    assertThat(result.findings())
        .extracting(Finding::code)
        .isEqualTo(kept.isEmpty() ? List.of("country-unknown") : List.of());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\": \"Polygon\", \"coordinates\": [" + SQUARE + "]}",
        "{\"type\": \"MultiPolygon\", \"coordinates\": [[" + SQUARE + "]]}",
        "{\"type\": \"Feature\", \"geometry\": {\"type\": \"Polygon\", \"coordinates\": ["
            + SQUARE
            + "]}}"
      })
  void keepsAnOutline(String extent) {
    var result = area(extent, "geojson");

    assertThat(valuesOf(result)).containsEntry("extent", extent);
    assertThat(result.findings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "geojson | extent",
        "geojson | {\"type\": \"Polygon\"",
        "geojson | {\"type\": \"Polygon\", \"coordinates\": [[[-82.9,41.1],[-82.8,41.1]]]}",
        "geojson | {\"type\": \"Polygon\", \"coordinates\":"
            + " [[[-82,41],[-81,41],[-81,42],[-82,42]]]}",
        "geojson | {\"type\": \"Polygon\", \"coordinates\":"
            + " [[[41,-182],[41,-181],[42,-181],[41,-182]]]}",
        "geojson | {\"type\": \"Polygon\", \"coordinates\":"
            + " [[[-82,41],[-81,41],[-82,41],[-81,41],[-82,41]]]}",
        "geojson | {\"type\": \"Point\", \"coordinates\": [-82.9,41.1]}",
        "geojson | {\"type\": \"FeatureCollection\", \"features\": []}",
        "topojson | {\"type\": \"Polygon\"}",
        "topojson | {\"type\": \"Topology\", \"arcs\": [], \"objects\": [1]}",
        "topojson | {\"type\": \"Topology\", \"arcs\": [], \"objects\": {\"a\": 1}}",
        "kml | <kml><Polygon/></kml> and more",
        "text | POLYGON((-82.9 41.44870, -82.8 41.1))"
      })
  void leavesOutABrokenOutline(String type, String extent) {
    var result = area(extent, type);

    assertThat(valuesOf(result)).doesNotContainKey("extent").containsEntry("extent_type", type);
    assertThat(result.findings()).extracting(Finding::code).contains("extent-unreadable");
    assertThat(result.rejected()).isZero();
  }

  @Test
  void anAreaMayBeNamedInWords() {
    var result = area("Amity County, 44870 and 44839", "text");

    assertThat(valuesOf(result)).containsEntry("extent", "Amity County, 44870 and 44839");
    assertThat(result.findings()).isEmpty();
  }

  private static HsdsReading.Result area(String extent, String type) {
    return ofService(
        "service_areas",
        "\"extent\": %s, \"extent_type\": \"%s\""
            .formatted(JsonMapper.shared().writeValueAsString(extent), type));
  }
}
