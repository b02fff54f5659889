package org.handrail.client.obligation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.handrail.platform.fixtures.Proves;
import org.junit.jupiter.api.Test;

class ContactLetterTest {
  private static final LetterWords WORDS =
      new LetterWords(
          "{name} was in contact with {agency}:", "None from {from} to {to}.", "Voluntary.");

  @Test
  @Proves("C12")
  void saysDatesOfContactAndNothingElse() {
    var from = LocalDate.parse("2026-11-01");
    var until = LocalDate.parse("2026-11-30");
    assertThat(
            ContactLetter.body(
                WORDS,
                "Ana Brook",
                "riverbend",
                from,
                until,
                List.of(from.plusDays(2), from.plusDays(9))))
        .isEqualTo("Ana Brook was in contact with riverbend:\n2026-11-03\n2026-11-10\nVoluntary.");
    assertThat(ContactLetter.body(WORDS, "Ana Brook", "riverbend", from, until, List.of()))
        .isEqualTo("None from 2026-11-01 to 2026-11-30.\nVoluntary.");
    // A name is never taken for a place to fill.
    assertThat(ContactLetter.body(WORDS, "{agency}", "riverbend", from, until, List.of(from)))
        .startsWith("{agency} was in contact with riverbend");
  }
}
