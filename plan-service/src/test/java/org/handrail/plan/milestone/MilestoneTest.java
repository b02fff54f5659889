package org.handrail.plan.milestone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import org.handrail.plan.plan.GoalId;
import org.handrail.plan.plan.PlanId;
import org.handrail.platform.act.ActKind;
import org.handrail.platform.act.RecordedAct;
import org.handrail.platform.act.Recorder;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MilestoneTest {

  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
  private static final Recorder MAYA = new Recorder(new SubjectId("maya"), false);
  private static final RecordedAct SAID_SO =
      RecordedAct.of(ActKind.IN_PERSON, NOW, "I went in", MAYA, NOW);

  private final UUID referral = UUID.randomUUID();

  @Test
  @Proves("PRS-PLAN-1")
  void isProposedByAReferralAndMarkedByTheClient() {
    var proposed = waitingFor(new Awaited(null)).propose(referral, NOW);
    assertThat(proposed.status()).isEqualTo(MilestoneStatus.PROPOSED);
    assertThat(proposed.standing()).isEqualTo(new Milestone.Proposed(referral, NOW));

    var marked = proposed.mark(SAID_SO);
    assertThat(marked.status()).isEqualTo(MilestoneStatus.MARKED);
    assertThat(marked.standing()).isEqualTo(new Milestone.Marked(SAID_SO));
    assertThat(marked.version()).isEqualTo(3);
  }

  @Test
  void isMarkedWithoutAnythingThatProposesIt() {
    assertThat(waitingFor(null).mark(SAID_SO).status()).isEqualTo(MilestoneStatus.MARKED);
    assertThat(waitingFor(new Awaited(null)).mark(SAID_SO).status())
        .isEqualTo(MilestoneStatus.MARKED);
  }

  @Test
  void isMarkedOnce() {
    var marked = waitingFor(null).mark(SAID_SO);
    assertThatThrownBy(() -> marked.mark(SAID_SO))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> assertThat(refusal.problem().type()).isEqualTo(Milestone.ALREADY_MARKED));
  }

  @Test
  void waitsForWhatItNames() {
    assertThat(waitingFor(null).waitsFor(referral)).isFalse();
    assertThat(waitingFor(new Awaited(null)).waitsFor(referral)).isTrue();
    assertThat(waitingFor(new Awaited(referral)).waitsFor(referral)).isTrue();
    assertThat(waitingFor(new Awaited(UUID.randomUUID())).waitsFor(referral)).isFalse();
  }

  @Test
  void isProposedOnceAndNeverAfterItIsMarked() {
    var waiting = waitingFor(new Awaited(null));
    assertThat(waiting.propose(referral, NOW).waitsFor(UUID.randomUUID())).isFalse();
    var marked = waiting.mark(SAID_SO);
    assertThat(marked.waitsFor(referral)).isFalse();
    assertThatThrownBy(() -> marked.propose(referral, NOW))
        .isInstanceOf(IllegalStateException.class);
  }

  private static Milestone waitingFor(@Nullable Awaited awaited) {
    return Milestone.stated(
        new Milestone.Meaning(
            new PlanId(UUID.randomUUID()),
            new GoalId(UUID.randomUUID()),
            UUID.randomUUID(),
            "I walked through that door on my own",
            awaited,
            MAYA.subject(),
            NOW));
  }
}
