package org.handrail.referral.choice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.platform.caller.Role;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.TokenIssuer;
import org.handrail.referral.fixtures.Coalition;
import org.handrail.referral.fixtures.MayasOptions;
import org.handrail.referral.fixtures.Providers;
import org.handrail.referral.fixtures.ReferralServiceIT;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ReferralServiceIT
class OptionSetIT {
  private final Coalition coalition;
  private final MayasOptions options;
  private final Providers providers;

  OptionSetIT(Coalition coalition, Providers providers) {
    this.coalition = coalition;
    options = coalition.options();
    this.providers = providers;
  }

  @BeforeEach
  void atRest() {
    coalition.atRest();
  }

  @Test
  void presentsServicesByTheNamesThatTheClientIsTold() {
    Answer set = coalition.present(coalition.client()).isCreated();

    assertThat(set.json().at("/services").valueStream().map(s -> s.path("name").asString()))
        .containsExactly("Residential treatment", "Residential treatment for women with children");
    assertThat(set.json().has("choice") && !set.json().path("choice").isNull()).isFalse();
    assertThat(coalition.maya().get(set.header("Location")).send().isOk().json())
        .isEqualTo(set.json());
  }

  @Test
  void oneOptionIsNoChoiceWhereThereAreTwo() {
    options
        .present(coalition.client(), "residential-treatment", coalition.residential().subList(0, 1))
        .isProblem(422, "options-deficient")
        .hasFault("/services", "too-few-options");
  }

  @Test
  void theOnlyServiceForANeedIsOneHoweverManyVocabulariesSaySo() {
    String need = "need-" + UUID.randomUUID();
    UUID only = providers.service();
    providers.isTwiceFor(need, only);

    options.present(coalition.client(), need, List.of(only)).isCreated();
  }

  @Test
  @Proves("C9")
  void whatIsForSomethingElseIsNoOption() {
    UUID pantry = coalition.service("pantry walk");
    UUID supper = coalition.service("hot supper");

    Answer refused =
        options
            .present(coalition.client(), "residential-treatment", List.of(pantry, supper))
            .isProblem(422, "options-deficient")
            .hasFault("/services/0", "service-not-for-need")
            .hasFault("/services/1", "service-not-for-need")
            .hasFault("/services", "too-few-options");
    assertThat(refused.text()).doesNotContain(pantry.toString());
  }

  @Test
  @Proves("R6")
  void whatTheClientAskedForByNameIsShownBesidesTheRealOptionsAndAsWhatItIs() {
    UUID pantry = coalition.service("pantry walk");
    List<UUID> real = coalition.residential();
    var withPantry = new ArrayList<>(real);
    withPantry.addFirst(pantry);

    Answer set = presentNamed(withPantry, pantry).isCreated();

    assertThat(set.at("/services/2/serviceId")).isEqualTo(pantry.toString());
    assertThat(fitOfNeed(set, 0)).isEqualTo("yes");
    assertThat(fitOfNeed(set, 2)).isEqualTo("no");
    presentNamed(List.of(real.getFirst(), pantry), pantry)
        .isProblem(422, "options-deficient")
        .hasFault("/services", "too-few-options");
    presentNamed(real, pantry)
        .isProblem(422, "options-deficient")
        .hasFault("/wishes/services/0", "service-not-presented");
  }

  @Test
  void whatNobodyDescribedIsShownAndCountsForNone() {
    UUID undescribed = providers.service();
    UUID real = coalition.residential().getFirst();

    options
        .present(coalition.client(), "residential-treatment", List.of(undescribed, real))
        .isProblem(422, "options-deficient")
        .hasFault("/services", "too-few-options");
    Answer set =
        options
            .present(
                coalition.client(),
                "residential-treatment",
                List.of(undescribed, real, coalition.residential().getLast()))
            .isCreated();
    assertThat(fitOfNeed(set, 2)).isEqualTo("unknown");
  }

  @Test
  @Proves("C9")
  void aNeedThatIsMisspeltIsRefusedWithThoseThatThereAre() {
    for (String need : List.of("residential-treatmnt", "no-such-need")) {
      Answer refused =
          options
              .present(coalition.client(), need, coalition.residential().subList(0, 1))
              .isProblem(400, "invalid")
              .hasFault("/need", "unknown");
      assertThat(refused.text()).contains("residential-treatment");
    }
  }

