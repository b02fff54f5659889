package org.handrail.referral.choice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Proves;
import org.handrail.referral.fixtures.Coalition;
import org.handrail.referral.fixtures.MayasOptions;
import org.handrail.referral.fixtures.ReferralServiceIT;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ReferralServiceIT
class OptionReasonsIT {
  private final Coalition coalition;
  private final MayasOptions options;

  OptionReasonsIT(Coalition coalition) {
    this.coalition = coalition;
    options = coalition.options();
  }

  @BeforeEach
  void atRest() {
    coalition.atRest();
  }

  @Test
  @Proves("R6")
  void eachOptionSaysWhyItIsThereAndWhatNobodyKnows() {
    Answer set =
        options
            .present(
                coalition.client(),
                "residential-treatment",
                coalition.residential(),
                Map.of("wishes", Map.of("age", 30, "language", "tlh")))
            .isCreated();

    assertThat(set.json().at("/details/order").valueStream().map(o -> o.asString()))
        .containsExactly("fewest-no", "most-yes", "name");
    assertThat(set.json().at("/details/options")).hasSize(2);
    for (var option : set.json().at("/details/options")) {
      assertThat(
              option.at("/criteria").valueStream().map(c -> c.at("/criterion").asString()).toList())
          .containsExactlyInAnyOrder(
              "need", "age", "language", "confirmed-lately", "takes-referrals");
      assertThat(option.at("/criteria").valueStream().map(c -> c.at("/fit").asString()))
          .allMatch(fit -> List.of("yes", "no", "unknown").contains(fit));
    }
    assertThat(set.text()).doesNotContain("tlh");
  }

  @Test
  @Proves("R6")
  void whatAPlaceChargesMovesNoOption() {
    String need = "need-" + UUID.randomUUID();
    List<UUID> both = List.of(UUID.randomUUID(), UUID.randomUUID());
    charging(need, both, "Free", "Free");
    List<String> asItIs = matched(need, both);
    assertThat(asItIs).hasSize(2);

    charging(need, both, "USD 900 a week", "Free");
    assertThat(
            coalition
                .maya()
                .get("/api/directory/services/{id}", both.getFirst())
                .send()
                .isOk()
                .at("/fees"))
        .isEqualTo("USD 900 a week");
    assertThat(matched(need, both)).isEqualTo(asItIs);
    charging(need, both, "Free", "USD 900 a week");
    assertThat(matched(need, both.reversed())).isEqualTo(asItIs);
  }

  /** Two services for that need, alike but for their names and what they charge. */
  private void charging(String need, List<UUID> services, String one, String other) {
    coalition
        .olive()
        .post("/api/directory/imports?source=" + need)
        .body(
            List.of(
                Map.of(
                    "id",
                    need,
                    "name",
                    "Houses of " + need,
                    "services",
                    List.of(
                        house(need, services.getFirst(), "Alder House", one),
                        house(need, services.getLast(), "Birch House", other)))))
        .send()
        .isCreated();
  }

  private static Map<String, Object> house(String need, UUID id, String name, String fees) {
    var term = Map.of("id", "t-" + need, "code", need, "name", need);
    return Map.of(
        "id",
        id,
        "name",
        name,
        "status",
        "active",
        "fees_description",
        fees,
        "attributes",
        List.of(Map.of("id", "a-" + id, "taxonomy_term", term)));
  }

  /** The options in their order, each with what fits and what does not. */
  private List<String> matched(String need, List<UUID> services) {
    return options
        .present(coalition.client(), need, services, Map.of("wishes", Map.of("age", 30)))
        .isCreated()
        .json()
        .at("/details/options")
        .valueStream()
        .map(option -> option.path("serviceId").asString() + " " + option.path("criteria"))
        .toList();
  }

  @Test
  void neitherARatingNorAFeeCanBeSaidOfAnOption() {
    for (String judged : List.of("rating", "fee", "rank")) {
      options
          .present(
              coalition.client(),
              "residential-treatment",
              coalition.residential(),
              Map.of("wishes", Map.of(judged, 1)))
          .isProblem(400, "invalid")
          .hasFault("/wishes/" + judged, "unknown-field");
      options
          .present(
              coalition.client(),
              "residential-treatment",
              coalition.residential(),
              Map.of(judged, 1))
          .isProblem(400, "invalid")
          .hasFault("/" + judged, "unknown-field");
    }
  }
}
