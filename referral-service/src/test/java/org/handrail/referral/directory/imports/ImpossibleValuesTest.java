package org.handrail.referral.directory.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.handrail.referral.directory.standard.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What cannot be so is reported where it stands, and not stored. */
class ImpossibleValuesTest {
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final JsonMapper JSON = JsonMapper.shared();

  @ParameterizedTest
  @CsvSource({
    "minimum_age, -4, number-out-of-range",
    "minimum_age, 131, number-out-of-range",
    "maximum_age, -0.5, number-out-of-range",
    "maximum_age, 1e9, number-out-of-range",
    "assured_date, '\"0001-01-01\"', date-unreadable",
    "assured_date, '\"9999-12-31\"', date-unreadable",
    "assured_date, '\"2026-10-12nonsense\"', date-unreadable",
    "assured_date, '\"2026-11-25\"', date-in-future",
    "last_modified, '\"9999-12-31T00:00:00Z\"', date-unreadable"
  })
  void leavesOutTheFieldOfAService(String field, String value, String code) {
    var result =
        read(
            """
            [{"id": "o", "name": "One", "services": [
              {"id": "s", "name": "Pantry", "status": "active", "%s": %s}]}]
            """
                .formatted(field, value));

    assertThat(row(result, Kind.SERVICE).values).doesNotContainKey(field);
    assertThat(result.findings())
        .extracting(Finding::pointer, Finding::code, Finding::rejected)
        .containsExactly(tuple("/0/services/0/" + field, code, false));
  }

  @ParameterizedTest
  @CsvSource({"0", "0.5", "18", "130"})
  void keepsAnAgeThatSomebodyCanHave(String age) {
    var result =
        read(
            """
            [{"id": "o", "name": "One", "services": [
              {"id": "s", "name": "Pantry", "status": "active", "minimum_age": %s}]}]
            """
                .formatted(age));

    assertThat(row(result, Kind.SERVICE).number("minimum_age")).isEqualTo(Double.valueOf(age));
    assertThat(result.findings()).isEmpty();
  }

  @Test
  void leavesOutAgesThatContradictEachOther() {
    var result =
        read(
            """
            [{"id": "o", "name": "One", "services": [
              {"id": "s", "name": "Pantry", "status": "active", "minimum_age": 60, "maximum_age": 17}]}]
            """);

    assertThat(row(result, Kind.SERVICE).values).doesNotContainKeys("minimum_age", "maximum_age");
    assertThat(result.findings())
        .extracting(Finding::pointer, Finding::code)
        .containsExactly(tuple("/0/services/0", "ages-contradict"));
  }

  @ParameterizedTest
  @CsvSource({"999, -82", "41, 999", "-999, -999", "1e300, 0", "0, 0"})
  void leavesOutAPlaceThatIsNotOnEarth(String latitude, String longitude) {
    var result =
        read(
            """
            [{"id": "o", "name": "One", "locations": [
              {"id": "l", "location_type": "physical", "latitude": %s, "longitude": %s}]}]
            """
                .formatted(latitude, longitude));

    assertThat(row(result, Kind.LOCATION).values).doesNotContainKeys("latitude", "longitude");
    assertThat(result.findings()).extracting(Finding::code).contains("coordinates-unusable");
  }

