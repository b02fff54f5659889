package org.handrail.platform.act;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.problem.Problems;
import org.handrail.platform.problem.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecordedActTest {

  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
  private static final Recorder MAYA = new Recorder(new SubjectId("maya"), false);
  private static final Recorder ANA = new Recorder(new SubjectId("ana"), true);

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OWN_SIGN_IN")
  void isWrittenDownByWhoeverWasThere(ActKind kind) {
    var act = RecordedAct.of(kind, NOW.minusSeconds(600), "I am ready", MAYA, NOW);
    assertThat(act.recordedBy()).isEqualTo(MAYA.subject());
    assertThat(act.recordedAt()).isEqualTo(NOW);
    assertThat(act.words()).isEqualTo("I am ready");
  }

  @Test
  @Proves("PRS-PLAN-1")
  void isNeverASignInThatSomebodyElseClaims() {
    assertThatThrownBy(() -> RecordedAct.of(ActKind.OWN_SIGN_IN, NOW, null, MAYA, NOW))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal ->
                assertThat(refusal.problem().type()).isEqualTo(RecordedAct.KIND_NOT_POSSIBLE));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OWN_SIGN_IN")
  void needsNoWitnessWhenTheClientSignedIn(ActKind kind) {
    assertThat(RecordedAct.of(ActKind.OWN_SIGN_IN, NOW, null, ANA, NOW).kind())
        .isEqualTo(ActKind.OWN_SIGN_IN);
    assertThatThrownBy(() -> RecordedAct.of(kind, NOW, null, ANA, NOW)).isInstanceOf(Refusal.class);
  }

  @Test
  void hasHappened() {
    var slightlyFast = NOW.plusSeconds(299);
    assertThat(RecordedAct.of(ActKind.PHONE, slightlyFast, null, MAYA, NOW).at())
        .as("by our clock")
        .isEqualTo(NOW);
    assertThatThrownBy(() -> RecordedAct.of(ActKind.PHONE, NOW.plusSeconds(301), null, MAYA, NOW))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.problem().type()).isEqualTo(Problems.INVALID);
              assertThat(refusal.problem().errors().getFirst().pointer()).isEqualTo("/act/at");
            });
  }

  @Test
  void isNotBeforeWhatItAnswersButForTheDifferenceOfClocks() {
    var act = RecordedAct.of(ActKind.PHONE, NOW.minusSeconds(600), null, MAYA, NOW);
    assertThat(act.notBefore(NOW.minusSeconds(301), "before-agreement", "Not yet.")).isEqualTo(act);
    assertThatThrownBy(() -> act.notBefore(NOW.minusSeconds(299), "before-agreement", "Not yet."))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.problem().type()).isEqualTo(Problems.INVALID);
              var fault = refusal.problem().errors().getFirst();
              assertThat(fault.pointer()).isEqualTo("/act/at");
              assertThat(fault.code()).isEqualTo("before-agreement");
            });
  }
}
