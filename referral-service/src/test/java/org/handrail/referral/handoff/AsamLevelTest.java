package org.handrail.referral.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import org.handrail.platform.fixtures.Proves;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AsamLevelTest {

  @ParameterizedTest
  @CsvSource({
    "4,RR,true",
    "4,1.7,true",
    "4,3.7-BIO,true",
    "4,3.5-COE,true",
    "4,4,true",
    // Gone since the third edition, with withdrawal management as a level of its own.
    "4,0.5,false",
    "4,3.3,false",
    "4,3.7-WM,false",
    "3,3.3,true",
    "3,3.7-WM,true",
    "3,RR,false",
    "4,5,false",
    "2,1.0,false"
  })
  @Proves("R9")
  void knowsTheLevelsOfEachEdition(int edition, String level, boolean known) {
    assertThat(AsamLevel.exists(edition, level)).isEqualTo(known);
  }
}
