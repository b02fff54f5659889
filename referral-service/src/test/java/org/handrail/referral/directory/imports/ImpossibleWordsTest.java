package org.handrail.referral.directory.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Codes, lists, addresses and outlines that cannot be so: the row is kept without them. */
class ImpossibleWordsTest {
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String SQUARE = "[[-82.9,41.1],[-82.8,41.1],[-82.8,41.2],[-82.9,41.1]]";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "schedules | byday | XX | recurrence-unreadable",
        "schedules | byday | MO,TU,Funday | recurrence-unreadable",
        "schedules | byday | 6MO | recurrence-unreadable",
        "schedules | byday | 0MO | recurrence-unreadable",
        "schedules | byday | MO, | recurrence-unreadable",
        "schedules | bymonthday | 45 | recurrence-unreadable",
        "schedules | bymonthday | 0 | recurrence-unreadable",
        "schedules | bymonthday | 1,15,first | recurrence-unreadable",
        "schedules | byweekno | -54 | recurrence-unreadable",
        "schedules | byyearday | 367 | recurrence-unreadable",
        "schedules | freq | DAILY | unknown-word",
        "schedules | opens_at | 10:30:75 | time-unreadable",
        "schedules | closes_at | 26:00 | time-unreadable",
        "schedules | closes_at | 15:00 AM | time-unreadable",
        "schedules | closes_at | 00:30 PM | time-unreadable",
        "schedules | closes_at | 10:00m | time-unreadable",
        "schedules | opens_at | 14:00Z | time-offset-unusable",
        "schedules | opens_at | 22:00+99:99 | time-offset-unusable",
        "schedules | schedule_link | javascript:alert(1) | url-not-allowed",
        "schedules | dtstart | 2026-02-30 | date-unreadable",
        "schedules | dtstart | 2024-05-01T99:99:99 five apples | date-unreadable",
        "schedules | dtstart | 2024-05-01T09:00 five apples | date-unreadable",
        "schedules | byday | 2TU | recurrence-contradicts",
        "languages | code | zz | language-unknown",
        "languages | code | Klingon | language-unknown",
        "languages | code | e | language-unknown",
        "phones | type | carrier pigeon | unknown-word",
        "cost_options | currency | doubloons | currency-unknown",
        "cost_options | currency | XYZ | currency-unknown",
        "cost_options | currency | XXX | currency-unknown",
        "cost_options | currency | XTS | currency-unknown",
        "cost_options | currency | XAU | currency-unknown",
        "cost_options | currency | DEM | currency-unknown",
        "cost_options | currency | ZWR | currency-unknown",
        "service_areas | extent_type | shapefile | unknown-word",
        "service_areas | uri | ftp://areas.example/ | url-not-allowed",
        "metadata | resource_type | nonsense | unknown-word",
        "additional_urls | url | https://somebody:secret@evil.example/ | url-not-allowed",
        "additional_urls | url | https://localhost/admin | url-not-allowed",
        "additional_urls | url | https://-.example/ | url-not-allowed",
        "additional_urls | url | https://a.example:99999/ | url-not-allowed",
        "additional_urls | url | https://a.example:0/ | url-not-allowed",
        "additional_urls | link_entity | nonsense | unknown-word",
        "contacts | email | mailto:ida@pantry.example | email-unreadable",
        "contacts | email | ida@pantry..example | email-unreadable",
        "contacts | email | ida@pantry | email-unreadable"
      })
  void leavesOutWhatCannotBe(String rows, String field, String value, String code) {
    var result = of(rows, "\"%s\": \"%s\"".formatted(field, value));

    assertThat(values(result)).doesNotContainKey(field);
    assertThat(result.findings())
        .extracting(Finding::pointer, Finding::code, Finding::rejected)
        .containsExactly(tuple("/0/services/0/" + rows + "/0/" + field, code, false));
    assertThat(result.stored()).isEqualTo(result.read()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "schedules | byday | mo, we,FR | MO,WE,FR",
        "schedules | bymonthday | 1, 15,-1 | 1,15,-1",
        "schedules | byyearday | -366 | -366",
        "schedules | opens_at | 10:30:59 | 10:30",
        "schedules | opens_at | 12:30 a.m. | 00:30",
        "schedules | opens_at | 9:00p | 21:00",
        "schedules | dtstart | 2024-05-01T09:00:00-04:00 | 2024-05-01",
        "languages | code | ES | es",
        "languages | code | es-MX | es",
        "languages | code | ase | ase",
        "phones | type | TEXTPHONE | textphone",
        "cost_options | currency | usd | usd",
        "cost_options | currency | XOF | XOF",
        "additional_urls | url | https://a.example:65535/ | https://a.example:65535/",
        "additional_urls | link_entity | service | service",
        "additional_urls | url | https://münchen.example:8443/a?b=c#d |"
            + " https://münchen.example:8443/a?b=c#d",
        "contacts | email | ida.o'neil+help@pantry.example | ida.o'neil+help@pantry.example"
      })
  void keepsWhatCanBe(String rows, String field, String value, String kept) {
    var result = of(rows, "\"%s\": \"%s\"".formatted(field, value));

    assertThat(values(result)).containsEntry(field, kept);
    assertThat(result.findings()).isEmpty();
  }

  @Test
  void aMonthHasASecondTuesdayAndAWeekHasNot() {
    var monthly = of("schedules", "\"freq\": \"MONTHLY\", \"byday\": \"2TU,-1FR\"");
    var weekly = of("schedules", "\"freq\": \"WEEKLY\", \"byday\": \"2TU\"");

    assertThat(values(monthly)).containsEntry("byday", "2TU,-1FR");
    assertThat(monthly.findings()).isEmpty();
    assertThat(values(weekly)).doesNotContainKey("byday").containsEntry("freq", "weekly");
    assertThat(weekly.findings())
        .extracting(Finding::pointer, Finding::code)
        .containsExactly(tuple("/0/services/0/schedules/0/byday", "recurrence-contradicts"));
  }

  @ParameterizedTest
  @CsvSource({
    "-5, 14:00-05:00, 14:00",
    "5.5, 14:00+0530, 14:00",
    "0, 14:00Z, 14:00",
    "-5, 14:00Z, ''",
    "5, 14:00-05:00, ''"
  })
  void anOffsetSaysTheSameAsTheSchedulesTimezoneOrNothingThatCanBeUsed(
      String timezone, String time, String kept) {
    var result =
        of("schedules", "\"timezone\": %s, \"opens_at\": \"%s\"".formatted(timezone, time));

    assertThat(String.valueOf(values(result).getOrDefault("opens_at", ""))).isEqualTo(kept);
    assertThat(result.findings())
        .extracting(Finding::code)
        .isEqualTo(kept.isEmpty() ? List.of("time-offset-unusable") : List.of());
  }

  @Test
  void saysThatWhatGoesOnUntilADayDoesNotGoOnSoManyTimes() {
    var result = of("schedules", "\"until\": \"2026-12-31\", \"count\": 3");

    assertThat(values(result)).containsEntry("count", 3.0).containsEntry("until", "2026-12-31");
    assertThat(result.findings())
        .extracting(Finding::pointer, Finding::code)
        .containsExactly(tuple("/0/services/0/schedules/0/count", "recurrence-contradicts"));
  }

  @ParameterizedTest
  @CsvSource({"US, ZZ, false", "US, oh, true", "US, Ohio, true", "US, PR, true", "CA, ZZ, true"})
  void takesAStateOfTheUnitedStatesByItsCode(String country, String state, boolean kept) {
    var result =
        located(
            "addresses",
            "\"country\": \"%s\", \"state_province\": \"%s\"".formatted(country, state));

    assertThat(values(result).containsKey("state_province")).isEqualTo(kept);
    assertThat(result.findings())
        .extracting(Finding::code)
        .isEqualTo(kept ? List.of() : List.of("state-unknown"));
  }

  @ParameterizedTest
  @CsvSource({
    "'', 4, 4, phone-extension-moved",
    "9, 4, 9, phone-extension-contradicts",
    "4, 4, 4, phone-extension-moved"
  })
  void saysOfTwoExtensionsWhichWasKept(String own, String within, String kept, String code) {
    var result =
        read(
            """
            [{"id": "o", "name": "One", "phones": [
              {"id": "x", "number": "(419) 555-0120 ext %s"%s}]}]
            """
                .formatted(within, own.isEmpty() ? "" : ", \"extension\": " + own));

    assertThat(values(result)).containsEntry("extension", Double.valueOf(kept));
    assertThat(result.findings()).extracting(Finding::code).containsExactly(code);
  }

  @ParameterizedTest
  @CsvSource({
    "services, program_id, p, reference-dangling",
    "organizations, parent_organization_id, p, reference-dangling",
    "organizations, parent_organization_id, x, reference-to-itself",
    "taxonomy_terms, parent_id, p, reference-dangling",
    "taxonomy_terms, parent_id, x, reference-to-itself",
    "taxonomy_terms, taxonomy_id, p, reference-dangling"
  })
  void reportsARowThatIsNamedAndIsNotThere(String table, String field, String named, String code) {
    var row = "{\"id\": \"x\", \"name\": \"X\", \"%s\": \"%s\"".formatted(field, named);
    var result =
        switch (table) {
          case "services" ->
              read(
                  """
                  [{"id": "o", "name": "One", "services": [%s, "status": "active"}]}]
                  """
                      .formatted(row));
          default -> read("{\"%s\": [%s}]}".formatted(table, row));
        };

    assertThat(values(result).containsKey(field)).isEqualTo(named.equals("p"));
    assertThat(result.findings())
        .extracting(Finding::pointer, Finding::code, Finding::rejected)
        .containsExactly(
            tuple(
                (table.equals("services") ? "/0/services/0/" : "/" + table + "/0/") + field,
                code,
                false));
  }

  @Test
  void namesWhatIsThere() {
    var result =
        read(
            """
            {"organizations": [{"id": "o", "name": "One"},
                {"id": "x", "name": "X", "parent_organization_id": "o"}]}
            """);

    assertThat(values(result)).containsEntry("parent_organization_id", "o");
    assertThat(result.findings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"timezone, 3.1", "timezone, 15", "count, 0", "interval, 0"})
  void leavesOutANumberBetweenTwo(String field, String value) {
    var result = of("schedules", "\"%s\": %s".formatted(field, value));

    assertThat(values(result)).doesNotContainKey(field);
    assertThat(result.findings()).extracting(Finding::code).containsExactly("number-out-of-range");
  }

  @Test
  void nobodyWasIncorporatedInAYearToCome() {
    String file = "[{\"id\": \"o\", \"name\": \"One\", \"year_incorporated\": %d}]";

    assertThat(read(file.formatted(2026)).findings()).isEmpty();
    assertThat(read(file.formatted(2027)).findings())
        .extracting(Finding::pointer, Finding::code)
        .containsExactly(tuple("/0/year_incorporated", "number-out-of-range"));
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
        located(
            "addresses",
            (country.isEmpty() ? "" : "\"country\": \"%s\", ".formatted(country))
                + "\"postal_code\": \"%s\"".formatted(code));

    assertThat(values(result).containsKey("postal_code")).isEqualTo(finding.isEmpty());
    assertThat(String.join("", result.findings().stream().map(Finding::code).toList()))
        .isEqualTo(finding);
  }

  @ParameterizedTest
  @CsvSource({"United Stats, ''", "XX, ''", "usa, US", "us, US"})
  void takesACountryByItsCode(String country, String kept) {
    var result = located("addresses", "\"country\": \"%s\"".formatted(country));

    assertThat(String.valueOf(values(result).getOrDefault("country", ""))).isEqualTo(kept);
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

    assertThat(values(result)).containsEntry("extent", extent);
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

    assertThat(values(result)).doesNotContainKey("extent").containsEntry("extent_type", type);
    assertThat(result.findings()).extracting(Finding::code).contains("extent-unreadable");
    assertThat(result.rejected()).isZero();
  }

  @Test
  void anAreaMayBeNamedInWords() {
    var result = area("Amity County, 44870 and 44839", "text");

    assertThat(values(result)).containsEntry("extent", "Amity County, 44870 and 44839");
    assertThat(result.findings()).isEmpty();
  }

  private static HsdsReading.Result area(String extent, String type) {
    return of(
        "service_areas",
        "\"extent\": %s, \"extent_type\": \"%s\"".formatted(JSON.writeValueAsString(extent), type));
  }

  private static HsdsReading.Result of(String rows, String fields) {
    return read(
        """
        [{"id": "o", "name": "One", "services": [{"id": "s", "name": "Pantry", "status": "active",
          "%s": [{"id": "x", %s%s}]}]}]
        """
            .formatted(rows, rows.equals("phones") ? "\"number\": \"988\", " : "", fields));
  }

  private static HsdsReading.Result located(String rows, String fields) {
    return read(
        """
        [{"id": "o", "name": "One", "locations": [{"id": "l", "location_type": "physical",
          "%s": [{"id": "x", %s}]}]}]
        """
            .formatted(rows, fields));
  }

  private static HsdsReading.Result read(String file) {
    return FileShape.read(JSON.readTree(file), NOW);
  }

  /** Of the row in question. */
  private static Map<String, Object> values(HsdsReading.Result result) {
    return result.rows().stream()
        .filter(row -> row.key.id().equals("x"))
        .findFirst()
        .orElseThrow()
        .values;
  }
}
