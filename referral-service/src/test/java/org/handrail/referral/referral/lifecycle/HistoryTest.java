package org.handrail.referral.referral.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.referral.referral.lifecycle.Party.RECEIVER;
import static org.handrail.referral.referral.lifecycle.Party.REQUESTER;
import static org.handrail.referral.referral.lifecycle.Party.SYSTEM;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HistoryTest {
  private static final Instant NOON = Instant.parse("2026-02-13T12:00:00Z");
  private static final Standing DELIVERED =
      new Standing(TaskStatus.REQUESTED, BusinessStatus.DELIVERED);
  private static final Standing ACCEPTED =
      new Standing(TaskStatus.ACCEPTED, BusinessStatus.ACKNOWLEDGED);
  private static final Standing ATTENDED =
      new Standing(TaskStatus.IN_PROGRESS, BusinessStatus.ATTENDED);
  private static final Standing CANCELLED =
      new Standing(TaskStatus.CANCELLED, BusinessStatus.DELIVERED);

  @Test
  void draftHasNoStepYet() {
    assertThat(new History(REQUESTER, List.of()).standing()).isEqualTo(Standing.DRAFT);
    assertThat(new History(REQUESTER, List.of()).version()).isZero();
  }

  @Test
  void receiverSeesNothingOfASendingThatTheDoorRefused() {
    List<Taken> steps = List.of(sent(), refused("consent-missing"), sent());

    assertThat(new History(RECEIVER, steps).steps()).isEmpty();
    assertThat(new History(REQUESTER, steps).steps()).hasSize(3);
  }

  @Test
  void attentionIsTheCodeOfTheLastSendingOnly() {
    assertThat(new History(REQUESTER, List.of(sent(), refused("consent-missing"))).attention())
        .isEqualTo("consent-missing");
    assertThat(new History(REQUESTER, List.of(sent(), refused("x"), sent())).attention()).isNull();
    assertThat(
            new History(REQUESTER, List.of(sent(), refused("x"), sent(), delivered())).attention())
        .isNull();
  }

  @Test
  void keptBackAnswersLeaveNoTraceForTheRequester() {
    List<Taken> before = List.of(sent(), delivered());
    List<Taken> after = with(before, taken(Step.ACCEPTED, RECEIVER, ACCEPTED, false));

    assertThat(new History(REQUESTER, after)).isEqualTo(new History(REQUESTER, before));
    assertThat(new History(REQUESTER, after).version())
        .isEqualTo(new History(REQUESTER, before).version());
    assertThat(new History(REQUESTER, after).standing()).isEqualTo(DELIVERED);
    assertThat(new History(RECEIVER, after).standing()).isEqualTo(ACCEPTED);
  }

  @Test
  void laterReleasedAnswerShowsWhereItIsNow() {
    List<Taken> steps =
        List.of(
            sent(),
            delivered(),
            taken(Step.ACCEPTED, RECEIVER, ACCEPTED, false),
            taken(Step.ATTENDED, RECEIVER, ATTENDED, true));

    assertThat(new History(REQUESTER, steps).standing()).isEqualTo(ATTENDED);
    assertThat(new History(REQUESTER, steps).steps()).hasSize(3);
  }

  @Test
  void whoEndsItEndsItForAllWhoCanSeeThat() {
    List<Taken> steps =
        List.of(
            sent(),
            delivered(),
            taken(Step.CANCELLED, REQUESTER, CANCELLED, true),
            taken(Step.ACCEPTED, RECEIVER, ACCEPTED, true));

    assertThat(new History(REQUESTER, steps).standing()).isEqualTo(CANCELLED);
    assertThat(new History(RECEIVER, steps).standing()).isEqualTo(CANCELLED);
  }

  @Test
  void correctionGoesBeforeEveryEnd() {
    Standing error = new Standing(TaskStatus.ENTERED_IN_ERROR, BusinessStatus.DELIVERED);
    List<Taken> steps =
        List.of(
            sent(),
            delivered(),
            taken(Step.CANCELLED, REQUESTER, CANCELLED, true),
            taken(Step.ENTERED_IN_ERROR, REQUESTER, error, true));

    assertThat(new History(RECEIVER, steps).standing()).isEqualTo(error);
  }

  @Test
  void onlyAttendedClosesTheLoop() {
    for (Step step : Step.values()) {
      var history = new History(RECEIVER, List.of(taken(step, RECEIVER, ACCEPTED, true)));

      assertThat(history.loopClosed()).as(step.code()).isEqualTo(step == Step.ATTENDED);
    }
  }

  @Test
  void whoIsSaidAfterwardsNotToHaveComeDidNotCloseTheLoop() {
    List<Taken> came = List.of(sent(), delivered(), taken(Step.ATTENDED, RECEIVER, ACCEPTED, true));
    assertThat(new History(REQUESTER, came).arrivedAt()).contains(NOON);
    for (boolean told : List.of(true, false)) {
      var slip =
          new Taken(
              Step.CANCELLED,
              RECEIVER,
              CANCELLED,
              Reason.DID_NOT_ARRIVE,
              null,
              null,
              null,
              NOON,
              told);
      var history = new History(REQUESTER, with(came, slip));

      assertThat(history.loopClosed()).isEqualTo(!told);
      assertThat(history.arrivedAt().isEmpty()).isEqualTo(told);
    }
  }

  private static Taken sent() {
    return taken(Step.SENDING, REQUESTER, Standing.AWAITING_DISCLOSURE, false);
  }

  private static Taken delivered() {
    return taken(Step.DELIVERED, SYSTEM, DELIVERED, true);
  }

  private static Taken refused(String code) {
    return taken(Step.REFUSED, SYSTEM, Standing.AWAITING_DISCLOSURE, code, false);
  }

  private static Taken taken(Step step, Party by, Standing standing, boolean seenByOther) {
    return taken(step, by, standing, null, seenByOther);
  }

  private static Taken taken(
      Step step, Party by, Standing standing, @Nullable String refusal, boolean seenByOther) {
    return new Taken(step, by, standing, null, refusal, null, null, NOON, seenByOther);
  }

  private static List<Taken> with(List<Taken> steps, Taken more) {
    var all = new ArrayList<>(steps);
    all.add(more);
    return all;
  }
}
