package org.handrail.referral.directory.hsds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.handrail.platform.fixtures.Answer;
import org.handrail.referral.fixtures.ReferralServiceIT;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables that say that a place is confidential, in whichever order they come. */
@ReferralServiceIT
class MarksInTablesIT {
  private final Shelters shelters;

  MarksInTablesIT(Shelters shelters) {
    this.shelters = shelters;
  }

  @BeforeEach
  void atRest() {
    shelters.atRest();
  }

  @ParameterizedTest
  @ValueSource(strings = {"location", "service"})
  void tablesMarkByATermThatCameEarlier(String marked) {
    var tables = shelters.inTables();
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
    var tables = shelters.inTables();
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
    var tables = shelters.inTables();

    assertThat(tables.shelter.take(tables.markedBy(column, id)).text())
        .contains("confidential-understood");

    tables.shelter.isHidden();
  }

  @Test
  void aMarkNeedNotSayThatItIsOfAnAddress() {
    var tables = shelters.inTables();

    tables.shelter.take(tables.markedBy("link_id", "a"));

    tables.shelter.isHidden();
  }

  @ParameterizedTest
  @CsvSource({"link_id, ''", "label, ''"})
  void aFileWithAMarkThatNamesNothingIsRefused(String column, String id) {
    var tables = shelters.inTables();

    tables
        .shelter
        .send(tables.markedBy(column, id))
        .isProblem(422, "mark-reaches-nothing")
        .hasFault("/attributes.csv/0", "confidential-reaches-nothing");

    assertThat(tables.shelter.stored(tables.shelter.service.toString())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"SERVICE, is hidden", "nobody, what comes with"})
  void aMarkSaysWhetherWhatItNamesIsHere(String id, String told) {
    var tables = shelters.inTables();
    tables.shelter.take(tables.open());
    Map<String, String> mark = tables.only("taxonomy_terms");
    mark.put("attributes", tables.attribute("link_id", id));

    assertThat(tables.shelter.take(mark).text()).contains("confidential-understood", told);
  }

  @ParameterizedTest
  @ValueSource(strings = {"confidential-location,Closed", "CL,Confidential location"})
  void tablesMarkWhateverComesFirst(String term) {
    var tables = shelters.inTables();
    tables.shelter.take(tables.mark("location"));
    tables.shelter.take(tables.open());
    tables.shelter.isTold();

    tables.shelter.take(Map.of("taxonomy_terms", "id,code,name\nt," + term + "\n"));

    tables.shelter.isHidden();
  }

  @Test
  void aTermThatBecomesTheWordSaysItOfWhatHadIt() {
    var tables = shelters.inTables();
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
    var tables = shelters.inTables();
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
    var tables = shelters.inTables();
    Map<String, String> all = tables.open();
    all.putAll(tables.only("taxonomy_terms"));
    all.putAll(tables.mark("service"));
    all.put(
        "service_at_location",
        "id,service_id,location_id\n,%s,l\n".formatted(tables.shelter.service));

    assertThat(tables.shelter.take(all).text()).contains("id-missing");

    tables.shelter.isHidden();
  }
}
