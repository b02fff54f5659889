package org.handrail.referral.directory.hsds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.handrail.platform.fixtures.Answer;
import org.handrail.referral.fixtures.Coalition;
import org.handrail.referral.fixtures.ReferralServiceIT;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Places whose address could cost a life. */
@ReferralServiceIT
class ConfidentialPlacesIT {
  private final Coalition coalition;
  private final Shelters shelters;

  ConfidentialPlacesIT(Coalition coalition, Shelters shelters) {
    this.coalition = coalition;
    this.shelters = shelters;
  }

  @BeforeEach
  void atRest() {
    coalition.atRest();
  }

  @AfterEach
  void clockGoes() {
    coalition.clock().reset();
  }

  @Test
  void neverTellsWhereAConfidentialPlaceIs() {
    String source = "refuge-" + UUID.randomUUID();
    UUID id = UUID.randomUUID();
    String open =
        """
        [{"id": "o", "name": "Refuge %s", "locations": [{"id": "l", "location_type": "physical", "name": "Zebrawood Lane house",
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
    Answer report = take(source, open.formatted(id, marked, id, id));

    assertThat(report.text()).contains("confidential-withheld");
    // A later file that forgot to say so changes nothing.
    take(source, open.formatted(id, "", id, id));
    assertThat(get("/hsds/services/" + id).at("/service_at_locations/0/location/addresses/0/city"))
        .isEqualTo("Port Amity");
    for (String at :
        List.of(
            "/hsds/services/" + id,
            "/hsds/services?full=true&search=" + id,
            "/hsds/service_at_locations?full=true&search=" + id,
            "/hsds/organizations?full=true&search=" + id)) {
      assertThat(get(at).text()).doesNotContain("Zebrawood").doesNotContain("41.44");
    }
    assertThat(coalition.maya().get("/api/directory/services/" + id).send().isOk().text())
        .contains("Port Amity")
        .doesNotContain("Zebrawood");
    assertThat(stored("Zebrawood")).isEmpty();
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
    assertThat(stored("Osagewood")).isNotEmpty();
    take(
        source,
        known.formatted(
            """
            , "attributes": [{"id": "x", "taxonomy_term": {"id": "t", "code": "confidential-location"}}]\
            """));

    assertThat(stored("Osagewood")).isEmpty();
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
    assertThat(stored("Medlarwood")).as("of a service that this file does not have").isEmpty();

    String elsewhere =
        """
        [{"id": "o", "name": "Refuge", "locations": [{"id": "m", "location_type": "physical",
            "addresses": [{"id": "a", "address_1": "77 Medlarwood Lane", "city": "Port Amity", "state_province": "OH",
              "postal_code": "44870", "country": "US", "address_type": "physical"}]}]}]
        """;
    assertThat(take(source, elsewhere).text()).contains("confidential-withheld");
    assertThat(stored("Medlarwood")).as("by an address that the place has as well").isEmpty();
  }

  @Test
  void whoKeepsACopyIsToldThatAPlaceBecameConfidential() {
    Shelter shelter = shelters.one();
    shelter.take(shelter.open());
    coalition.clock().advance(Duration.ofDays(1));
    Instant copied = coalition.clock().instant();
    shelter.take(shelter.open());
    assertThat(changed(shelter, copied)).isEmpty();

    shelter.take(shelter.file(shelter.place("l", Shelter.MARK), Shelter.at("l"), ""));

    assertThat(changed(shelter, copied)).containsExactly("services", "service_at_locations");
  }

  /** The lists in which the shelter is among what changed since then. */
  private List<String> changed(Shelter shelter, Instant since) {
    return Stream.of("services", "service_at_locations")
        .filter(
            list ->
                get("/hsds/" + list + "?format=ndjson&full=true&modified_after=" + since)
                    .text()
                    .contains(shelter.service.toString()))
        .toList();
  }

  private List<String> stored(String word) {
    return shelters.one().stored(word);
  }

  private Answer get(String path) {
    return coalition.anonymous().get(path).send().isOk();
  }

  private Answer take(String source, String file) {
    return coalition
        .olive()
        .post("/api/directory/imports?source=" + source)
        .body(file)
        .send()
        .isCreated();
  }
}
