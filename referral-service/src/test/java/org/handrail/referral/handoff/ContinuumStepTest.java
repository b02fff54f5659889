package org.handrail.referral.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.referral.handoff.ContinuumStep.AFTERCARE;
import static org.handrail.referral.handoff.ContinuumStep.DETOX;
import static org.handrail.referral.handoff.ContinuumStep.INTENSIVE_OUTPATIENT;
import static org.handrail.referral.handoff.ContinuumStep.RESIDENTIAL;

import org.handrail.platform.fixtures.Proves;
import org.handrail.referral.handoff.ContinuumStep.Move;
import org.junit.jupiter.api.Test;

class ContinuumStepTest {

  @Test
  @Proves("R9")
  void goesOnSkipsGoesBackAndChangesThePlace() {
    assertThat(DETOX.from(null)).isEqualTo(Move.START);
    assertThat(RESIDENTIAL.from(DETOX)).isEqualTo(Move.ONWARD);
    assertThat(AFTERCARE.from(DETOX)).isEqualTo(Move.SKIPPING);
    assertThat(DETOX.from(INTENSIVE_OUTPATIENT)).isEqualTo(Move.BACK);
    assertThat(RESIDENTIAL.from(RESIDENTIAL)).isEqualTo(Move.ALONGSIDE);
  }
}
