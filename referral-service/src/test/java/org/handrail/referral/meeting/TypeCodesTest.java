package org.handrail.referral.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.handrail.platform.fixtures.Proves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

class TypeCodesTest {
  private final TypeCodes codes = new TypeCodes();

  @Test
  void knowsEveryCodeOfTheSpecificationAndThoseProposed() {
    JsonNode spec = spec("types.json");
    JsonNode proposed = spec("proposed-new.json");
    Set<String> known = new HashSet<>();
    codes.of(Fellowship.AA).forEach(each -> known.add(each.code()));
    Set<String> theirs = new HashSet<>(spec.propertyNames());
    theirs.addAll(proposed.propertyNames());

    assertThat(known).containsAll(theirs);
    // Feeds add it themselves.
    theirs.add("ONL");
    assertThat(theirs).containsAll(known);
    assertThat(codes.of(Fellowship.AA))
        .filteredOn(TypeCode::proposed)
        .extracting(TypeCode::code)
        .containsExactlyInAnyOrderElementsOf(proposed.propertyNames());
  }

  @Proves("R30")
  @ParameterizedTest
  @EnumSource
  void everyFellowshipHasWordsForItsCodesInBothLanguages(Fellowship fellowship) {
    assertThat(codes.of(fellowship))
        .isNotEmpty()
        .allSatisfy(
            each -> {
              assertThat(each.en()).isNotBlank();
              assertThat(each.es()).isNotBlank();
            });
    for (TypeCode.Meaning meaning : TypeCode.Meaning.values()) {
      assertThat(codes.of(fellowship)).extracting(TypeCode::means).contains(meaning);
    }
  }

  @Test
  void oneCodeIsAnotherElsewhere() {
    assertThat(codes.find(Fellowship.AA, "S").orElseThrow().language()).isEqualTo("es");
    assertThat(codes.find(Fellowship.NA, "s").orElseThrow().en()).isEqualTo("Smoking is permitted");
    assertThat(codes.find(Fellowship.SMART, "S")).isEmpty();
    assertThat(codes.find(Fellowship.AA, "C").orElseThrow().en())
        .isNotEqualTo(codes.find(Fellowship.NA, "C").orElseThrow().en());
  }

  private static JsonNode spec(String name) {
    return FeedFiles.JSON.readTree(FeedFiles.real("meeting-guide-spec/" + name));
  }
}
