package org.handrail.referral.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;
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
  void whatIsAskedOfAReferralIsAnsweredThere() {
    UUID referral = time.delivered(coalition.chosen(coalition.client()));
    answered(coalition.maya(), referral, 7, Map.of("outcome", "not-there"))
        .isProblem(422, "follow-up-deficient")
        .hasFault("/day", "not-due");
    time.later(Duration.ofDays(8));
    Map<String, Object> told = Map.of("outcome", "not-there", "said", coalition.act("in-person"));
    answered(coalition.paul(), referral, 7, told).isNotFound();

    Answer kept = answered(coalition.maya(), referral, 7, told).isOk();

    assertThat(days(kept)).containsExactly("delivery 7 not-there", "delivery 30 ");
    assertThat(kept.at("/items/0/said/kind")).isEqualTo("in-person");
    answered(coalition.maya(), referral, 7, told).isProblem(409, "follow-up-done");
    answered(coalition.maya(), referral, 14, told).isNotFound();
    coalition.paul().get("/api/referrals/{id}/follow-ups", referral).send().isNotFound();
  }

  @Test
  void whoComesLateIsFollowedFromThenOnThoughItIsCompleted() {
    UUID referral = time.delivered(coalition.chosen(coalition.client()));
    coalition
        .answer(referral, Map.of("step", "accepted", "intakeAt", coalition.muchLater()))
        .isOk();
    coalition.requesterSees(referral, "intake-scheduled");
    time.later(Duration.ofDays(8));
    time.later(Duration.ofDays(23));
    time.later(Duration.ofDays(9));
    coalition.answer(referral, Map.of("step", "attended")).isOk();
    coalition.answer(referral, Map.of("step", "completed")).isOk();
    time.carried();

    time.later(Duration.ofDays(8));
    time.later(Duration.ofDays(23));

    assertThat(time.askedByNow(referral)).filteredOn(it -> it.contains("follow-up")).hasSize(4);
    answered(coalition.maya(), referral, 30, Map.of("outcome", "not-there"))
        .isProblem(422, "follow-up-deficient")
        .hasFault("/outcome", "was-there");
    Answer kept = answered(coalition.maya(), referral, 30, Map.of("outcome", "engaged")).isOk();
    assertThat(days(kept))
        .containsExactly("delivery 7 ", "delivery 30 ", "arrival 7 ", "arrival 30 engaged");
  }

  @Test
  void whatWasAskedBeforeItWasKnownThatTheyCameIsAnsweredAfterwards() {
    UUID soon = time.delivered(coalition.chosen(coalition.client()));
    UUID late = time.delivered(coalition.chosen(coalition.client()));
    for (UUID each : List.of(soon, late)) {
      coalition.answer(each, Map.of("step", "accepted", "intakeAt", coalition.muchLater())).isOk();
      coalition.requesterSees(each, "intake-scheduled");
    }
    time.carried();
    time.later(Duration.ofDays(7).plusHours(1));
    Map<String, Object> told = Map.of("outcome", "engaged", "said", coalition.act("phone"));
    for (UUID each : List.of(soon, late)) {
      coalition.answer(each, Map.of("step", "attended")).isOk();
      coalition.requesterSees(each, "attended");
    }
    time.carried();

    time.later(Duration.ofDays(1));
    assertThat(days(answered(coalition.maya(), soon, 7, told).isOk()))
        .containsExactly("delivery 7 engaged", "arrival 7 ", "arrival 30 ");
    answered(coalition.maya(), soon, 7, told).isProblem(422, "follow-up-deficient");
    time.later(Duration.ofDays(7));
    assertThat(days(answered(coalition.maya(), soon, 7, Map.of("outcome", "left")).isOk()))
        .containsExactly("delivery 7 engaged", "arrival 7 left", "arrival 30 ");
    answered(coalition.maya(), soon, 7, told).isProblem(409, "follow-up-done");
    // What was said on the seventh day answers what was asked then, whenever it is written down.
    assertThat(days(answered(coalition.maya(), late, 7, told).isOk()))
        .containsExactly("delivery 7 engaged", "arrival 7 ", "arrival 30 ");
  }

  @Test
  void whatIsKnownAlreadyIsNotAskedButTheSupervisorHearsOfWhoDidNotCome() {
    UUID referral = time.delivered(coalition.chosen(coalition.client()));
    coalition
        .answer(referral, Map.of("step", "accepted", "intakeAt", coalition.muchLater()))
        .isOk();
    coalition.requesterSees(referral, "intake-scheduled");
    for (int day : List.of(7, 30)) {
      time.later(Duration.ofDays(day == 7 ? 5 : 20));
      answered(coalition.maya(), referral, day, Map.of("outcome", "not-reached")).isOk();
      time.later(Duration.ofDays(3));
    }

    assertThat(time.askedByNow(referral))
        .containsExactly("riverbend referral-loop-open supervisor");
  }

  private static Answer answered(Api who, UUID referral, int day, Map<String, ?> body) {
    return who.post("/api/referrals/{id}/follow-ups/{day}", referral, day).body(body).send();
  }

  private static List<String> days(Answer kept) {
    return kept.json()
        .at("/items")
        .valueStream()
        .map(
            it ->
                it.path("since").asString()
                    + " "
                    + it.path("day").asInt()
                    + " "
                    + it.path("outcome").asString(""))
        .toList();
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
