package org.handrail.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class SampleDirectoryTest {
  @Test
  void isConfirmedOfLateWheneverItIsBroughtIn() {
    assertThat(
            SampleDirectory.asOf(
                LocalDate.parse("2031-05-20"),
                "{\"assured_date\": \"2026-10-12\"}, {\"assured_date\": \"2026-13-01\"}"))
        .isEqualTo("{\"assured_date\": \"2031-05-10\"}, {\"assured_date\": \"2026-13-01\"}");
  }
}
