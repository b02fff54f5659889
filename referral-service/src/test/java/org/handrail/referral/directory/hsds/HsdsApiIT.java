package org.handrail.referral.directory.hsds;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.handrail.platform.fixtures.Answer;
import org.handrail.referral.fixtures.Coalition;
import org.handrail.referral.fixtures.HsdsSchemas;
import org.handrail.referral.fixtures.ReferralServiceIT;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ReferralServiceIT
class HsdsApiIT {
  private static final Set<String> WRITTEN_OTHERWISE =
      Set.of("latitude", "longitude", "number", "opens_at", "closes_at", "last_modified");

  private final Coalition coalition;

  HsdsApiIT(Coalition coalition) {
    this.coalition = coalition;
  }

  @BeforeEach
  void atRest() {
    coalition.atRest();
  }

  @Test
  void givesBackEverythingThatTheStandardsExampleSays() {
    JsonNode original = example();
    take("standard", "[" + original + "]");

    Answer given =
        get("/hsds/organizations/" + original.path("id").asString() + "?full_service=true");

    assertGivenBack(original, given.json(), "");
  }

  @Test
  void answersAsTheStandardsSchemasSay() {
    var schemas = new HsdsSchemas();
    take("standard", "[" + example() + "]");

    for (String[] kind :
        new String[][] {
          {"services", "service"},
          {"organizations", "organization"},
          {"service_at_locations", "service_at_location"},
          {"taxonomies", "taxonomy"},
          {"taxonomy_terms", "taxonomy_term"}
        }) {
      JsonNode page = get("/hsds/" + kind[0] + "?per_page=100").json();
      assertThat(page.at("/contents").size()).as(kind[0]).isPositive();
      page.at("/contents").forEach(each -> schemas.assertValid(kind[1], each));
      for (JsonNode each : page.at("/contents")) {
        schemas.assertValid(
            kind[1], get("/hsds/" + kind[0] + "/" + each.path("id").asString()).json());
      }
    }
    get("/hsds/services?full=true&per_page=100")
        .json()
        .at("/contents")
        .forEach(each -> schemas.assertValid("service", each));
    get("/hsds/organizations?full_service=true")
        .json()
        .at("/contents")
        .forEach(each -> schemas.assertValid("organization", each));
  }

  @Test
  void pagesThroughEveryServiceOnce() {
    var seen = new ArrayList<String>();
    JsonNode page;
    int number = 0;
    do {
      page = get("/hsds/services?per_page=7&page=" + ++number).json();
      assertThat(page.at("/size").asInt()).isEqualTo(page.at("/contents").size());
      assertThat(page.at("/first_page").asBoolean()).isEqualTo(number == 1);
      page.at("/contents").forEach(each -> seen.add(each.path("id").asString()));
    } while (!page.at("/last_page").asBoolean());

    assertThat(number).isEqualTo(page.at("/total_pages").asInt());
    assertThat(seen).doesNotHaveDuplicates().hasSize(page.at("/total_items").asInt());
    assertThat(get("/hsds/services?minimal=true&per_page=1000").json().at("/contents/0").size())
        .isEqualTo(2);
    assertThat(get("/hsds/services?page=900").json().at("/empty").asBoolean()).isTrue();
  }

  @Test
  void narrowsByTermOrganizationWordsAndTime() {
    UUID harborlight = coalition.service("Harborlight residential");
    JsonNode service = get("/hsds/services/" + harborlight).json();
    String organization = service.at("/organization/id").asString();
    String term = service.at("/attributes/0/taxonomy_term/id").asString();

    assertThat(ids("services?organization_id=" + organization))
        .hasSizeGreaterThan(1)
        .contains(harborlight.toString());
    assertThat(ids("services?taxonomy_term_id=" + term)).contains(harborlight.toString());
    assertThat(ids("services?search=residential&organization_id=" + organization))
        .contains(harborlight.toString());
    assertThat(ids("services?taxonomy_term_id=" + UUID.randomUUID())).isEmpty();
    assertThat(ids("services?modified_after=2199-01-01T00:00:00Z")).isEmpty();
    assertThat(ids("services?modified_after=2020-01-01T00:00:00Z&organization_id=" + organization))
        .contains(harborlight.toString());
    assertThat(ids("organizations?search=HARBORlight")).contains(organization);
    assertThat(ids("organizations?search=%25")).isEmpty();
    assertThat(ids("service_at_locations?organization_id=" + organization)).isNotEmpty();
    assertThat(ids("service_at_locations?postcode=00000")).isEmpty();
    assertThat(ids("taxonomy_terms?search=peer")).isNotEmpty();
  }

