package org.handrail.referral.directory.hsds;

import java.util.Map;
import org.handrail.referral.fixtures.ReferralServiceIT;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Rows that are left out still say what is confidential; nothing is taken where that is unknown.
 */
@ReferralServiceIT
class MarksOfRejectedRowsIT {
  private final Shelters shelters;

  MarksOfRejectedRowsIT(Shelters shelters) {
    this.shelters = shelters;
  }

  @BeforeEach
  void atRest() {
    shelters.atRest();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "attributes           | id,link_id,link_entity,value,label |"
            + " x,l,location,confidential-location",
        "attributes           | id,value,link_id                   | x,confidential-location,l,a",
        "attributes           | id,link_id,value                   | x,,confidential-location,a",
        "taxonomy_terms       | id,code,description                |"
            + " t,confidential-location,shelters, and more",
        "service_at_locations | id,service_id,location_id          | other,SERVICE,l,a",
        "locations            | id,name,location_type              |"
            + " l,House,physical,confidential-location",
        "phones               | id,location_id,number              | p,l"
      })
  void nothingIsTakenWhereARowHasTooManyOrTooFewCells(String table, String header, String row) {
    var tables = shelters.inTables();
    tables.shelter.take(tables.open());
    Map<String, String> all = tables.only("taxonomy_terms");
    all.putAll(tables.mark("location"));
    all.put(
        table,
        header.strip() + "\n" + row.replace("SERVICE", tables.shelter.service.toString()) + "\n");

    tables
        .shelter
        .send(all)
        .isProblem(422, "not-hsds")
        .hasFault("/%s.csv/0".formatted(table), "columns-contradict");
    tables.shelter.isTold();
  }

  @Test
  void blankCellsAtTheEndOfARowAreNothing() {
    var tables = shelters.inTables();
    tables.shelter.take(tables.open());
    tables.shelter.isTold();

    tables.shelter.take(
        Map.of(
            "locations",
            "id,name,location_type,visibility\nl,House,physical,confidential-location, ,\n"));

    tables.shelter.isHidden();
  }

  @Test
  void nothingIsTakenWhereAQuoteSwallowsRows() {
    var tables = shelters.inTables();
    Map<String, String> all = tables.open();
    all.put(
        "attributes",
        """
        id,link_id,link_entity,value,label
        x,l,location,"confidential-location
        y,l,location,other,"near" the lake
        """);

    tables
        .shelter
        .send(all)
        .isProblem(422, "not-hsds")
        .hasFault("/attributes.csv/0", "cell-unreadable");
  }

  @Test
  void nothingIsTakenOfTablesWhoseRowsAreLists() {
    Shelter shelter = shelters.one();
    shelter.take(shelter.open());

    shelter
        .send(
            """
            {"attributes": [{"id": "a", "value": "other"}, ["x", "l", "confidential-location"]]}
            """)
        .isProblem(422, "not-hsds")
        .hasFault("/attributes/1", "row-is-a-list");
    shelter.isTold();
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
            + " p,l,location,https://one.example"
      })
  void aMarkOnAPartThatIsLeftOutReachesThePlace(String kind, String header, String row) {
    var tables = shelters.inTables();
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
    Shelter shelter = shelters.one();
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
