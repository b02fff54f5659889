package org.handrail.referral.directory.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.handrail.platform.problem.Refusal;
import org.handrail.referral.directory.standard.Kind;
import org.handrail.referral.fixtures.RealFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class HsdsReadingTest {
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final JsonMapper JSON = JsonMapper.shared();

  @Test
  void takesTheExampleOfTheStandardWhole() throws IOException {
    try (InputStream file =
        Objects.requireNonNull(
            HsdsReadingTest.class.getResourceAsStream("/hsds/organization_full.json"))) {
      HsdsReading.Result result = read(JSON.createArrayNode().add(JSON.readTree(file)));

      assertThat(result.rejected()).isZero();
      assertThat(result.rows()).hasSize(20);
      assertThat(result.findings())
          .extracting(Finding::code)
          .as("what the example makes up")
          .containsOnly(
              "coordinates-unusable",
              "postal-code-unreadable",
              "extent-unreadable",
              "unknown-word",
              "recurrence-contradicts",
              "reference-dangling");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "location",
        "organization_full",
        "organization_list",
        "service_at_location_full",
        "service_at_location_list",
        "service_full",
        "service_list",
        "tabular",
        "taxonomy",
        "taxonomy_list",
        "taxonomy_term",
        "taxonomy_term_list"
      })
  void losesNoRowOfTheStandardsExamples(String name) throws IOException {
    JsonNode file =
        JSON.readTree(Files.readAllBytes(RealFiles.at("hsds/examples/" + name + ".json")));
    boolean wrapped = name.endsWith("_list") || name.equals("tabular");

    HsdsReading.Result result = read(file);

    assertThat(result.read()).isEqualTo(objects(file) - (wrapped ? 1 : 0));
    assertThat(result.rows().stream().mapToInt(row -> row.pointers.size()).sum())
        .isEqualTo(result.stored())
        .isPositive();
    assertThat(result.stored() + result.rejected()).isEqualTo(result.read());
  }

  @Test
  void findsWhoseRowItIsInTables() {
    HsdsReading.Result result =
        read(
            json(
                """
                {"services.csv": [{"id": "s", "organization_id": "o", "name": "Pantry", "status": "active"},
                    {"id": "t", "organization_id": "nobody", "name": "Lost", "status": "active"}],
                 "organizations": [{"id": "o", "name": "One"}],
                 "phones": [{"id": "p", "service_id": "s", "organization_id": "o", "number": "988"},
                    {"id": "q", "number": "988"}],
                 "attributes": [{"id": "a", "link_id": "s", "link_entity": "nonsense", "taxonomy_term_id": "x"}],
                 "taxonomy_terms": [{"id": "x", "code": "food"}]}
                """));

    assertThat(result.rows())
        .extracting(row -> row.key.id(), row -> row.owners.stream().map(RowKey::id).toList())
        .containsExactlyInAnyOrder(
            tuple("s", List.of("o")),
            tuple("o", List.of()),
            tuple("p", List.of("o", "s")),
            tuple("a", List.of("s")),
            tuple("x", List.of()));
    assertThat(result.findings())
        .filteredOn(Finding::rejected)
        .extracting(Finding::pointer, Finding::code)
        .containsExactlyInAnyOrder(
            tuple("/services.csv/1", "reference-dangling"),
            tuple("/phones/1", "reference-dangling"));
  }

  @Test
  void losesNoRowOfTheCoalitionsFile() throws IOException {
    JsonNode file = coalition();

    HsdsReading.Result result = read(file);

    assertThat(result.read()).isEqualTo(objects(file));
    assertThat(result.rows().stream().mapToInt(row -> row.pointers.size()).sum())
        .isEqualTo(result.stored());
    assertThat(result.stored() + result.rejected()).isEqualTo(result.read());
    assertThat(result.findings()).filteredOn(Finding::rejected).doesNotHaveDuplicates();
  }

  @Test
  void reportsEachKindOfMessOfTheCoalitionsFile() throws IOException {
    Map<String, Long> codes =
        read(coalition()).findings().stream()
            .collect(Collectors.groupingBy(Finding::code, Collectors.counting()));

    assertThat(codes)
        .containsKeys(
            "markup-removed",
            "control-characters-removed",
            "coordinates-swapped",
            "coordinates-unusable",
            "date-unreadable",
            "date-in-future",
            "time-unreadable",
            "phone-unreadable",
            "phone-extension-moved",
            "email-unreadable",
            "url-not-allowed",
            "ages-contradict",
            "wrong-type",
            "unknown-word",
            "unknown-field",
            "status-missing",
            "name-missing",
            "owner-not-stored",
            "not-an-object",
            "duplicate-id",
            "reference-dangling",
            "schedule-contradicts");
  }

  @Test
  void whatIsOfNoUseTakesWhatHangsOnItAlong() {
    HsdsReading.Result result =
        read(
            json(
                """
                [{"id": "o", "name": null, "services": [
                  {"id": "s", "name": "Pantry", "status": "active", "phones": [{"id": "p", "number": "988"}]}]}]
                """));

    assertThat(result.rows()).isEmpty();
    assertThat(result.findings())
        .extracting(Finding::pointer, Finding::code)
        .containsExactly(
            tuple("/0", "name-missing"),
            tuple("/0/services/0", "owner-not-stored"),
            tuple("/0/services/0/phones/0", "owner-not-stored"));
  }

  @Test
  void firstOfTwoThatContradictEachOtherIsKept() {
    HsdsReading.Result result =
        read(
            json(
                """
                [{"id": "o", "name": "One"}, {"id": "o", "name": "Two", "services": [
                  {"id": "s", "name": "Pantry", "status": "active"}]}]
                """));

    assertThat(result.rows()).extracting(row -> row.text("name")).containsExactly("One", "Pantry");
    assertThat(result.findings())
        .extracting(Finding::pointer, Finding::code)
        .containsExactly(tuple("/1", "duplicate-id"));
  }

  @Test
  void whatBelongsToOneOnlyStaysWithTheFirstThatHasIt() {
    HsdsReading.Result result =
        read(
            json(
                """
                [{"id": "o", "name": "One", "locations": [{"id": "l", "location_type": "physical"}], "services": [
                    {"id": "s", "name": "Soup", "status": "active", "service_at_locations": [{"id": "x", "location_id": "l"}]},
                    {"id": "t", "name": "Tea", "status": "active", "service_at_locations": [{"id": "x", "location_id": "l"}]}]},
                 {"id": "p", "name": "Two", "services": [{"id": "s", "name": "Soup", "status": "active"}]}]
                """));

    assertThat(result.findings())
        .extracting(Finding::pointer, Finding::code, Finding::rejected)
        .containsExactly(
            tuple("/0/services/1/service_at_locations/0", "duplicate-id", true),
            tuple("/1/services/0", "duplicate-id", true));
    assertThat(result.findings())
        .extracting(Finding::detail)
        .allSatisfy(detail -> assertThat(detail).contains("/0/services/0"));
    assertThat(result.stored() + result.rejected()).isEqualTo(result.read());
  }

  @Test
  void sameRowInTwoPlacesIsOne() {
    HsdsReading.Result result =
        read(
            json(
                """
                [{"id": "o", "name": "One", "phones": [{"id": "p", "number": "(419) 555-0120"}], "services": [
                  {"id": "s", "name": "Pantry", "status": "active", "phones": [{"id": "p", "number": "419 555 0120"}]}]}]
                """));

    assertThat(result.findings()).isEmpty();
    assertThat(result.read()).isEqualTo(4);
    assertThat(result.rows())
        .filteredOn(row -> row.key.kind() == Kind.PHONE)
        .singleElement()
        .satisfies(
            row ->
                assertThat(row.owners)
                    .containsExactly(
                        new RowKey(Kind.ORGANIZATION, "o"), new RowKey(Kind.SERVICE, "s")));
  }

  @Test
  void anIdThatIsTooLongIsNotCalledMissing() {
    String id = "o".repeat(3_000_000);
    JsonNode file =
        json(
            "[{\"id\": \"%s\", \"name\": \"One\"}, {\"id\": \"p\", \"name\": \"Two\", \"phones\": [{\"id\": \"%s\", \"number\": \"988\"}]}]"
                .formatted(id, id));

    assertThat(read(file).findings())
        .extracting(Finding::code)
        .containsExactly("id-too-long", "id-too-long");
  }

  @Test
  void rowWithoutAnIdGetsTheSameOneEveryTime() {
    JsonNode file =
        json("[{\"id\": \"o\", \"name\": \"One\", \"phones\": [{\"number\": \"988\"}]}]");

    assertThat(read(file).rows())
        .extracting(row -> row.key)
        .isEqualTo(read(file).rows().stream().map(row -> row.key).toList())
        .hasSize(2);
    assertThat(read(file).findings()).extracting(Finding::code).containsExactly("id-missing");
  }

  @Test
  void whatIsNoFileOfOrganizationsIsRefused() {
    for (String file :
        List.of(
            "{}",
            "\"text\"",
            "12",
            "null",
            "{\"contents\": {}}",
            "{\"contents\": [], \"services\": []}",
            "{\"contents\": [], \"more\": {\"attributes\": []}}")) {
      assertThatThrownBy(() -> FileShape.read(json(file), NOW))
          .as(file)
          .isInstanceOf(Refusal.class)
          .hasMessage("not-hsds");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[]                                                           | ''",
        "{\"contents\": []}                                           | /contents",
        "{\"organizations\": [{\"id\": \"o\", \"name\": \"One\"}], \"services\": []} | /services"
      })
  void whatHasNoRowIsSaidToHaveNone(String file, String at) {
    assertThat(read(json(file)).findings())
        .extracting(Finding::pointer, Finding::code, Finding::rejected)
        .containsExactly(tuple(at, "no-rows", false));
  }

  private static HsdsReading.Result read(JsonNode file) {
    return FileShape.read(file, NOW);
  }

  private static JsonNode json(String text) {
    return JSON.readTree(text);
  }

  static JsonNode coalition() throws IOException {
    Path here = Path.of("").toAbsolutePath();
    while (!Files.exists(here.resolve("deploy/local/seed/directory.json"))) {
      here = Objects.requireNonNull(here.getParent());
    }
    return JSON.readTree(Files.readAllBytes(here.resolve("deploy/local/seed/directory.json")));
  }

  /** Counted apart from the code: what stands in an array, and single objects. */
  private static int objects(JsonNode node) {
    int count = 0;
    if (node.isArray()) {
      for (JsonNode element : node) {
        count += (element.isObject() ? 0 : 1) + objects(element);
      }
    } else if (node.isObject()) {
      count = 1;
      for (JsonNode value : node.values()) {
        count += objects(value);
      }
    }
    return count;
  }
}
