package org.handrail.platform.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest {

  @ParameterizedTest
  @ValueSource(strings = {"riverbend", "a", "7-oaks", "b-"})
  void anAgencyIsNamedByItsAlias(String alias) {
    assertThat(new AgencyId(alias)).hasToString(alias);
    assertThat(new AgencyId("a".repeat(63)).value()).hasSize(63);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-oaks", "Riverbend", "river bend", "river_bend", "río", "a\n", "…"})
  void nothingElseIsAnAlias(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> new AgencyId(text));
    assertThatIllegalArgumentException().isThrownBy(() -> new AgencyId("a".repeat(64)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"f:1:Maya.B", "0a-00_", "-"})
  void aSubjectIsWhatTheTokenSays(String subject) {
    assertThat(new SubjectId(subject)).hasToString(subject);
    assertThat(new SubjectId("a".repeat(128)).value()).hasSize(128);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "maya b", "maya@riverbend", "ü", "a\r"})
  void nothingElseIsASubject(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> new SubjectId(text));
    assertThatIllegalArgumentException().isThrownBy(() -> new SubjectId("a".repeat(129)));
  }
}
