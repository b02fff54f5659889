package org.handrail.referral.directory;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoordinatesTest {
  @ParameterizedTest
  @CsvSource({
    "41.45, -82.7, 41.45, -82.7, ",
    "-82.7, 41.45, 41.45, -82.7, coordinates-swapped",
    "151.2, -33.9, -33.9, 151.2, coordinates-swapped",
    "91.5, -82, , , coordinates-unusable",
    "-33.9, 151.2, -33.9, 151.2, coordinates-far-away",
    "0, 0, , , coordinates-unusable",
    "999, -82, , , coordinates-unusable",
    "41, 999, , , coordinates-unusable"
  })
  void exchangesWhatCanOnlyHaveBeenExchanged(
      double latitude,
      double longitude,
      @Nullable Double north,
      @Nullable Double east,
      @Nullable String finding) {
    assertThat(Coordinates.of(latitude, longitude))
        .isEqualTo(new Coordinates(north, east, finding));
  }
}
