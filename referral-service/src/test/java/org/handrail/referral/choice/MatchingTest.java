package org.handrail.referral.choice;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.fixtures.Proves;
import org.handrail.referral.choice.OptionMatch.Criterion;
import org.handrail.referral.choice.OptionMatch.Fit;
import org.handrail.referral.directory.ServiceFacts;
import org.handrail.referral.directory.ServiceListing;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatchingTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-28");
  private static final ServiceListing QUAY =
      listing("Quay House", new AgencyId("harborlight"), "detox");
  private static final ServiceFacts FACTS =
      new ServiceFacts(18.0, 64.0, List.of("en", "es"), LocalDate.parse("2026-10-12"));

  @ParameterizedTest
  @CsvSource({"17,NO", "18,YES", "64,YES", "65,NO"})
  @Proves("R6")
  void saysWhetherTheAgeFits(int age, Fit fit) {
    assertThat(fits(new Wishes(age, null, null), FACTS)).contains(Criterion.AGE + " " + fit);
  }

  @Test
  @Proves("R6")
  void saysWhatNobodyKnows() {
    var nothing = new ServiceFacts(null, null, List.of(), null);

    assertThat(fits(new Wishes(30, "es", null), nothing))
        .containsExactly(
            "NEED YES",
            "AGE UNKNOWN",
            "LANGUAGE UNKNOWN",
            "CONFIRMED_LATELY UNKNOWN",
            "TAKES_REFERRALS YES");
    assertThat(fits(Wishes.NONE, null))
        .containsExactly("NEED YES", "CONFIRMED_LATELY UNKNOWN", "TAKES_REFERRALS YES");
  }

  @Test
  void saysWhetherTheEntryWasConfirmedWithinNinetyDays() {
    assertThat(fits(Wishes.NONE, assured("2026-08-30"))).contains("CONFIRMED_LATELY YES");
    assertThat(fits(Wishes.NONE, assured("2026-08-29"))).contains("CONFIRMED_LATELY NO");
  }

  @Test
  @Proves("R6")
  void putsOptionsInAnOrderThatAnybodyCanWorkOut() {
    var wishes = new Wishes(30, "es", null);
    var english = new ServiceFacts(18.0, null, List.of("en"), FACTS.assuredDate());
    var unknown = new ServiceFacts(null, null, List.of(), FACTS.assuredDate());
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
            Stream.of(Wishes.class, ServiceFacts.class, ServiceListing.class, OptionMatch.class)
                .flatMap(input -> Arrays.stream(input.getRecordComponents()))
                .map(RecordComponent::getName)
                .distinct())
        .as("all that the order of options can come from")
        .containsExactlyInAnyOrder(
            "age",
            "language",
            "services",
            "minimumAge",
            "maximumAge",
            "languages",
            "assuredDate",
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
            Criterion.LANGUAGE,
            Criterion.CONFIRMED_LATELY,
            Criterion.TAKES_REFERRALS);
  }

  private static ServiceFacts assured(String date) {
    return new ServiceFacts(null, null, List.of(), LocalDate.parse(date));
  }

  private static List<String> fits(Wishes wishes, @Nullable ServiceFacts facts) {
    return matched(QUAY, wishes, facts).matches().stream()
        .map(match -> match.criterion() + " " + match.fit())
        .toList();
  }

  private static Matching.Matched matched(
      ServiceListing listing, Wishes wishes, @Nullable ServiceFacts facts) {
    return Matching.of(Fit.YES, wishes, listing, facts, TODAY);
  }

  private static ServiceListing listing(String name, AgencyId agency, String need) {
    return new ServiceListing(UUID.randomUUID(), name, "Quay", agency, List.of(need));
  }
}
