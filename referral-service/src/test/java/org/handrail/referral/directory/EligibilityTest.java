package org.handrail.referral.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EligibilityTest {
  @ParameterizedTest
  @CsvSource({
    "17, 18, , , NO",
    "18, 18, , , YES",
    "66, , 65, , NO",
    "65, 18, 65, , YES",
    "40, , , , UNKNOWN",
    "40,   ,   , for:adults, YES",
    "17,   ,   , for:adults, NO",
    "40,   ,   , for:youth,  NO",
  })
  void goesByAgesWhereTheyAreSaidAndByGroupsElse(
      int age, @Nullable Double from, @Nullable Double to, @Nullable String facet, Fit match) {
    Set<String> facets = facet == null ? Set.of() : Set.of(facet);

    assertThat(Eligibility.of(seeker("age:" + age), new WhomItTakes(facets, from, to)).match())
        .isEqualTo(match);
  }

  @Test
  void saysOfEachThingWhyAndLetsOneNoDecide() {
    Eligibility fit =
        Eligibility.of(
            seeker("women", "veterans", "moud:methadone"), taking("for:women", "moud:none"));

    assertThat(fit.match()).isEqualTo(Fit.NO);
    assertThat(fit.reasons())
        .extracting(Eligibility.Reason::about, Eligibility.Reason::match, Eligibility.Reason::code)
        .containsExactly(
            tuple("veterans", Fit.UNKNOWN, "not-said"),
            tuple("women", Fit.YES, "for-this-group"),
            tuple("moud:methadone", Fit.NO, "no-medication-accepted"));
    assertThat(Eligibility.of(seeker("men"), taking("for:women")).match()).isEqualTo(Fit.NO);
    assertThat(Eligibility.of(seeker("men", "veterans"), taking("for:men")).match())
        .isEqualTo(Fit.UNKNOWN);
  }

  @Test
  void understandsNoOtherWords() {
    for (String word : List.of("age:old", "blue", "moud:aspirin", "age:-1", "women;men")) {
      assertThat(Seeker.of(List.of(word))).as(word).isEmpty();
    }
  }

  @Test
  void understandsOneAgeOfAPerson() {
    assertThat(Seeker.of(List.of("age:16", "women", "age:34"))).isEmpty();
    assertThat(Seeker.of(List.of("age:34", "women", "veterans"))).isPresent();
  }

  private static WhomItTakes taking(String... facets) {
    return new WhomItTakes(Set.of(facets), null, null);
  }

  private static Seeker seeker(String... words) {
    return Seeker.of(List.of(words)).orElseThrow();
  }
}
