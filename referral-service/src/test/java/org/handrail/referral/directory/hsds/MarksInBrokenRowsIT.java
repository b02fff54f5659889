package org.handrail.referral.directory.hsds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.handrail.referral.fixtures.Coalition;
import org.handrail.referral.fixtures.ReferralServiceIT;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows that are left out, or whose cells nobody can tell apart, still say what is confidential. */
@ReferralServiceIT
class MarksInBrokenRowsIT {
  private final Coalition coalition;
  private final JdbcClient jdbc;

  MarksInBrokenRowsIT(Coalition coalition, JdbcClient jdbc) {
    this.coalition = coalition;
    this.jdbc = jdbc;
  }

  @BeforeEach
  void atRest() {
    coalition.atRest();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "id,link_id,link_entity,value       | x,l,location,confidential-location,",
        "id,link_id,link_entity,value,label | x,l,location,confidential-location",
        "id,value,link_id                   | x,confidential,location,confidential-location,a",
        "id,link_id,taxonomy_term_id,value  | x,l,t"
      })
  void aMarkMayStandInARowWithTooManyOrTooFewCells(String header, String row) {
    for (boolean openFirst : new boolean[] {false, true}) {
      var tables = new ShelterTables(coalition, jdbc);
      Map<String, String> marks = tables.only("taxonomy_terms");
      if (openFirst) {
        tables.shelter.take(tables.open());
        tables.shelter.isTold();
      } else {
        marks.putAll(tables.open());
      }
      marks.put("attributes", header.strip() + "\n" + row.strip() + "\n");

      assertThat(tables.shelter.take(marks).text())
          .contains("columns-contradict", "confidential-understood");

      tables.shelter.isHidden();
    }
  }

  @Test
  void soMayTheTermOrWhereAMarkedServiceIsOffered() {
    var term = new ShelterTables(coalition, jdbc);
    Map<String, String> unquoted = term.open();
    unquoted.putAll(term.mark("location"));
    unquoted.put(
        "taxonomy_terms",
        "id,code,name,description\nt,confidential-location,Closed,shelters, and more\n");
    term.shelter.take(unquoted);
    term.shelter.isHidden();

    var offer = new ShelterTables(coalition, jdbc);
    offer.shelter.take(offer.open());
    offer.shelter.isTold();
    offer.shelter.take(
        Map.of(
            "service_at_locations",
            "id,service_id,location_id\nother,%s,l,\n".formatted(offer.shelter.service),
            "attributes",
            "id,link_id,link_entity,value\nx,other,service_at_location,confidential-location\n"));
    offer.shelter.isHidden();
  }

  @Test
  void soMayAPlacesOwnRow() {
    var tables = new ShelterTables(coalition, jdbc);
    tables.shelter.take(tables.open());
    tables.shelter.isTold();

    tables.shelter.take(
        Map.of(
            "locations",
            "id,name,location_type,visibility\nl,House,physical,confidential-location,\n"));

    tables.shelter.isHidden();
  }

  @Test
  void aFileIsRefusedWhereNoCellOfAMarkNamesAnything() {
    var tables = new ShelterTables(coalition, jdbc);
    Map<String, String> all = tables.open();
    all.put("attributes", "id,link_id,value\nx,,confidential-location,\n");

    tables
        .shelter
        .send(all)
        .isProblem(422, "mark-reaches-nothing")
        .hasFault("/attributes.csv/0", "confidential-reaches-nothing");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "phone       | id,location_id,number                      | p,l,ask us",
        "schedule    | id,location_id,valid_from,valid_to         | p,l,2026-02-01,2026-01-01",
        "cost_option | id,service_id,valid_from,valid_to          |"
            + " p,SERVICE,2026-02-01,2026-01-01",
        "urls        | id,link_id,link_entity,url                 |"
            + " p,l,location,https://one.example",
        "phone       | id,location_id,number                      | p,l,(419) 555-0100,"
      })
  void aMarkOnAPartThatIsLeftOutReachesThePlace(String kind, String header, String row) {
    var tables = new ShelterTables(coalition, jdbc);
    Map<String, String> all = tables.open();
    String table = kind.equals("urls") ? kind : kind + "s";
    all.put(
        table, header + "\n" + row.replace("SERVICE", tables.shelter.service.toString()) + "\n");
    all.put(
        "attributes",
        "id,link_id,link_entity,value\nx,p,%s,confidential-location\n".formatted(kind));

    tables.shelter.take(all);

    tables.shelter.isHidden();
  }

  @Test
  void aMarkInAPartOfATableIsOfWhatThePartNames() {
    Shelter shelter = Shelter.of(coalition, jdbc);
    shelter.take(shelter.open());
    shelter.isTold();

    shelter.take(
        """
        {"urls": [{"id": "u", "link_id": "l", "link_entity": "location", "url": "https://one.example",
          "attributes": [{"id": "x", "value": "confidential-location"}]}]}
        """);

    shelter.isHidden();
  }
}
