package org.handrail.referral.choice;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.fixtures.Proves;
import org.handrail.referral.choice.OptionMatch.Criterion;
import org.handrail.referral.directory.Fit;
import org.handrail.referral.directory.ServiceFacts;
import org.handrail.referral.directory.ServiceListing;
import org.handrail.referral.directory.WhomItTakes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatchingTest {
  private static final ServiceListing QUAY =
      listing("Quay House", new AgencyId("harborlight"), "detox");
  private static final ServiceFacts FACTS =
      new ServiceFacts(
          new WhomItTakes(Set.of("for:women", "moud:none"), 18.0, 64.0),
          List.of("en", "es"),
          Fit.YES);
  private static final WhomItTakes NOBODY_SAYS = new WhomItTakes(Set.of(), null, null);

  @ParameterizedTest
  @CsvSource({"17,NO", "18,YES", "64,YES", "65,NO"})
  @Proves("R6")
  void saysWhetherTheAgeFits(int age, Fit fit) {
    assertThat(fits(new Wishes(age, null, null, null), FACTS)).contains(Criterion.AGE + " " + fit);
  }

  @ParameterizedTest
  @CsvSource({
    "women,YES",
    "men,NO",
    "veterans,UNKNOWN",
    "moud:methadone,NO",
    "women|moud:naltrexone,NO",
    "women|veterans,UNKNOWN"
  })
  @Proves("R6")
  void saysWhetherTheyTakeTheClientAsASearchDoes(String said, Fit fit) {
    var wishes = new Wishes(null, List.of(said.split("\\|", -1)), null, null);

    assertThat(fits(wishes, FACTS)).contains(Criterion.ELIGIBLE + " " + fit);
    assertThat(fits(wishes, FACTS)).noneMatch(match -> match.startsWith("AGE"));
  }

  @Test
  @Proves("R6")
  void saysWhatNobodyKnows() {
    var nothing = new ServiceFacts(NOBODY_SAYS, List.of(), Fit.UNKNOWN);

    assertThat(fits(new Wishes(30, List.of("moud:methadone"), "es", null), nothing))
        .containsExactly(
            "NEED YES",
            "AGE UNKNOWN",
            "ELIGIBLE UNKNOWN",
            "LANGUAGE UNKNOWN",
            "CONFIRMED_LATELY UNKNOWN",
            "TAKES_REFERRALS YES");
    assertThat(fits(Wishes.NONE, null))
        .containsExactly("NEED YES", "CONFIRMED_LATELY UNKNOWN", "TAKES_REFERRALS YES");
  }

  @Test
  @Proves("R6")
  void putsOptionsInAnOrderThatAnybodyCanWorkOut() {
    var wishes = new Wishes(30, null, "es", null);
    var english = new ServiceFacts(new WhomItTakes(Set.of(), 18.0, null), List.of("en"), Fit.YES);
    var unknown = new ServiceFacts(NOBODY_SAYS, List.of(), Fit.YES);
    var partner = new AgencyId("hillcrest");
    var order =
        Stream.of(
                matched(listing("Alder", partner, "detox"), wishes, english),
                matched(listing("Birch", partner, "detox"), wishes, unknown),
                matched(listing("Willow", partner, "detox"), wishes, FACTS),
                matched(listing("Cedar", partner, "detox"), wishes, FACTS))
            .sorted(Matching.IN_ORDER)
            .map(option -> option.listing().name());

    assertThat(order).containsExactly("Cedar", "Willow", "Birch", "Alder");
  }

  @Test
  @Proves("R6")
  void knowsNothingOfFeesAndNoJudgementOfTheClient() {
    assertThat(
            Stream.of(
                    Wishes.class,
                    ServiceFacts.class,
                    WhomItTakes.class,
                    ServiceListing.class,
                    OptionMatch.class)
                .flatMap(input -> Arrays.stream(input.getRecordComponents()))
                .map(RecordComponent::getName)
                .distinct())
        .as("all that the order of options can come from")
        .containsExactlyInAnyOrder(
            "age",
            "eligible",
            "language",
            "services",
            "takes",
            "facets",
            "minimumAge",
            "maximumAge",
            "languages",
            "confirmedLately",
            "id",
            "name",
            "organization",
            "agency",
            "needs",
            "serviceId",
            "criterion",
            "fit");
    assertThat(Criterion.values())
        .containsExactlyInAnyOrder(
            Criterion.NEED,
            Criterion.AGE,
            Criterion.ELIGIBLE,
            Criterion.LANGUAGE,
            Criterion.CONFIRMED_LATELY,
            Criterion.TAKES_REFERRALS);
  }

  private static List<String> fits(Wishes wishes, @Nullable ServiceFacts facts) {
    return matched(QUAY, wishes, facts).matches().stream()
        .map(match -> match.criterion() + " " + match.fit())
        .toList();
  }

  private static Matching.Matched matched(
      ServiceListing listing, Wishes wishes, @Nullable ServiceFacts facts) {
    return Matching.of(Fit.YES, wishes, listing, facts);
  }

  private static ServiceListing listing(String name, AgencyId agency, String need) {
    return new ServiceListing(UUID.randomUUID(), name, "Quay", agency, List.of(need));
  }
}