  @Test
  void oneOptionIsEnoughWhereThereIsNoOther() {
    options
        .present(
            coalition.client(), "identification", List.of(coalition.service("identity papers")))
        .isCreated();
  }

  @Test
  void presentsNothingThatIsNotOfferedAndNothingTwice() {
    UUID one = coalition.residential().getFirst();

    options
        .present(coalition.client(), "residential-treatment", List.of(one, one, UUID.randomUUID()))
        .isProblem(422, "options-deficient")
        .hasFault("/services/1", "service-twice")
        .hasFault("/services/2", "service-unknown");
  }

  @Test
  void recordsTheClientsActAndWhoWroteItDown() {
    UUID set = coalition.present(coalition.client()).isCreated().id();
    UUID chosen = coalition.residential().getLast();

    Answer answer = options.choose(coalition.maya(), set, chosen, act()).isCreated();

    assertThat(answer.at("/choice/serviceId")).isEqualTo(chosen.toString());
    assertThat(answer.at("/choice/act/words")).isEqualTo("The one by the water");
    assertThat(answer.at("/choice/act/kind")).isEqualTo("phone");
    assertThat(answer.at("/choice/act/recordedBy")).isEqualTo(TokenIssuer.subject("maya").value());
    options.choose(coalition.maya(), set, chosen, act()).isProblem(409, "already-chosen");
  }

  @Test
  void clientChoosesForThemselvesBySigningIn() {
    UUID client = coalition.client();
    coalition.assign("riverbend", client, "ana", "self");
    Api ana = coalition.as("ana", "riverbend", Role.CLIENT);
    UUID set = coalition.present(client).isCreated().id();
    UUID chosen = coalition.residential().getFirst();
    Map<String, String> own = coalition.act("own-sign-in");

    options
        .choose(coalition.maya(), set, chosen, own)
        .isProblem(422, "act-kind-not-possible")
        .hasFault("/act/kind", "not-possible");
    options.choose(ana, set, chosen, act()).isProblem(422, "act-kind-not-possible");
    options.choose(ana, set, chosen, own).isCreated();
  }

  @Test
  void choosesOnlyWhatWasPresentedAndOnlyWhatHasHappened() {
    UUID set = coalition.present(coalition.client()).isCreated().id();

    options
        .choose(coalition.maya(), set, coalition.service("pantry walk"), act())
        .isProblem(422, "choice-not-possible")
        .hasFault("/serviceId", "service-not-presented");
    options
        .choose(
            coalition.maya(),
            set,
            coalition.residential().getFirst(),
            Map.of("kind", "phone", "at", "2199-01-01T00:00:00Z"))
        .isProblem(400, "invalid")
        .hasFault("/act/at", "in-future");
    options
        .choose(
            coalition.maya(),
            set,
            coalition.residential().getFirst(),
            Map.of("kind", "phone", "at", "2019-01-01T00:00:00Z"))
        .isProblem(400, "invalid")
        .hasFault("/act/at", "before-options");
  }

  @Test
  void strangersFindNothing() {
    UUID set = coalition.present(coalition.client()).isCreated().id();
    Api paul = coalition.as("paul", "riverbend", Role.PEER_SPECIALIST);
    Api carl = coalition.as("carl", "cedarhouse", Role.PEER_SPECIALIST);

    for (Api stranger : List.of(paul, carl)) {
      stranger.get("/api/option-sets/{id}", set).send().isNotFound();
      stranger.get("/api/option-sets/{id}", UUID.randomUUID()).send().isNotFound();
      options.choose(stranger, set, coalition.residential().getFirst(), act()).isNotFound();
    }
    options
        .present(UUID.randomUUID(), "residential-treatment", coalition.residential())
        .isNotFound();
  }

  private Answer presentNamed(List<UUID> services, UUID named) {
    return options.present(
        coalition.client(),
        "residential-treatment",
        services,
        Map.of("wishes", Map.of("services", List.of(named))));
  }

  private static String fitOfNeed(Answer set, int option) {
    return set.json()
        .at("/details/options/" + option + "/criteria")
        .valueStream()
        .filter(criterion -> criterion.path("criterion").asString().equals("need"))
        .map(criterion -> criterion.path("fit").asString())
        .findFirst()
        .orElseThrow();
  }

  private Map<String, String> act() {
    return Map.of(
        "kind", "phone",
        "at", coalition.clock().instant().toString(),
        "words", "The one by the water");
  }
}
