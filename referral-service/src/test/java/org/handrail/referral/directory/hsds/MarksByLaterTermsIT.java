package org.handrail.referral.directory.hsds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.referral.directory.hsds.Shelter.at;

import java.util.Map;
import org.handrail.referral.fixtures.ReferralServiceIT;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A term that comes later reaches whatever a mark would have reached at once. */
@ReferralServiceIT
class MarksByLaterTermsIT {
  private final Shelters shelters;

  MarksByLaterTermsIT(Shelters shelters) {
    this.shelters = shelters;
  }

  @BeforeEach
  void atRest() {
    shelters.atRest();
  }

  private static final String WAITING =
      ", \"attributes\": [{\"id\": \"x\", \"taxonomy_term_id\": \"t\"}]";
  private static final Map<String, String> TERM =
      Map.of("taxonomy_terms", "id,code,name\nt,confidential-location,Closed\n");

  @Test
  void alsoByAServiceThatWasRejected() {
    Shelter shelter = shelters.one();
    shelter.take(shelter.open());
    // Without a name the service is rejected, and all that stands in it.
    shelter.take(
        "[{\"id\": \"o2\", \"name\": \"Night\", \"services\": [{\"id\": \"bad\""
            + (WAITING + at("l"))
            + "}]}]");
    shelter.isTold();

    shelter.take(TERM);

    shelter.isHidden();
  }

  @ParameterizedTest(name = "on where it is offered: {0}")
  @ValueSource(booleans = {false, true})
  void alsoAPlaceThatAnotherFileHas(boolean onOffer) {
    Shelter shelter = shelters.one();
    shelter.take(shelter.open());
    shelter.take(
        shelter.file("", onOffer ? at("l", WAITING) : at("l").replace("sl", "s2") + WAITING, ""));
    shelter.isTold();

    shelter.take(TERM);

    shelter.isHidden();
  }

  @Test
  void alsoWhereALaterFileSaysInARejectedRowThatItIsOffered() {
    Shelter shelter = shelters.one();
    shelter.take(
        "[{\"id\": \"o2\", \"name\": \"Night\", \"services\": [{\"id\": \"bad\""
            + WAITING
            + "}]}]");
    shelter.take(shelter.open());
    shelter.take("{\"service_at_locations\": [{\"service_id\": \"bad\", \"location_id\": \"l\"}]}");
    shelter.isTold();

    shelter.take(TERM);

    shelter.isHidden();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"contents\": [{\"id\": \"o\", \"name\": \"Open\"}, %s]}",
        "[%s]",
        "%s",
        "{\"contents\": [%s]}"
      })
  void aPageOrAListOfTermsIsNoneOfOrganizations(String list) {
    Shelter shelter = shelters.one();
    shelter.take(shelter.file(shelter.place("l", WAITING), at("l"), ""));
    shelter.isTold();

    String report =
        shelter
            .take(
                list.formatted(
                    "{\"id\": \"t\", \"code\": \"confidential-location\", \"name\": \"Closed\"}"))
            .text();

    assertThat(report).contains("\"rejected\":0");
    shelter.isHidden();
  }
}
