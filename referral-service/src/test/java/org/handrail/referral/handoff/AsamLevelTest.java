package org.handrail.referral.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import org.handrail.platform.fixtures.Proves;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AsamLevelTest {

  @ParameterizedTest
  @CsvSource({
    "4,RR,true",
    "4,1.0,true",
    "4,1.5,true",
    "4,1.7,true",
    "4,2.1,true",
    "4,2.5,true",
    "4,2.7,true",
    "4,3.1,true",
    "4,3.5,true",
    "4,3.7,true",
    "4,4,true",
    "4,3.7-BIO,true",
    "4,1.5-COE,true",
    "4,1.7-COE,true",
    "4,2.5-COE,true",
    "4,2.7-COE,true",
    "4,3.5-COE,true",
    "4,3.7-COE,true",
    // Gone since the third edition, with withdrawal management as a level of its own.
    "4,0.5,false",
    "4,3.3,false",
    "4,3.7-WM,false",
    "3,0.5,true",
    "3,1,true",
    "3,2.1,true",
    "3,2.5,true",
    "3,3.1,true",
    "3,3.3,true",
    "3,3.5,true",
    "3,3.7,true",
    "3,4,true",
    "3,1-WM,true",
    "3,2-WM,true",
    "3,3.2-WM,true",
    "3,3.7-WM,true",
    "3,4-WM,true",
    // Withdrawal management had levels of its own, and not one for each of the others.
    "3,3.2,false",
    "3,0.5-WM,false",
    "3,2.1-WM,false",
    "3,3.5-WM,false",
    // The biomedically enhanced level is one.
    "4,3.5-BIO,false",
    "4,RR-BIO,false",
    "4,3.7-COE-BIO,false",
    "4,3.7-BIO-COE,false",
    // Co-occurring enhanced are not all levels.
    "4,RR-COE,false",
    "4,1.0-COE,false",
    "4,2.1-COE,false",
    "4,3.1-COE,false",
    "4,4-COE,false",
    "4,1,false",
    "4,4.0,false",
    "4,2.1-WM,false",
    "3,3.5-COE,false",
    "3,RR,false",
    "3,1.0,false",
    "3,1.5,false",
    "3,2.7,false",
    "4,5,false",
    "2,1.0,false"
  })
  @Proves("R9")
  void knowsTheLevelsOfEachEdition(int edition, String level, boolean known) {
    assertThat(AsamLevel.exists(edition, level)).isEqualTo(known);
  }
}
