package org.handrail.referral.directory.hsds;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.handrail.platform.fixtures.Answer;
import org.handrail.referral.fixtures.Coalition;
import org.handrail.referral.fixtures.HsdsSchemas;
import org.handrail.referral.fixtures.ReferralServiceIT;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ReferralServiceIT
class HsdsListsIT {
  private final Coalition coalition;
  private final JdbcClient jdbc;

  HsdsListsIT(Coalition coalition, JdbcClient jdbc) {
    this.coalition = coalition;
    this.jdbc = jdbc;
  }

  @BeforeEach
  void atRest() {
    coalition.atRest();
  }

  @AfterEach
  void clockGoes() {
    coalition.clock().reset();
  }

  @ParameterizedTest
  @CsvSource({
    "services, service",
    "organizations, organization",
    "service_at_locations, service_at_location",
    "taxonomies, taxonomy",
    "taxonomy_terms, taxonomy_term"
  })
  void givesTheWholeListALineForEachRow(String list, String kind) {
    take("standard", List.of(standardsExample()));
    List<JsonNode> lines = lines("/hsds/" + list + "?format=ndjson");
    JsonNode first = get("/hsds/" + list).json();

    assertThat(lines).hasSize(first.at("/total_items").asInt());
    assertThat(lines.getFirst()).isEqualTo(first.at("/contents/0"));
    var schemas = new HsdsSchemas();
    lines.forEach(line -> schemas.assertValid(kind, line));
  }

  @Test
  void goesOnBehindTheFirstHundred() {
    String word = word();
    take(IntStream.range(0, 250).mapToObj(i -> service(word + " " + i, "", "")).toList());

    List<JsonNode> lines = lines("/hsds/services?format=ndjson&search=" + word);
    assertThat(lines.stream().map(line -> line.path("id").asString()))
        .hasSize(250)
        .doesNotHaveDuplicates()
        .isSorted();
    assertThat(lines("/hsds/services?format=ndjson&minimal=true&search=" + word))
        .hasSize(250)
        .allSatisfy(
            line -> assertThat(line.propertyNames()).containsExactly("id", "modified_date"));
  }

  @Test
  void narrowsToWhatCoversAPostcode() {
    String word = word();
    take(
        List.of(
            service(word + " named", area("text", "The county, 99123 and 99130"), at("99999", 0)),
            service(word + " elsewhere", area("text", "99124"), at("99123", 0)),
            service(word + " drawn", area("geojson", "[-82.99123, 41.0]"), at("99123", 0)),
            service(word + " there", "", at("99123", 0)),
            service(word + " away", "", at("99124", 0))));

    assertThat(names(word, "postcode=99123"))
        .containsExactlyInAnyOrder(word + " named", word + " there");
    assertThat(names(word, "postcode=9912")).isEmpty();
    refused("postcode=.*");
  }

  @Test
  void narrowsToWhatIsNearAPostcode() {
    String word = word();
    take(
        List.of(
            service(word + " there", area("text", "99888"), at("99777", 0)),
            service(word + " near", "", at("99778", 0.005)),
            service(word + " far", area("text", "99777"), at("99779", 0.1))));

    assertThat(names(word, "postcode=99777&proximity=1000"))
        .containsExactlyInAnyOrder(word + " there", word + " near");
    assertThat(names(word, "postcode=99777&proximity=12000")).hasSize(3);
    assertThat(names(word, "postcode=99777&proximity=1")).containsExactly(word + " there");
    assertThat(names(word, "postcode=00000&proximity=12000")).isEmpty();
    refused("proximity=100");
    refused("postcode=99777&proximity=0");
  }

  @Test
  void theFourDigitsOfTheSideOfAStreetAreOfTheSamePostcode() {
    String word = word();
    take(
        List.of(
            service(word + " exact", "", at("99321-0007", 0)),
            service(word + " plain", area("text", "99321"), at("99322", 0.5))));

    for (String postcode : List.of("99321", "99321-0007", "99321-0042", "993210042")) {
      assertThat(names(word, "postcode=" + postcode))
          .as(postcode)
          .containsExactlyInAnyOrder(word + " exact", word + " plain");
      assertThat(names(word, "postcode=%s&proximity=10".formatted(postcode)))
          .containsExactly(word + " exact");
    }
    assertThat(get("/hsds/service_at_locations?full=true&search=" + word).text())
        .contains("99321-0007");
  }

  @Test
  void whatIsGivenWithARowCountsAsItsChange() {
    String word = word();
    String numbered = numbered(word, "419-555-0100");
    take("copied-" + word, List.of(numbered));
    coalition.clock().advance(Duration.ofDays(1));
    String copied = "&modified_after=" + coalition.clock().instant();
    take("copied-" + word, List.of(numbered));
    assertThat(names(word, copied)).isEmpty();

    take("copied-" + word, List.of(numbered(word, "419-555-0101")));
    assertThat(names(word, copied)).containsExactly(word);
    coalition.clock().advance(Duration.ofDays(1));
    copied = "&modified_after=" + coalition.clock().instant();
    take("copied-" + word, List.of(numbered.replaceAll("\\{\"id\": \"p\".*?}", "")));
    assertThat(names(word, copied)).containsExactly(word);
  }

