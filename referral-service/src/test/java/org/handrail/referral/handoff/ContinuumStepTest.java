package org.handrail.referral.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.referral.handoff.ContinuumStep.AFTERCARE;
import static org.handrail.referral.handoff.ContinuumStep.DETOX;
import static org.handrail.referral.handoff.ContinuumStep.INTENSIVE_OUTPATIENT;
import static org.handrail.referral.handoff.ContinuumStep.OUTPATIENT;
import static org.handrail.referral.handoff.ContinuumStep.RESIDENCE;
import static org.handrail.referral.handoff.ContinuumStep.RESIDENTIAL;

import java.util.List;
import org.handrail.platform.fixtures.Proves;
import org.handrail.referral.handoff.ContinuumStep.Move;
import org.junit.jupiter.api.Test;

class ContinuumStepTest {

  @Test
  @Proves("R9")
  void goesOnSkipsGoesBackAndChangesThePlace() {
    List<ContinuumStep> along =
        List.of(DETOX, RESIDENTIAL, INTENSIVE_OUTPATIENT, OUTPATIENT, RESIDENCE, AFTERCARE);
    for (int i = 1; i < along.size(); i++) {
      assertThat(along.get(i).from(along.get(i - 1))).isEqualTo(Move.ONWARD);
      assertThat(along.get(i - 1).from(along.get(i))).isEqualTo(Move.BACK);
    }
    assertThat(along).containsExactlyInAnyOrder(ContinuumStep.values());
    assertThat(DETOX.from(null)).isEqualTo(Move.START);
    assertThat(RESIDENTIAL.from(DETOX)).isEqualTo(Move.ONWARD);
    assertThat(AFTERCARE.from(DETOX)).isEqualTo(Move.SKIPPING);
    assertThat(DETOX.from(INTENSIVE_OUTPATIENT)).isEqualTo(Move.BACK);
    assertThat(RESIDENTIAL.from(RESIDENTIAL)).isEqualTo(Move.ALONGSIDE);
  }
}
