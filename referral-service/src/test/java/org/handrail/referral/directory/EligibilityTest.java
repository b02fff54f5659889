package org.handrail.referral.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import java.util.Set;
import org.handrail.referral.directory.Eligibility.Match;
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
      int age, @Nullable Double from, @Nullable Double to, @Nullable String facet, Match match) {
    Set<String> facets = facet == null ? Set.of() : Set.of(facet);

    assertThat(Eligibility.of(seeker("age:" + age), facets, from, to).match()).isEqualTo(match);
  }

  @Test
  void saysOfEachThingWhyAndLetsOneNoDecide() {
    Eligibility fit =
        Eligibility.of(
            seeker("women", "veterans", "moud:methadone"),
            Set.of("for:women", "moud:none"),
            null,
            null);

    assertThat(fit.match()).isEqualTo(Match.NO);
    assertThat(fit.reasons())
        .extracting(Eligibility.Reason::about, Eligibility.Reason::match, Eligibility.Reason::code)
        .containsExactly(
            tuple("veterans", Match.UNKNOWN, "not-said"),
            tuple("women", Match.YES, "for-this-group"),
            tuple("moud:methadone", Match.NO, "no-medication-accepted"));
    assertThat(Eligibility.of(seeker("men"), Set.of("for:women"), null, null).match())
        .isEqualTo(Match.NO);
    assertThat(Eligibility.of(seeker("men", "veterans"), Set.of("for:men"), null, null).match())
        .isEqualTo(Match.UNKNOWN);
  }

  @Test
  void understandsNoOtherWords() {
    for (String word : List.of("age:old", "blue", "moud:aspirin", "age:-1", "women;men")) {
      assertThat(Seeker.of(List.of(word))).as(word).isEmpty();
    }
  }

  private static Seeker seeker(String... words) {
    return Seeker.of(List.of(words)).orElseThrow();
  }
}
