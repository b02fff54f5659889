package org.handrail.client.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.handrail.platform.fixtures.Proves;
import org.junit.jupiter.api.Test;

class WarningsTest {
  private static final LocalDate END = LocalDate.of(2026, 11, 30);

  @Test
  @Proves("CERT-1")
  void warnsNinetySixtyAndThirtyDaysBeforeAndTheDayAfter() {
    assertThat(Warnings.first(END, END.minusYears(2))).isEqualTo(END.minusDays(90));
    assertThat(Warnings.next(END, END.minusDays(90))).contains(END.minusDays(60));
    assertThat(Warnings.next(END, END.minusDays(60))).contains(END.minusDays(30));
    assertThat(Warnings.next(END, END.minusDays(30))).contains(END.plusDays(1));
    assertThat(Warnings.next(END, END.plusDays(1))).isEmpty();
    assertThat(Warnings.code(END, END.minusDays(91))).isEmpty();
    assertThat(Warnings.code(END, END.minusDays(90))).contains("credential-ends-in-ninety-days");
    assertThat(Warnings.code(END, END.minusDays(61))).contains("credential-ends-in-ninety-days");
    assertThat(Warnings.code(END, END.minusDays(60))).contains("credential-ends-in-sixty-days");
    assertThat(Warnings.code(END, END.minusDays(30))).contains("credential-ends-in-thirty-days");
    assertThat(Warnings.code(END, END)).contains("credential-ends-in-thirty-days");
    assertThat(Warnings.code(END, END.plusDays(1))).contains("credential-lapsed");
  }

  @Test
  void beginsWithTheLatestThatIsDueAlready() {
    assertThat(Warnings.first(END, END.minusDays(45))).isEqualTo(END.minusDays(60));
    assertThat(Warnings.first(END, END.plusDays(9))).isEqualTo(END.plusDays(1));
  }
}
