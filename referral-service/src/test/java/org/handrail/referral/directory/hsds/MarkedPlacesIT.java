package org.handrail.referral.directory.hsds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.referral.directory.hsds.Shelter.MARK;
import static org.handrail.referral.directory.hsds.Shelter.at;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.handrail.platform.fixtures.Answer;
import org.handrail.referral.fixtures.Coalition;
import org.handrail.referral.fixtures.ReferralServiceIT;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wherever and whenever somebody says that a place is confidential, it is. */
@ReferralServiceIT
class MarkedPlacesIT {
  private final Coalition coalition;
  private final JdbcClient jdbc;

  MarkedPlacesIT(Coalition coalition, JdbcClient jdbc) {
    this.coalition = coalition;
    this.jdbc = jdbc;
  }

  @BeforeEach
  void atRest() {
    coalition.atRest();
  }

  @Test
  void aMarkOnTheServiceAloneReachesWhereItIsOfferedByAnEarlierFile() {
    Shelter shelter = Shelter.of(coalition, jdbc);
    shelter.take(shelter.open());
    shelter.isTold();

    shelter.take(shelter.file("", MARK, ""));

    shelter.isHidden();
    assertThat(shelter.take(shelter.open()).text()).contains("confidential-withheld");
    shelter.isHidden();
  }

  @Test
  void aMarkOnTheServiceAloneReachesWhereItIsOfferedByALaterFile() {
    Shelter shelter = Shelter.of(coalition, jdbc);
    shelter.take(shelter.file("", MARK, ""));

    assertThat(shelter.take(shelter.open()).text()).contains("confidential-withheld");

    shelter.isHidden();
    assertThat(shelter.listing()).contains("Port Amity");
  }

  @ParameterizedTest
  @ValueSource(strings = {"service", "place"})
  void aPlaceThatTheMarkingFileOnlyNamesIsHidden(String marked) {
    Shelter shelter = Shelter.of(coalition, jdbc);
    shelter.take(shelter.open());
    shelter.isTold();

    Answer report =
        shelter.take(
            shelter.file("", marked.equals("service") ? MARK + at("l") : at("l", MARK), ""));

    assertThat(report.text()).contains("reference-dangling");
    shelter.isHidden();
  }

  @Test
  void aMarkOnTheOrganizationReachesAllItsPlaces() {
    Shelter shelter = Shelter.of(coalition, jdbc);
    shelter.take(shelter.open());
    shelter.isTold();

    shelter.take(shelter.file("", "", MARK));

    shelter.isHidden();
    shelter.take(shelter.file(shelter.place("m", ""), at("m"), ""));
    shelter.isHidden();
  }

