package org.handrail.referral.directory.hsds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
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

/** Tables that say that a place is confidential, in whichever order they come. */
@ReferralServiceIT
class MarksInTablesIT {
  private final Coalition coalition;
  private final JdbcClient jdbc;

  MarksInTablesIT(Coalition coalition, JdbcClient jdbc) {
    this.coalition = coalition;
    this.jdbc = jdbc;
  }

  @BeforeEach
  void atRest() {
    coalition.atRest();
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

  @Test
  void aMarkNeedNotSayThatItIsOfAnAddress() {
    Tables tables = new Tables();

    tables.takeMarkedBy("link_id", "a");

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

  @ParameterizedTest
  @ValueSource(strings = {"confidential-location,Closed", "CL,Confidential location"})
  void tablesMarkWhateverComesFirst(String term) {
    Tables tables = new Tables();
    tables.shelter.take(tables.mark("location"));
    tables.shelter.take(tables.open());
    tables.shelter.isTold();

    tables.shelter.take(Map.of("taxonomy_terms", "id,code,name\nt," + term + "\n"));

    tables.shelter.isHidden();
  }

  @Test
  void aTermThatBecomesTheWordSaysItOfWhatHadIt() {
    Tables tables = new Tables();
    Map<String, String> all = tables.open();
    all.putAll(tables.mark("service"));
    all.put("taxonomy_terms", "id,code,name\nt,open,Open\n");
    tables.shelter.take(all);
    tables.shelter.isTold();

    tables.shelter.take(tables.only("taxonomy_terms"));

    tables.shelter.isHidden();
  }

  @Test
  void aPartThatIsRejectedSaysItOfThePlace() {
    Tables tables = new Tables();
    tables.shelter.take(tables.open());
    tables.shelter.isTold();

    tables.shelter.take(
        """
        {"schedules": [{"id": "h", "location_id": "l", "valid_from": "2026-02-01", "valid_to": "2026-01-01",
          "attributes": [{"id": "x", "value": "confidential-location"}]}]}
        """);

    tables.shelter.isHidden();
  }

  @Test
  void aRowThatIsRejectedSaysWhereTheMarkedServiceIsOffered() {
    Tables tables = new Tables();
    Map<String, String> all = tables.open();
    all.putAll(tables.only("taxonomy_terms"));
    all.putAll(tables.mark("service"));
    all.put(
        "service_at_location", "service_id,location_id\n%s,l\n".formatted(tables.shelter.service));

    assertThat(tables.shelter.take(all).text()).contains("id-missing");

    tables.shelter.isHidden();
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
