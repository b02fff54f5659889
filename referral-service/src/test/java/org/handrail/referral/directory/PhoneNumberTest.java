package org.handrail.referral.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "(419) 555-0120 | +14195550120 | ",
        "419.555.0121 | +14195550121 | ",
        "1-419-555-0122 ext. 4 | +14195550122 | 4",
        "(419)5550141x7 | +14195550141 | 7",
        "\"+44 1234 234567\" | +441234234567 | ",
        "+52 55 1234 5678 | +525512345678 | ",
        "+353 1 234 5678 | +35312345678 | ",
        "+7 495 123 45 67 | +74951234567 | ",
        "1-800-555-HOPE | +18005554673 | ",
        "988 | 988 | ",
        "211 | 211 | ",
        "+1 419 555 0130 | +14195550130 | "
      })
  void readsWhatPeopleWrite(String raw, String number, String extension) {
    assertThat(PhoneNumber.of(raw)).contains(new PhoneNumber(number, extension));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "call the front desk",
        "555-0190",
        "",
        "419-555-01200000000000",
        "123",
        "0000000000",
        "419-155-0120",
        "1-019-555-0120",
        "+0 419 555 0120",
        "+1 419 155 0120",
        "+1 419 555 012",
        "+44 20 1234 5678 9012 34",
        "+999 1234 5678",
        "+210 1234 5678",
        "+384 1234 5678",
        "011",
        "++",
        "12 34; drop"
      })
  void guessesNothing(String raw) {
    assertThat(PhoneNumber.of(raw)).isEqualTo(Optional.empty());
  }
}