  @ParameterizedTest
  @CsvSource({
    "-1, 4, number-out-of-range capacity-incomplete",
    "2.5, 4, number-out-of-range capacity-incomplete",
    "5, 4, capacity-contradicts",
    "2, -4, number-out-of-range",
    "2, 4, ''",
    "2, 2, ''"
  })
  void believesNoCapacityThatCannotBe(String available, String maximum, String codes) {
    var result =
        read(
            """
            [{"id": "o", "name": "One", "services": [{"id": "s", "name": "House", "status": "active",
              "capacities": [{"id": "c", "available": %s, "maximum": %s, "updated": "2026-11-20T00:00:00Z",
                "unit": {"id": "u", "name": "Beds"}}]}]}]
            """
                .formatted(available, maximum));

    assertThat(String.join(" ", result.findings().stream().map(Finding::code).distinct().toList()))
        .startsWith(codes)
        .isEqualTo(codes.contains("capacity") ? codes + " owner-not-stored" : codes);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-23T12:04:00Z, ''",
    "2026-11-23T07:00:00-05:00, ''",
    "2026-11-23T12:06:00Z, date-in-future",
    "2026-11-24T09:00:00Z, date-in-future"
  })
  void nobodyCountedInTheFuture(String updated, String code) {
    var result =
        read(
            """
            [{"id": "o", "name": "One", "services": [{"id": "s", "name": "House", "status": "active",
              "capacities": [{"id": "c", "available": 1, "updated": "%s",
                "unit": {"id": "u", "name": "Beds"}}]}]}]
            """
                .formatted(updated));

    assertThat(result.findings())
        .extracting(Finding::code)
        .isEqualTo(
            code.isEmpty() ? List.of() : List.of(code, "capacity-incomplete", "owner-not-stored"));
  }

  @Test
  void aNameThatNobodyCanSeeIsNone() {
    var result =
        read(
            """
            [{"id": "o", "name": "One", "services": [
              {"id": "s", "name": "\\u200b\\u2060", "status": "active"}]}]
            """);

    assertThat(result.findings())
        .extracting(Finding::pointer, Finding::code)
        .contains(tuple("/0/services/0", "name-missing"));
    assertThat(result.stored()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "schedules, valid_from, valid_to",
    "schedules, dtstart, until",
    "cost_options, valid_from, valid_to"
  })
  void refusesWhatEndsBeforeItBegins(String rows, String from, String to) {
    var result =
        read(
            """
            [{"id": "o", "name": "One", "services": [{"id": "s", "name": "House", "status": "active",
              "%s": [{"id": "x", "%s": "2026-05-02", "%s": "2026-05-01"},
                {"id": "y", "%2$s": "2026-05-02", "%3$s": "2026-05-02"}]}]}]
            """
                .formatted(rows, from, to));

    assertThat(result.findings())
        .extracting(Finding::pointer, Finding::code, Finding::rejected)
        .containsExactly(tuple("/0/services/0/" + rows + "/0", "schedule-contradicts", true));
  }

  @ParameterizedTest
  @CsvSource({
    "'', year_incorporated, -5",
    "'', year_incorporated, 99999999999",
    "'', year_incorporated, 1994.5",
    "phones, extension, -1",
    "phones, extension, 99999999999",
    "services, minimum_age, -1"
  })
  void storesNoNumberThatItWouldHaveToCut(String rows, String field, String value) {
    String row = "\"%s\": %s".formatted(field, value);
    var result =
        read(
            rows.isEmpty()
                ? "[{\"id\": \"o\", \"name\": \"One\", %s}]".formatted(row)
                : """
                [{"id": "o", "name": "One", "%s": [
                  {"id": "x", "name": "X", "number": "988", "status": "active", %s}]}]
                """
                    .formatted(rows, row));

    assertThat(result.findings()).extracting(Finding::code).contains("number-out-of-range");
    assertThat(result.rows()).allSatisfy(it -> assertThat(it.values).doesNotContainKey(field));
  }

  @Test
  void anyPartOfTheFileMayBeOfAnotherType() throws IOException {
    JsonNode file = HsdsReadingTest.coalition();
    List<JsonNode> others =
        List.of(
            JSON.readTree("null"),
            JSON.readTree("\"\""),
            JSON.readTree("7"),
            JSON.readTree("[]"),
            JSON.readTree("{}"),
            JSON.readTree("[null]"),
            JSON.readTree("true"),
            JSON.readTree("1e999"));
    for (String pointer : pointers(file.get(0), "")) {
      for (JsonNode other : others) {
        JsonNode copy = file.get(0).deepCopy();
        int cut = pointer.lastIndexOf('/');
        if (copy.at(pointer.substring(0, cut)) instanceof ObjectNode parent) {
          parent.set(pointer.substring(cut + 1), other);
        }

        HsdsReading.Result result = FileShape.read(JSON.createArrayNode().add(copy), NOW);

        assertThat(result.rows().stream().mapToInt(row -> row.pointers.size()).sum())
            .as("%s = %s", pointer, other)
            .isEqualTo(result.stored());
      }
    }
  }

  private static HsdsReading.Result read(String file) {
    return FileShape.read(JSON.readTree(file), NOW);
  }

  private static HsdsRow row(HsdsReading.Result result, Kind kind) {
    return result.rows().stream().filter(it -> it.key.kind() == kind).findFirst().orElseThrow();
  }

  private static List<String> pointers(JsonNode node, String at) {
    var pointers = new ArrayList<String>();
    if (node.isObject()) {
      for (var property : node.properties()) {
        pointers.add(at + "/" + property.getKey());
        pointers.addAll(pointers(property.getValue(), at + "/" + property.getKey()));
      }
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      pointers.addAll(pointers(node.get(i), at + "/" + i));
    }
    return pointers;
  }
}
