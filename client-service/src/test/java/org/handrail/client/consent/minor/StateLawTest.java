package org.handrail.client.consent.minor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.handrail.platform.fixtures.Proves;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StateLawTest {
  private static final StateLaw ALONE_AT_FOURTEEN = new StateLaw("xx", 18, 14, "");

  @ParameterizedTest
  @CsvSource({
    "2008-05-17, 2026-05-16, MINOR",
    "2008-05-17, 2026-05-17, ADULT",
    "2012-05-17, 2026-05-16, MINOR_AND_GUARDIAN",
    "2012-05-17, 2026-05-17, MINOR",
    "2008-02-29, 2026-02-28, MINOR",
    "2008-02-29, 2026-03-01, ADULT",
    "2012-02-29, 2026-02-28, MINOR_AND_GUARDIAN"
  })
  @Proves("P2-CON-9")
  void nobodyIsOlderThanTheyAre(LocalDate born, LocalDate on, WhoSigns signs) {
    assertThat(ALONE_AT_FOURTEEN.whoSigns(born, on)).isEqualTo(signs);
  }
}
