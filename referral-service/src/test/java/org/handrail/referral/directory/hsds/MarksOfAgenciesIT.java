package org.handrail.referral.directory.hsds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.referral.directory.hsds.Shelter.at;

import java.util.UUID;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;
import org.handrail.referral.fixtures.Coalition;
import org.handrail.referral.fixtures.ReferralServiceIT;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An agency hides what is in its own source, and learns what it cannot hide. */
@ReferralServiceIT
class MarksOfAgenciesIT {
  private static final String CEDARHOUSE = "cedarhouse";

  private final Coalition coalition;
  private final Shelters shelters;

  MarksOfAgenciesIT(Coalition coalition, Shelters shelters) {
    this.coalition = coalition;
    this.shelters = shelters;
  }

  @BeforeEach
  void atRest() {
    coalition.atRest();
  }

  @ParameterizedTest
  @ValueSource(strings = {"place", "service", "service_at_location", "organization"})
  void anAgencyIsToldOfEveryPlaceThatItHidesAndAnotherSourceHasOpen(String marked) {
    Shelter shelter = shelters.one();
    Shelter other = shelters.one();
    String place = UUID.randomUUID().toString();
    other.take(other.file(other.place(place, ""), at(place), ""));

    String agency = "cedar-" + shelter.service;
    Api cora = shelters.cora(agency);
    assertThat(take(cora, agency, shelter.marking(place, marked)).text())
        .containsOnlyOnce("confidential-elsewhere");
    assertThat(take(cora, agency, "[{\"id\": \"p\", \"name\": \"P\"}]").text())
        .as("what has nothing of it")
        .doesNotContain("confidential-elsewhere");

    shelter.isHidden();
    // The coalition imports for the agency, and says nothing of its own.
    shelter.take(agency, shelter.file(shelter.place(place, ""), at(place), ""));
    shelter.isHidden();
    other.isTold();
  }

  @Test
  void anAgencyIsToldNothingOfWhatOnlyItselfHadOpenAndAnotherHides() {
    String place = UUID.randomUUID().toString();
    for (int i = 0; i < 2; i++) {
      Shelter shelter = shelters.one();
      String agency = "cedar-" + shelter.service;
      Api cora = shelters.cora(agency);
      take(cora, agency, shelter.file(shelter.place(place, ""), at(place), ""));
      shelter.isTold();

      assertThat(take(cora, agency, shelter.marking(place, "service")).text())
          .doesNotContain("confidential-elsewhere");
      shelter.isHidden();
    }
  }

  @Test
  void anAgencysRejectedRowHidesNothingOfAnotherSource() {
    Shelter shelter = shelters.one();
    UUID place = UUID.randomUUID();
    String open = shelter.file(shelter.place(place.toString(), ""), at(place.toString()), "");
    shelter.take(open);
    shelter.isTold();

    String report =
        take(
                shelters.cora(CEDARHOUSE),
                CEDARHOUSE,
                """
                [{"id": "%s", "attributes": [{"value": "confidential location"}]},
                 {"id": "o", "name": "Cedar", "locations": [{"id": "%s", "attributes": [
                   {"value": "confidential location"}, {"value": "confidential location", "id": "y"}]}]}]
                """
                    .formatted(UUID.randomUUID(), place))
            .text();

    assertThat(report).as("told once").containsOnlyOnce("confidential-elsewhere");
    shelter.isTold();
    shelter.take(open);
    shelter.isTold();
  }

  private static Answer take(Api by, String source, String file) {
    return by.post("/api/directory/imports?source=" + source).body(file).send().isCreated();
  }
}
