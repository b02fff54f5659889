package org.handrail.referral.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.handrail.platform.fixtures.Proves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrustTest {
  private static final Instant SAID = Instant.parse("2026-03-01T08:00:00Z");
  private static final Duration A_DAY = Duration.ofHours(24);

  @ParameterizedTest
  @CsvSource({
    "PT0S, CURRENT, 100",
    "PT12H, CURRENT, 75",
    "PT24H, CURRENT, 50",
    "PT24H1S, CALL_TO_CONFIRM, 50",
    "PT48H, CALL_TO_CONFIRM, 25",
    "PT72H, CALL_TO_CONFIRM, 0",
    "PT72H1S, UNKNOWN, 0",
    "PT2400H, UNKNOWN, 0"
  })
  @Proves("DIR-2")
  void fallsWithAge(Duration age, Reading reading, int percent) {
    Trust trust = Trust.of(SAID, SAID.plus(age), A_DAY, TrackRecord.NONE);

    assertThat(trust.reading()).isEqualTo(reading);
    assertThat(trust.percent()).isEqualTo(percent);
  }

  @ParameterizedTest
  @CsvSource({
    "PT59S, just now",
    "PT1M, 1 minute ago",
    "PT59M59S, 59 minutes ago",
    "PT1H59M, 1 hour ago",
    "PT47H59M, 47 hours ago",
    "PT48H, 2 days ago"
  })
  void tellsItsAgeAsPeopleDo(Duration age, String words) {
    assertThat(Trust.of(SAID, SAID.plus(age), A_DAY, TrackRecord.NONE).ago()).isEqualTo(words);
  }

  @Test
  void statementOfAClockAheadOfOursWasJustMade() {
    Trust trust = Trust.of(SAID.plusSeconds(90), SAID, A_DAY, TrackRecord.NONE);

    assertThat(trust.age()).isZero();
    assertThat(trust.percent()).isEqualTo(100);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, TOO_FEW_TO_TELL",
    "10, 10, TOO_FEW_TO_TELL",
    "11, 0, NONE",
    "11, 1, ONE_OR_TWO",
    "11, 2, ONE_OR_TWO",
    "11, 3, THREE_TO_FIVE",
    "11, 5, THREE_TO_FIVE",
    "11, 6, MORE_THAN_FIVE",
    "11, 10, MORE_THAN_FIVE"
  })
  void recordIsToldInBandsAndOnlyOfMany(int known, int turnedAway, TrackRecord told) {
    assertThat(TrackRecord.of(known, turnedAway)).isEqualTo(told);
  }

  @Test
  void fallsWithEachWorseRecord() {
    assertThat(
            Arrays.stream(TrackRecord.values())
                .skip(1)
                .map(record -> Trust.of(SAID, SAID, A_DAY, record).percent()))
        .containsExactly(100, 85, 60, 25);
  }
}
