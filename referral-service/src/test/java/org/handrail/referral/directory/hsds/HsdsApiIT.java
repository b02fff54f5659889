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
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ReferralServiceIT
class HsdsApiIT {
  private static final Set<String> WRITTEN_OTHERWISE =
      Set.of("latitude", "longitude", "number", "opens_at", "closes_at", "last_modified");

  private final Coalition coalition;
  private final JdbcClient jdbc;

  HsdsApiIT(Coalition coalition, JdbcClient jdbc) {
    this.coalition = coalition;
    this.jdbc = jdbc;
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
    assertThat(ids("services?modified_after=2200-01-01T00:00:00Z")).isEmpty();
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
  }

  @Test
  void neverTellsWhereAConfidentialPlaceIs() {
    String source = "refuge-" + UUID.randomUUID();
    UUID id = UUID.randomUUID();
    String open =
        """
        [{"id": "o", "name": "Refuge", "locations": [{"id": "l", "location_type": "physical", "name": "Zebrawood Lane house",
            "latitude": 41.44, "longitude": -82.70, "description": "Blue door on Zebrawood Lane",
            "addresses": [{"id": "a", "address_1": "77 Zebrawood Lane", "city": "Port Amity", "state_province": "OH",
              "postal_code": "44870", "country": "US", "address_type": "physical",
              "metadata": [{"id": "m", "field_name": "address_1", "previous_value": "75 Zebrawood Lane"}]}],
            "phones": [{"id": "p", "number": "419-555-0177", "description": "Rings in Zebrawood Lane"}],
            "schedules": [{"id": "c", "freq": "WEEKLY", "description": "Ring twice at 77 Zebrawood Lane"}],
            "languages": [{"id": "g", "code": "es", "note": "By the door to Zebrawood Lane"}]%s}],
          "services": [{"id": "%s", "name": "Shelter %s", "status": "active",
            "service_at_locations": [{"id": "sl", "location_id": "l", "description": "Behind Zebrawood school"}]}]}]
        """;
    String marked =
        """
        , "attributes": [{"id": "x", "taxonomy_term": {"id": "t", "code": "confidential-location"}}]\
        """;
    Answer report = take(source, open.formatted(marked, id, id));

    assertThat(report.text()).contains("confidential-withheld");
    // A later file that forgot to say so changes nothing.
    take(source, open.formatted("", id, id));
    assertThat(get("/hsds/services/" + id).at("/service_at_locations/0/location/addresses/0/city"))
        .isEqualTo("Port Amity");
    for (String at :
        List.of(
            "/hsds/services/" + id,
            "/hsds/services?full=true&search=" + id,
            "/hsds/service_at_locations?full=true&search=" + id,
            "/hsds/organizations?search=refuge&full=true")) {
      assertThat(get(at).text()).doesNotContain("Zebrawood").doesNotContain("41.44");
    }
    assertThat(coalition.maya().get("/api/directory/services/" + id).send().isOk().text())
        .contains("Port Amity")
        .doesNotContain("Zebrawood");
    assertThat(stored("Zebrawood")).isZero();
  }

  @Test
  void forgetsWhereAPlaceIsThatBecomesConfidential() {
    String source = "refuge-" + UUID.randomUUID();
    String known =
        """
        [{"id": "o", "name": "Refuge", "locations": [{"id": "l", "location_type": "physical"%s}],
          "services": [{"id": "s", "name": "Shelter", "status": "active",
            "service_at_locations": [{"id": "sl", "location_id": "l"}]}]}]
        """;
    take(
        source,
        known.formatted(
            """
            , "phones": [{"id": "p", "number": "419-555-0177", "description": "In Osagewood Lane"}],
            "addresses": [{"id": "a", "address_1": "77 Osagewood Lane", "city": "Port Amity",
              "state_province": "OH", "postal_code": "44870", "country": "US", "address_type": "physical",
              "metadata": [{"id": "m", "field_name": "address_1", "previous_value": "75 Osagewood Lane"}]}]\
            """));
    assertThat(stored("Osagewood")).isPositive();
    take(
        source,
        known.formatted(
            """
            , "attributes": [{"id": "x", "taxonomy_term": {"id": "t", "code": "confidential-location"}}]\
            """));

    assertThat(stored("Osagewood")).isZero();
  }

  @Test
  void whateverALaterFileListsOfItAConfidentialPlaceStaysSo() {
    String source = "refuge-" + UUID.randomUUID();
    String both =
        """
        [{"id": "o", "name": "Refuge", "locations": [{"id": "l", "location_type": "physical",
            "addresses": [{"id": "a", "address_1": "77 Medlarwood Lane", "city": "Port Amity", "state_province": "OH",
              "postal_code": "44870", "country": "US", "address_type": "physical"}]%s}],
          "services": [{"id": "s1", "name": "Shelter", "status": "active",
            "service_at_locations": [{"id": "sl1", "location_id": "l"}]}%s]}]
        """;
    String mark =
        """
        , "attributes": [{"id": "x", "taxonomy_term": {"id": "t", "code": "confidential-location"}}]\
        """;
    String second =
        """
        , {"id": "s2", "name": "Kitchen", "status": "active",
           "service_at_locations": [{"id": "sl2", "location_id": "l", "description": "Behind 77 Medlarwood Lane"}]}\
        """;
    take(source, both.formatted("", second));
    take(source, both.formatted(mark, ""));
    assertThat(stored("Medlarwood")).as("of a service that this file does not have").isZero();

    String elsewhere =
        """
        [{"id": "o", "name": "Refuge", "locations": [{"id": "m", "location_type": "physical",
            "addresses": [{"id": "a", "address_1": "77 Medlarwood Lane", "city": "Port Amity", "state_province": "OH",
              "postal_code": "44870", "country": "US", "address_type": "physical"}]}]}]
        """;
    assertThat(take(source, elsewhere).text()).contains("confidential-withheld");
    assertThat(stored("Medlarwood")).as("by an address that the place has as well").isZero();
  }

  private int stored(String word) {
    return jdbc.sql(
            """
            select (select count(*) from directory_row where body::text like :word)
              + (select count(*) from directory_address where address_1 like :word)
              + (select count(*) from directory_phone where description like :word)
              + (select count(*) from directory_service_at_location where description like :word)
            """)
        .param("word", "%" + word + "%")
        .query(Integer.class)
        .single();
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