  @Test
  void aMarkOnAnAddressOrInARowThatIsLeftOutReachesThePlace() {
    Shelter shelter = Shelter.of(coalition, jdbc);
    shelter.take(shelter.open());
    shelter.isTold();
    String twice =
        shelter.place("l", "") + ", " + shelter.place("l", MARK).replace(" house", " home");

    Answer report = shelter.take(shelter.file(twice, at("l"), ""));

    assertThat(report.text()).contains("duplicate-id", "confidential-understood");
    shelter.isHidden();

    Shelter other = Shelter.of(coalition, jdbc);
    other.take(
        other
            .open()
            .replace("\"address_type\": \"physical\"", "\"address_type\": \"physical\"" + MARK));
    other.isHidden();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CONFIDENTIAL-LOCATION",
        " Confidential Location ",
        "confidential_location",
        "confidentiallocation",
        "<b>confidential</b>-location",
        "confidential&#45;location",
        "confidential&#x2D;&shy;location"
      })
  void theWordCountsHoweverItIsWritten(String word) {
    for (String attribute :
        List.of(
            "\"taxonomy_term\": {\"id\": \"t\", \"code\": \"%s\"}",
            "\"taxonomy_term\": {\"id\": \"t\", \"code\": \"CL\", \"name\": \"%s\"}",
            "\"value\": \"%s\"")) {
      Shelter shelter = Shelter.of(coalition, jdbc);
      shelter.take(
          shelter.file(
              shelter.place(
                  "l", ", \"attributes\": [{\"id\": \"x\", " + attribute.formatted(word) + "}]"),
              at("l"),
              ""));
      shelter.isHidden();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"location", "service"})
  void tablesMarkByATermThatCameEarlier(String marked) {
    Tables tables = new Tables();
    tables.shelter.take(tables.only("taxonomy_terms"));
    Map<String, String> rest = tables.open();
    rest.putAll(tables.mark(marked));

    Answer report = tables.shelter.take(rest);

    assertThat(report.text()).contains("confidential-withheld", "confidential-understood");
    tables.shelter.isHidden();
  }

  @ParameterizedTest
  @ValueSource(strings = {"location", "service", "address", "organization"})
  void tablesMarkWhatCameEarlier(String marked) {
    Tables tables = new Tables();
    tables.shelter.take(tables.open());
    tables.shelter.isTold();
    Map<String, String> mark = tables.mark(marked);
    mark.putAll(tables.only("taxonomy_terms"));

    assertThat(tables.shelter.take(mark).text()).contains("confidential-understood");

    tables.shelter.isHidden();
  }

  @ParameterizedTest
  @CsvSource({
    "location_id, l",
    "service_id, SERVICE",
    "organization_id, o",
    "service_at_location_id, sl",
    "Link_ID, l"
  })
  void tablesMarkByWhicheverColumnNamesIt(String column, String id) {
    Tables tables = new Tables();

    assertThat(tables.takeMarkedBy(column, id).text()).contains("confidential-understood");

    tables.shelter.isHidden();
  }

  @ParameterizedTest
  @CsvSource({"link_id, ''", "label, ''"})
  void aMarkThatNamesNothingIsNotSaidToHideAnything(String column, String id) {
    Tables tables = new Tables();

    assertThat(tables.takeMarkedBy(column, id).text())
        .contains("confidential-reaches-nothing")
        .doesNotContain("confidential-understood");

    tables.shelter.isTold();
  }

  @ParameterizedTest
  @CsvSource({"SERVICE, is hidden", "nobody, what comes with"})
  void aMarkSaysWhetherWhatItNamesIsHere(String id, String told) {
    Tables tables = new Tables();
    tables.shelter.take(tables.open());
    Map<String, String> mark = tables.only("taxonomy_terms");
    mark.put("attributes", tables.attribute("link_id", id));

    assertThat(tables.shelter.take(mark).text()).contains("confidential-understood", told);
  }

  @Test
  void tablesMarkWhateverComesFirst() {
    Tables tables = new Tables();
    tables.shelter.take(tables.mark("location"));
    tables.shelter.take(tables.open());
    tables.shelter.isTold();

    tables.shelter.take(tables.only("taxonomy_terms"));

    tables.shelter.isHidden();
  }

  @Test
  void aTermOfARejectedRowStillSaysItInALaterFile() {
    Shelter shelter = Shelter.of(coalition, jdbc);
    String term =
        """
        , "attributes": [{"id": "x0", "taxonomy_term": {"id": "t", "code": "confidential-location", "name": "c"}}]\
        """;
    // Without a name the service is rejected, and all that stands in it.
    shelter.take(
        "[{\"id\": \"o\", \"name\": \"Refuge\", \"services\": [{\"id\": \"bad\"" + term + "}]}]");

    shelter.take(
        shelter.file(
            shelter.place("l", ", \"attributes\": [{\"id\": \"x\", \"taxonomy_term_id\": \"t\"}]"),
            at("l"),
            ""));

    shelter.isHidden();
  }

  /** The shelter as tables. */
  private final class Tables {
    final Shelter shelter = Shelter.of(coalition, jdbc);

    Map<String, String> open() {
      Map<String, String> tables = new LinkedHashMap<>();
      tables.put("organizations", "id,name\no,Refuge\n");
      tables.put(
          "services",
          "id,organization_id,name,status\n%1$s,o,Shelter %1$s,active\n"
              .formatted(shelter.service));
      tables.put(
          "locations",
          "id,location_type,name,latitude,longitude\nl,physical,%s house,41.44,-82.70\n"
              .formatted(shelter.street));
      tables.put(
          "addresses",
          """
          id,location_id,address_1,city,state_province,postal_code,country,address_type
          a,l,77 %s Lane,Port Amity,OH,44870,US,physical
          """
              .formatted(shelter.street));
      tables.put(
          "service_at_location", "id,service_id,location_id\nsl,%s,l\n".formatted(shelter.service));
      return tables;
    }

    Map<String, String> only(String table) {
      return new LinkedHashMap<>(
          Map.of(table, "id,code,name,description\nt,confidential-location,Closed,None\n"));
    }

    Answer takeMarkedBy(String column, String id) {
      Map<String, String> all = open();
      all.putAll(only("taxonomy_terms"));
      all.put("attributes", attribute(column, id));
      return shelter.take(all);
    }

    String attribute(String column, String id) {
      return "id,%s,taxonomy_term_id\nx,%s,t\n"
          .formatted(column, id.equals("SERVICE") ? shelter.service : id);
    }

    Map<String, String> mark(String marked) {
      String id =
          switch (marked) {
            case "location" -> "l";
            case "address" -> "a";
            case "organization" -> "o";
            default -> shelter.service.toString();
          };
      return new LinkedHashMap<>(
          Map.of(
              "attributes",
              "id,link_id,taxonomy_term_id,link_type,link_entity\nx,%s,t,taxonomy,%s\n"
                  .formatted(id, marked)));
    }
  }
}
