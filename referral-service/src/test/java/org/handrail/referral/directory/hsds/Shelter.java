package org.handrail.referral.directory.hsds;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;
import org.handrail.referral.fixtures.Coalition;
import org.handrail.referral.fixtures.Zips;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A shelter as files of a source list it, and what anybody can learn of where it is. */
final class Shelter {
  /** An attribute that says that nobody may know where it is. */
  static final String MARK =
      """
      , "attributes": [{"id": "x", "taxonomy_term": {"id": "t", "code": "confidential-location"}}]\
      """;

  /** Where it is; no other place of the tests is called so. */
  final String street = "Q" + UUID.randomUUID().toString().replaceAll("[^a-f]", "") + "wood";

  final UUID service;
  private final String source;
  private final Coalition coalition;
  private final JdbcClient jdbc;

  Shelter(Coalition coalition, JdbcClient jdbc, String source, UUID service) {
    this.coalition = coalition;
    this.jdbc = jdbc;
    this.source = source;
    this.service = service;
  }

  /** The place, with these fields more, as some source names it. */
  String place(String id, String more) {
    return """
    {"id": "%1$s", "location_type": "physical", "name": "%2$s house", "latitude": 41.44, "longitude": -82.70,
      "addresses": [{"id": "a-%1$s", "address_1": "77 %2$s Lane", "city": "Port Amity", "state_province": "OH",
        "postal_code": "44870", "country": "US", "address_type": "physical"}]%3$s}\
    """
        .formatted(id, street, more);
  }

  /** An organization with these places, and the service, with more of either. */
  String file(String places, String ofService, String ofOrganization) {
    return """
    [{"id": "o-%1$s", "name": "Refuge", "locations": [%2$s], "services": [
      {"id": "%1$s", "name": "Shelter %1$s", "status": "active"%3$s}]%4$s}]
    """
        .formatted(service, places, ofService, ofOrganization);
  }

  /** A file with the place and the service, and the mark on what is called so. */
  String marking(String place, String marked) {
    return switch (marked) {
      case "place" -> file(place(place, MARK), at(place), "");
      case "service" -> file(place(place, ""), at(place) + MARK, "");
      case "service_at_location" -> file(place(place, ""), at(place, MARK), "");
      case "organization" -> file(place(place, ""), at(place), MARK);
      default ->
          file(
              place(place, ""),
              at(place)
                  + ", \"attributes\": [{\"id\": \"x\", \"taxonomy_term_id\": \"%s\"}]"
                      .formatted(service),
              "");
    };
  }

  /** A file with nothing but the mark on what has that id. */
  static String markOn(String id, String entity) {
    return """
    {"attributes": [{"id": "x", "link_id": "%s", "link_entity": "%s", "value": "confidential-location"}]}
    """
        .formatted(id, entity);
  }

  /** That the service is offered there. */
  static String at(String place) {
    return at(place, "");
  }

  static String at(String place, String more) {
    return """
    , "service_at_locations": [{"id": "sl", "location_id": "%s"%s}]\
    """
        .formatted(place, more);
  }

  String open() {
    return file(place("l", ""), at("l"), "");
  }

  Answer take(String file) {
    return take(source, file);
  }

  Answer take(String source, String file) {
    return whole(send(coalition.olive(), source, file).isCreated());
  }

  /** What becomes of a file, whether it is taken or not. */
  Answer send(String file) {
    return send(coalition.olive(), source, file);
  }

  Answer send(Api by, String source, String file) {
    return by.post("/api/directory/imports?source=" + source).body(file).send();
  }

  /** Tables, each of lines of which the first names the columns. */
  Answer take(Map<String, String> tables) {
    return whole(send(tables).isCreated());
  }

  /** What becomes of tables, whether they are taken or not. */
  Answer send(Map<String, String> tables) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    tables.forEach((name, lines) -> files.put(name + ".csv", lines.getBytes(UTF_8)));
    return coalition
        .olive()
        .post("/api/directory/imports?source=" + source)
        .header("Content-Type", "application/zip")
        .bytes(Zips.zip(files))
        .send();
  }

  private static Answer whole(Answer report) {
    assertThat(report.json().at("/read").asInt())
        .isEqualTo(report.json().at("/stored").asInt() + report.json().at("/rejected").asInt());
    return report;
  }

  void isTold() {
    assertThat(told(street)).as("so that the test can fail").isTrue();
    assertThat(stored(street)).isNotEmpty();
    assertThat(isNear()).isTrue();
  }

  void isHidden() {
    assertThat(stored(street)).isEmpty();
    assertThat(told(street)).isFalse();
    assertThat(isNear()).isFalse();
  }

  /** What anybody is told who asks for the service by its id. */
  String listing() {
    return coalition.anonymous().get("/hsds/services/" + service).send().isOk().text();
  }

  /** Whether any answer to anybody has that word. */
  boolean told(String word) {
    for (String path :
        List.of(
            "/hsds/services/" + service,
            "/hsds/services?full=true&search=" + service,
            "/hsds/service_at_locations?full=true&search=" + service,
            "/hsds/organizations?full=true&search=refuge&per_page=100",
            "/hsds/services?format=ndjson",
            "/hsds/service_at_locations?format=ndjson",
            "/hsds/taxonomy_terms?per_page=100",
            "/hsds/organizations?format=ndjson&full=true")) {
      if (coalition.anonymous().get(path).send().isOk().text().contains(word)) {
        return true;
      }
    }
    return coalition
        .maya()
        .get("/api/directory/services/" + service)
        .send()
        .isOk()
        .text()
        .contains(word);
  }

  private boolean isNear() {
    String after = "";
    do {
      Answer page =
          coalition
              .maya()
              .get("/api/directory/services?near=41.44,-82.70&within=1&limit=100" + after)
              .send()
              .isOk();
      if (page.text().contains(service.toString())) {
        return true;
      }
      after = page.at("/next").isEmpty() ? "" : "&after=" + page.at("/next");
    } while (!after.isEmpty());
    return false;
  }

  /** The rows of any table of the directory in which that stands. */
  List<String> stored(String word) {
    return jdbc
        .sql(
            """
            select table_name from information_schema.tables
            where table_schema = current_schema() and table_name like 'directory\\_%'
            """)
        .query(String.class)
        .list()
        .stream()
        .flatMap(
            table ->
                jdbc
                    .sql(
                        "select '%1$s ' || t::text from %1$s t where t::text ilike '%%' || ? || '%%'"
                            .formatted(table))
                    .param(word)
                    .query(String.class)
                    .list()
                    .stream())
        .toList();
  }
}
