package org.handrail.referral.directory.hsds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.referral.directory.hsds.Shelter.at;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.handrail.platform.fixtures.Api;
import org.handrail.referral.fixtures.ReferralServiceIT;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Marks that call what they mean by another kind, or in another case. */
@ReferralServiceIT
class MarksNamedAmissIT {
  private final Shelters shelters;

  MarksNamedAmissIT(Shelters shelters) {
    this.shelters = shelters;
  }

  @BeforeEach
  void atRest() {
    shelters.atRest();
  }

  @ParameterizedTest
  @ValueSource(strings = {"service", "organization", "phone", "place", ""})
  void theIdCountsWhereTheWordForTheKindIsWrong(String entity) {
    for (boolean markFirst : new boolean[] {false, true}) {
      var tables = shelters.inTables();
      Map<String, String> mark = ShelterTables.markOn("l", entity);
      String report = "";
      if (markFirst) {
        tables.shelter.take(mark);
        tables.shelter.take(tables.open());
      } else {
        tables.shelter.take(tables.open());
        tables.shelter.isTold();
        report = tables.shelter.take(mark).text();
      }

      tables.shelter.isHidden();
      assertThat(report).doesNotContain("what comes with");
    }
  }

  @ParameterizedTest
  @CsvSource({"taxonomy_term_id,code", "taxonomy_term,name", "term_id,term", "Term ID,description"})
  void aTermCountsByWhicheverColumnsNameItAndSayIt(String named, String word) {
    for (boolean markFirst : new boolean[] {false, true}) {
      var tables = shelters.inTables();
      Map<String, String> mark =
          Map.of("attributes", "id,link_id,link_entity,%s\nx,l,location,t\n".formatted(named));
      Map<String, String> term =
          Map.of("taxonomy_terms", "id,label,%s\nt,Closed,confidential-location\n".formatted(word));
      tables.shelter.take(tables.open());
      tables.shelter.take(markFirst ? mark : term);
      tables.shelter.isTold();
      tables.shelter.take(markFirst ? term : mark);

      tables.shelter.isHidden();
    }
  }

  @Test
  void anIdThatNothingCanHaveIsRefusedAsNoId() {
    Shelter shelter = shelters.one();
    String id = "l".repeat(9_000);

    shelter.send(Shelter.markOn(id, "location")).isProblem(422, "mark-reaches-nothing");
    assertThat(
            shelter
                .take(
                    """
                    {"attributes": [{"id": "x", "link_id": "l", "taxonomy_term_id": "%s"}]}
                    """
                        .formatted(id))
                .text())
        .contains("reference-dangling");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "phone"})
  void soDoesTheIdOfAnAddress(String entity) {
    for (boolean markFirst : new boolean[] {false, true}) {
      var tables = shelters.inTables();
      Map<String, String> mark = ShelterTables.markOn("a", entity);
      tables.shelter.take(markFirst ? mark : tables.open());
      tables.shelter.take(markFirst ? tables.open() : mark);

      tables.shelter.isHidden();
    }
  }

  @Test
  void theCoalitionsReachesWhatOnlyAnotherSourceHas() {
    Shelter shelter = shelters.one();
    Shelter other = shelters.one();
    String place = UUID.randomUUID().toString();
    other.take(other.file(other.place(place, ""), at(place), ""));
    other.isTold();

    for (String entity : new String[] {"service", "location"}) {
      assertThat(shelter.take(Shelter.markOn(place, entity)).text())
          .contains("confidential-understood")
          .doesNotContain("what comes with");
      other.isHidden();
    }
  }

  @Test
  void anAgencysUuidIsTheSameInAnyCase() {
    Shelter shelter = shelters.one();
    String agency = "cedar-" + shelter.service;
    Api cora = shelters.cora(agency);
    String place = UUID.randomUUID().toString();
    String upper = place.toUpperCase(Locale.ROOT);
    shelter.send(cora, agency, shelter.file(shelter.place(place, ""), at(place), "")).isCreated();
    shelter.isTold();
    shelter.send(cora, agency, Shelter.markOn(upper, "location")).isCreated();
    shelter.isHidden();

    Shelter again = shelters.inSource(agency, UUID.randomUUID());
    again.send(cora, agency, again.file(again.place(upper, ""), at(upper), "")).isCreated();
    again.isHidden();
  }
}
