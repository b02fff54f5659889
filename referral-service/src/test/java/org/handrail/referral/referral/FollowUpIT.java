package org.handrail.referral.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.TokenIssuer;
import org.handrail.referral.fixtures.Askings;
import org.handrail.referral.fixtures.Coalition;
import org.handrail.referral.fixtures.ReferralServiceIT;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ReferralServiceIT
class FollowUpIT {
  private final Coalition coalition;
  private final TimePassing time;

  FollowUpIT(Coalition coalition, TimePassing time) {
    this.coalition = coalition;
    this.time = time;
  }

  @BeforeEach
  void atRest() {
    coalition.atRest();
  }

  @AfterEach
  void backToNow() {
    time.backToNow();
  }

  @Test
  @Proves("R11")
  void onlyWhoCameClosesTheLoop() {
    UUID arrived = time.delivered(coalition.chosen(coalition.client()));
    UUID missing = time.delivered(coalition.chosen(coalition.client()));
    for (UUID each : List.of(arrived, missing)) {
      coalition.answer(each, Map.of("step", "accepted", "intakeAt", coalition.muchLater())).isOk();
      coalition.requesterSees(each, "intake-scheduled");
    }
    coalition.answer(arrived, Map.of("step", "attended")).isOk();
    coalition.requesterSees(arrived, "attended");
    time.later(Duration.ofDays(8));
    time.later(Duration.ofDays(23));

    String maya = TokenIssuer.subject("maya").value();
    assertThat(Askings.about(missing, 3))
        .containsExactlyInAnyOrder(
            "riverbend referral-follow-up " + maya,
            "riverbend referral-follow-up " + maya,
            "riverbend referral-loop-open supervisor");
    assertThat(TimePassing.clocks(coalition.maya(), arrived))
        .containsExactly("follow-up follow-up-1", "follow-up follow-up-2");
    assertThat(time.askedByNow(arrived))
        .containsExactly(
            "riverbend referral-follow-up " + maya, "riverbend referral-follow-up " + maya);
  }

  @Test
  void whoDidNotComeIsOfferedAnotherTimeWithinTwoWorkingDays() {
    UUID referral = time.delivered(coalition.chosen(coalition.client()));
    coalition
        .answer(referral, Map.of("step", "accepted", "intakeAt", coalition.muchLater()))
        .isOk();
    coalition.answer(referral, Map.of("step", "missed")).isOk();
    coalition.requesterSees(referral, "missed");
    time.carried();
    time.later(Duration.ofHours(23));
    assertThat(TimePassing.clocks(coalition.maya(), referral)).isEmpty();
    // A weekend and a holiday lie in between at most.
    time.later(Duration.ofDays(5));

    assertThat(TimePassing.clocks(coalition.maya(), referral)).contains("reoffer offer");
    assertThat(Askings.about(referral, 1))
        .containsExactly("riverbend referral-reoffer " + TokenIssuer.subject("maya").value());
  }
}
