package org.handrail.referral.directory.hsds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.referral.directory.hsds.Shelter.MARK;
import static org.handrail.referral.directory.hsds.Shelter.at;

import java.util.List;
import org.handrail.platform.fixtures.Answer;
import org.handrail.referral.fixtures.ReferralServiceIT;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Wherever and whenever somebody says that a place is confidential, it is. */
@ReferralServiceIT
class MarkedPlacesIT {
  private final Shelters shelters;

  MarkedPlacesIT(Shelters shelters) {
    this.shelters = shelters;
  }

  @BeforeEach
  void atRest() {
    shelters.atRest();
  }

  @Test
  void aMarkOnTheServiceAloneReachesWhereItIsOfferedByAnEarlierFile() {
    Shelter shelter = shelters.one();
    shelter.take(shelter.open());
    // Where a service is offered stays, also where a file lists it without.
    shelter.take(shelter.file("", "", ""));
    shelter.isTold();

    shelter.take(shelter.file("", MARK, ""));

    shelter.isHidden();
    assertThat(shelter.take(shelter.open()).text()).contains("confidential-withheld");
    shelter.isHidden();
  }

  @Test
  void aMarkOnTheServiceAloneReachesWhereItIsOfferedByALaterFile() {
    Shelter shelter = shelters.one();
    shelter.take(shelter.file("", MARK, ""));

    assertThat(shelter.take(shelter.open()).text()).contains("confidential-withheld");

    shelter.isHidden();
    assertThat(shelter.listing()).contains("Port Amity");
  }

  @ParameterizedTest
  @ValueSource(strings = {"service", "place"})
  void aPlaceThatTheMarkingFileOnlyNamesIsHidden(String marked) {
    Shelter shelter = shelters.one();
    shelter.take(shelter.open());
    shelter.isTold();

    Answer report =
        shelter.take(
            shelter.file("", marked.equals("service") ? MARK + at("l") : at("l", MARK), ""));

    assertThat(report.text()).contains("reference-dangling");
    shelter.isHidden();
  }

  @Test
  void aServiceThatIsRejectedSaysWhereItIsOffered() {
    Shelter shelter = shelters.one();
    shelter.take(shelter.open());
    shelter.isTold();

    // Without a name the service is rejected, and all that stands in it.
    Answer report =
        shelter.take(
            "[{\"id\": \"o2\", \"name\": \"Night\", \"services\": [{\"id\": \"bad\""
                + (MARK + at("l"))
                + "}]}]");

    assertThat(report.text()).contains("name-missing", "confidential-understood");
    shelter.isHidden();
  }

  @Test
  void aMarkOnTheOrganizationReachesAllItsPlaces() {
    Shelter shelter = shelters.one();
    shelter.take(shelter.open());
    shelter.isTold();

    shelter.take(shelter.file("", "", MARK));

    shelter.isHidden();
    shelter.take(shelter.file(shelter.place("m", ""), at("m"), ""));
    shelter.isHidden();
    shelter.take(shelter.file(shelter.place("n", ""), "", ""));
    shelter.isHidden();
  }

  @Test
  void aMarkOnTheOrganizationAloneReachesWhatOnlyEarlierFilesListed() {
    Shelter shelter = shelters.one();
    String organization = "o-" + shelter.service;
    String alone = "[{\"id\": \"" + organization + "\", \"name\": \"Refuge\"%s}]";
    String office = shelter.place("n", ", \"organization_id\": \"" + organization + "\"");
    shelter.take(shelter.file(shelter.place("l", "") + ", " + office, at("l"), ""));
    shelter.take(alone.formatted(""));
    shelter.isTold();

    shelter.take(alone.formatted(MARK));

    shelter.isHidden();
  }

  @ParameterizedTest(name = "in an earlier file: {0}")
  @ValueSource(booleans = {false, true})
  void aMarkOnTheProgramReachesWhereItsServicesAreOffered(boolean openFirst) {
    Shelter shelter = shelters.one();
    String part = ", \"program_id\": \"p\"";
    String program = ", \"programs\": [{\"id\": \"p\", \"name\": \"Safe\"%s}]";
    if (openFirst) {
      shelter.take(shelter.file(shelter.place("l", ""), at("l") + part, program.formatted("")));
      shelter.isTold();
      shelter.take(shelter.file("", "", program.formatted(MARK)));
    } else {
      shelter.take(shelter.file(shelter.place("l", ""), at("l") + part, program.formatted(MARK)));
    }

    shelter.isHidden();
  }

  @Test
  void aMarkOnAnAddressOrInARowThatIsLeftOutReachesThePlace() {
    Shelter shelter = shelters.one();
    shelter.take(shelter.open());
    shelter.isTold();
    String twice =
        shelter.place("l", "") + ", " + shelter.place("l", MARK).replace(" house", " home");

    Answer report = shelter.take(shelter.file(twice, at("l"), ""));

    assertThat(report.text()).contains("duplicate-id", "confidential-understood");
    shelter.isHidden();

    Shelter other = shelters.one();
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
      Shelter shelter = shelters.one();
      shelter.take(
          shelter.file(
              shelter.place(
                  "l", ", \"attributes\": [{\"id\": \"x\", " + attribute.formatted(word) + "}]"),
              at("l"),
              ""));
      shelter.isHidden();
    }
  }

  @Test
  void aTermOfARejectedRowStillSaysItInALaterFile() {
    Shelter shelter = shelters.one();
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"attributes\": [{\"id\": \"x\", \"value\": [\"confidential-location\"]}]",
        "\"attributes\": [{\"id\": \"x\", \"value\": \"<confidential-location>\"}]",
        "\"attributes\": [{\"taxonomy_term\": [{\"code\": \"confidential-location\"}]}]",
        "\"attributes\": [[{\"id\": \"x\", \"value\": \"confidential-location\"}]]",
        "\"attributes\": [[\"confidential-location\"]]",
        "\"attribute\": {\"value\": \"confidential-location\"}",
        "\"taxonomy_terms\": [{\"id\": \"t\", \"code\": \"confidential-location\"}]"
      })
  void theWordCountsWhereverItStandsInAnAttribute(String attribute) {
    Shelter shelter = shelters.one();

    shelter.take(shelter.file(shelter.place("l", ", " + attribute), at("l"), ""));

    shelter.isHidden();
  }

  @Test
  void aFileIsRefusedWhoseMarkStandsInAPlaceThatNobodyCanName() {
    Shelter shelter = shelters.one();

    shelter
        .send(shelter.file(shelter.place("l", MARK).replace("{\"id\": \"l\", ", "{"), "", ""))
        .isProblem(422, "mark-reaches-nothing")
        .hasFault("/0/locations/0/attributes/0", "confidential-reaches-nothing");

    assertThat(shelter.stored(shelter.street)).isEmpty();
  }
}