  @Test
  void isOpenToReadAndClosedToWrite() {
    assertThat(get("/hsds").at("/version")).isEqualTo("3.1");
    assertThat(get("/hsds").at("/openapi_url")).isEqualTo("/docs/openapi/referral.json");
    coalition.anonymous().get("/hsds/services/" + UUID.randomUUID()).send().isNotFound();
    coalition.anonymous().get("/hsds/services/no-id").send().isNotFound();
    coalition.anonymous().post("/hsds/services").body("{}").send().hasStatus(405);
    for (String beyond :
        List.of("per_page=101", "per_page=0", "page=0", "page=90000", "format=xml")) {
      coalition.anonymous().get("/hsds/services?" + beyond).send().isProblem(400, "invalid");
    }
    for (String noInstant : List.of("2030", "1", "2030-01-01", "2030-01-01T00:00:00", "now")) {
      assertThat(
              coalition
                  .anonymous()
                  .get("/hsds/services?modified_after=" + noInstant)
                  .send()
                  .isProblem(400, "invalid")
                  .text())
          .contains("Expected a time such as 2026-01-31T10:00:00Z");
    }
    coalition
        .anonymous()
        .get("/hsds/services?modified_after=2030-01-01T00:00:00%2B01:00")
        .send()
        .isOk();
  }

  private Answer get(String path) {
    return coalition.anonymous().get(path).send().isOk();
  }

  private List<String> ids(String path) {
    return get("/hsds/" + path)
        .json()
        .at("/contents")
        .valueStream()
        .map(each -> each.path("id").asString())
        .toList();
  }

  private Answer take(String source, String file) {
    return coalition
        .olive()
        .post("/api/directory/imports?source=" + source)
        .body(file)
        .send()
        .isCreated();
  }

  /** As it stands, but for what cannot be so. */
  private static JsonNode example() {
    return JsonMapper.shared()
        .readTree(
            new String(
                    Coalition.seed(
                        "referral-service/src/test/resources/hsds/organization_full.json"),
                    UTF_8)
                .replace("\"ABC 1234\"", "\"44870\"")
                .replace("\"extent\": \"extent\"", "\"extent\": \"The whole county\"")
                .replace("\"extent_type\": \"geojson\"", "\"extent_type\": \"text\"")
                .replace("\"link_entity\": \"link_entity\"", "\"link_entity\": \"service\""));
  }

  private static void assertGivenBack(JsonNode original, JsonNode given, String at) {
    if (original.isObject()) {
      for (var property : original.properties()) {
        String name = property.getKey();
        if (!name.endsWith("_id") && !WRITTEN_OTHERWISE.contains(name)) {
          assertGivenBack(property.getValue(), given.path(name), at + "/" + name);
        }
      }
    } else if (original.isArray()) {
      for (JsonNode element : original) {
        JsonNode same =
            given
                .valueStream()
                .filter(each -> each.path("id").equals(element.path("id")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing of " + at));
        assertGivenBack(element, same, at + "/" + element.path("id").asString());
      }
    } else if (original.isNumber()) {
      assertThat(given.asDouble()).as(at).isEqualTo(original.asDouble());
    } else {
      assertThat(given.asString("")).as(at).isEqualTo(original.asString().strip());
    }
  }
}
