package org.handrail.referral.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {
  @ParameterizedTest
  @CsvSource({
    "es, es",
    "ES, es",
    "es-MX, es",
    "es_mx, es",
    "spa, es",
    "SPA-MX, es",
    "Spanish, es",
    "Español, es",
    "fra, fr",
    "fre, fr",
    "ger, de",
    "zho, zh",
    "chi-Hant, zh",
    "Kreyòl ayisyen, ht",
    "iw, he",
    "ase, ase",
    "American Sign Language, ase",
    "ASL, ase",
    "nb, no",
    "nno, no",
    "Norwegian, no",
    "Norsk bokmål, no",
    "tlh, tlh",
    "zz, ",
    "Klingon, ",
    "'Spanish, some English', ",
    "e, "
  })
  void haveOneCodeHoweverTheyAreWritten(String said, @Nullable String code) {
    assertThat(Languages.code(said)).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({
    "es, spa, YES",
    "spa, Spanish, YES",
    "es, en, NO",
    "es, en|ase, NO",
    "ase, en, NO",
    "nb, no, YES",
    "tlh, en|tlh, YES",
    // Mandarin is Chinese, and no code says so: whoever is asked there knows.
    "zh, cmn, UNKNOWN",
    "cmn, zh, UNKNOWN",
    "es, en|Mixteco Bajo, UNKNOWN",
    "es, es|Mixteco Bajo, YES",
    "zz, Mixteco Bajo, UNKNOWN"
  })
  void areNotSpokenOnlyWhereAllThatAreSpokenAreKnown(String wished, String there, Fit fit) {
    assertThat(Languages.spoken(wished, List.of(there.split("\\|", -1)))).isEqualTo(fit);
  }

  @Test
  void ofAPlaceThatSaysNothingNobodyKnows() {
    assertThat(Languages.spoken("es", List.of())).isEqualTo(Fit.UNKNOWN);
  }
}
