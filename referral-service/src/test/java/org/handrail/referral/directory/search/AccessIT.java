package org.handrail.referral.directory.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.handrail.referral.fixtures.Coalition;
import org.handrail.referral.fixtures.ReferralServiceIT;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What texts of {@code accessibility} say, as sources write them. */
@ReferralServiceIT
class AccessIT {
  private final Coalition coalition;

  AccessIT(Coalition coalition) {
    this.coalition = coalition;
  }

  @BeforeEach
  void atRest() {
    coalition.atRest();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Wheelchair ramp at the side | | wheelchair",
        "wheelchair | | wheelchair",
        "ADA compliant | | wheelchair",
        "No steps at the door | | wheelchair",
        "Accesible en silla de ruedas | | wheelchair",
        "Induction loops for hearing aids. Wheelchair access on all levels. | | wheelchair hearing",
        "Open to all | Wheelchair lift | wheelchair other",
        "deaf_interpreter | | hearing",
        "Lift to all floors | | other",
        "Cramped lobby | | other",
        "Not wheelchair accessible | | ''",
        "No wheelchair access | | ''",
        "Wheelchair access: no | | ''",
        "Wheelchair | Not available | ''",
        "The building isn't step-free. Ramp planned for spring. | | ''",
        "Sin rampa | | ''"
      })
  void saysForWhomOneCanGetInOnlyWhereItIsNotDenied(
      String description, String details, String kinds) {
    String word = "q" + UUID.randomUUID().toString().replace("-", "");
    coalition
        .olive()
        .post("/api/directory/imports?source=access-" + word)
        .body(
            """
            [{"id": "o", "name": "Hall", "services": [{"id": "s", "name": "%s", "status": "active",
              "service_at_locations": [{"id": "sl", "location": {"id": "l", "location_type": "physical",
                "accessibility": [{"id": "a", "description": "%s", "details": "%s"}]}}]}]}]
            """
                .formatted(word, description, details == null ? "" : details))
        .send()
        .isCreated();

    for (String kind : new String[] {"wheelchair", "hearing", "other"}) {
      assertThat(found("q=" + word + "&accessible=" + kind))
          .as(kind)
          .isEqualTo(kinds.contains(kind));
    }
  }

  private boolean found(String query) {
    return !coalition
        .maya()
        .get("/api/directory/services?" + query)
        .send()
        .isOk()
        .json()
        .at("/items")
        .isEmpty();
  }
}