  @Test
  void howeverMuchBelongsToRowsNothingOfItIsLeftOut() {
    String word = word();
    String source = "much-" + word;
    take(
        source,
        IntStream.range(0, 3).mapToObj(i -> service(word + " " + i, "", at("99555", 0))).toList());
    phones(source, word + " 0", 21_000);
    phones(source, word + " 1", 10);

    List<JsonNode> services = lines("/hsds/services?format=ndjson&full=true&search=" + word);
    noPhones(source);

    assertThat(services)
        .hasSize(3)
        .allSatisfy(
            each ->
                assertThat(each.at("/service_at_locations/0/location/addresses/0/postal_code"))
                    .isEqualTo(JsonMapper.shared().valueToTree("99555")));
    assertThat(services.stream().map(each -> each.path("phones").size()))
        .containsExactlyInAnyOrder(21_000, 10, 0);
  }

  /** Written past the import, and counted as it counts. */
  private void phones(String source, String service, int many) {
    jdbc.sql(
            """
            with phone as (
              insert into directory_row (source, kind, external_id, body, imported_at, modified_at)
              select :source, 'phone', :service || ' ' || i, '{"number": "+14195550100"}', now(), now()
              from generate_series(1, :many) i returning external_id)
            insert into directory_owner (source, owner_kind, owner_external_id, kind, external_id)
            select s.source, 'service', s.external_id, 'phone', p.external_id
            from directory_service s, phone p where s.source = :source and s.name = :service
            """)
        .param("source", source)
        .param("service", service)
        .param("many", many)
        .update();
    jdbc.sql("analyze directory_row, directory_owner").update();
  }

  /** So that nobody has to read them again with the whole list. */
  private void noPhones(String source) {
    jdbc.sql("delete from directory_owner where kind = 'phone' and source = ?")
        .param(source)
        .update();
    jdbc.sql("delete from directory_row where kind = 'phone' and source = ?")
        .param(source)
        .update();
  }

  private void refused(String query) {
    coalition
        .anonymous()
        .get("/hsds/service_at_locations?" + query)
        .send()
        .isProblem(400, "invalid");
  }

  private List<String> names(String word, String query) {
    return get("/hsds/service_at_locations?search=%s&%s".formatted(word, query))
        .json()
        .at("/contents")
        .valueStream()
        .map(each -> each.at("/service/name").asString())
        .toList();
  }

  private List<JsonNode> lines(String path) {
    Answer answer = get(path);
    assertThat(answer.header("Content-Type")).startsWith("application/x-ndjson");
    var lines = new ArrayList<JsonNode>();
    answer.text().lines().forEach(line -> lines.add(JsonMapper.shared().readTree(line)));
    return lines;
  }

  private Answer get(String path) {
    return coalition.anonymous().get(path).send().isOk();
  }

  private void take(List<String> organizations) {
    take("lists-" + UUID.randomUUID(), organizations);
  }

  private void take(String source, List<String> organizations) {
    coalition
        .olive()
        .post("/api/directory/imports?source=" + source)
        .body("[" + String.join(",", organizations) + "]")
        .send()
        .isCreated();
  }

  private static String standardsExample() {
    return new String(
        Coalition.seed("referral-service/src/test/resources/hsds/organization_full.json"), UTF_8);
  }

  /** One that stands in no other test's file. */
  private static String word() {
    return "w" + UUID.randomUUID().toString().replace("-", "");
  }

  private static String service(String name, String areas, String location) {
    String id = UUID.randomUUID().toString();
    return """
    {"id": "o%1$s", "name": "%2$s", "description": "", "locations": [%4$s],
      "services": [{"id": "%1$s", "name": "%2$s", "status": "active", "service_areas": [%3$s],
        "service_at_locations": [{"id": "s%1$s", "location_id": "l%1$s"}]}]}
    """
        .formatted(id, name, areas.replace("ID", "a" + id), location.replace("ID", id));
  }

  private static String area(String type, String extent) {
    return """
    {"id": "ID", "name": "Where they go", "extent_type": "%s", "extent": "%s"}
    """
        .formatted(type, extent);
  }

  private static String numbered(String word, String number) {
    return service(word, "", at("99556", 0))
        .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "x")
        .replace(
            "\"addresses\"",
            "\"phones\": [{\"id\": \"p\", \"number\": \"%s\"}], \"addresses\"".formatted(number));
  }

  /** So many degrees north of a place; one is 111 kilometres. */
  private static String at(String postcode, double north) {
    return """
    {"id": "lID", "location_type": "physical", "name": "House", "latitude": %s, "longitude": -82.0,
      "addresses": [{"id": "dID", "address_1": "1 Main Street", "city": "Port Amity",
        "state_province": "OH", "postal_code": "%s", "country": "US", "address_type": "physical"}]}
    """
        .formatted(41.0 + north, postcode);
  }
}
