package org.handrail.referral.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.platform.deadline.Sweeping;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.TokenIssuer;
import org.handrail.platform.scope.Transactions;
import org.handrail.referral.fixtures.Askings;
import org.handrail.referral.fixtures.Coalition;
import org.handrail.referral.fixtures.Eventually;
import org.handrail.referral.fixtures.ReferralServiceIT;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ReferralServiceIT
class FollowUpIT {
  private final Coalition coalition;
  private final Sweeping sweeping;
  private final EndingOverdue ending;
  private final Crossings crossings;
  private final Transactions transactions;

  FollowUpIT(
      Coalition coalition,
      Sweeping sweeping,
      EndingOverdue ending,
      Crossings crossings,
      Transactions transactions) {
    this.coalition = coalition;
    this.sweeping = sweeping;
    this.ending = ending;
    this.crossings = crossings;
    this.transactions = transactions;
  }

  @BeforeEach
  void atRest() {
    coalition.atRest();
  }

  /** What was taken while the clock was ahead is carried before it goes back. */
  @AfterEach
  void settled() {
    Eventually.get(
        () -> {
          coalition.clock().advance(Duration.ofSeconds(1));
          return transactions.reading(crossings::agencies);
        },
        List::isEmpty);
    coalition.clock().reset();
  }

  @Test
  @Proves("R11")
  void onlyWhoCameClosesTheLoop() {
    UUID arrived = delivered(coalition.chosen(coalition.client()));
    UUID missing = delivered(coalition.chosen(coalition.client()));
    for (UUID each : List.of(arrived, missing)) {
      coalition.answer(each, Map.of("step", "accepted", "intakeAt", "2100-02-16T15:00:00Z")).isOk();
      coalition.requesterSees(each, "intake-scheduled");
    }
    coalition.answer(arrived, Map.of("step", "attended")).isOk();
    coalition.requesterSees(arrived, "attended");
    later(Duration.ofDays(8));
    later(Duration.ofDays(23));

    String maya = TokenIssuer.subject("maya").value();
    assertThat(Askings.about(missing, 3))
        .containsExactlyInAnyOrder(
            "riverbend referral-follow-up " + maya,
            "riverbend referral-follow-up " + maya,
            "riverbend referral-loop-open supervisor");
    assertThat(clocks(coalition.maya(), arrived))
        .containsExactly("follow-up follow-up-1", "follow-up follow-up-2");
    assertThat(askedByNow(arrived))
        .containsExactly(
            "riverbend referral-follow-up " + maya, "riverbend referral-follow-up " + maya);
  }

  @Test
  void whoDidNotComeIsOfferedAnotherTimeWithinTwoWorkingDays() {
    UUID referral = delivered(coalition.chosen(coalition.client()));
    coalition
        .answer(referral, Map.of("step", "accepted", "intakeAt", "2100-02-16T15:00:00Z"))
        .isOk();
    coalition.answer(referral, Map.of("step", "missed")).isOk();
    coalition.requesterSees(referral, "missed");
    arrived();
    later(Duration.ofHours(23));
    assertThat(clocks(coalition.maya(), referral)).isEmpty();
    later(Duration.ofDays(4));

    assertThat(clocks(coalition.maya(), referral)).contains("reoffer offer");
    assertThat(Askings.about(referral, 1))
        .containsExactly("riverbend referral-reoffer " + TokenIssuer.subject("maya").value());
  }

  private UUID delivered(UUID optionSet) {
    UUID referral = coalition.delivered(optionSet);
    arrived();
    return referral;
  }

  /** The receiver's side has taken notice, and its clocks are wound up. */
  private void arrived() {
    Eventually.get(() -> transactions.reading(crossings::agencies), List::isEmpty);
  }

  /** So much later, everything that is due is done. */
  private void later(Duration by) {
    coalition.clock().advance(by);
    sweeping.sweep();
    sweeping.sweep();
    ending.sweep();
  }

  private static List<String> clocks(Api reader, UUID referral) {
    return reader
        .get("/api/referrals/{id}/history", referral)
        .send()
        .isOk()
        .json()
        .at("/items")
        .valueStream()
        .filter(line -> line.path("kind").asString().equals("clock"))
        .map(line -> line.path("clock").asString() + " " + line.path("rung").asString())
        .toList();
  }

  private List<String> askedByNow(UUID referral) {
    UUID marker = coalition.drafted(coalition.chosen(coalition.client())).id();
    ReferralEventsIT.about(marker.toString(), 1);
    return ReferralEventsIT.all(event -> Askings.isOne(event, referral)).stream()
        .map(Askings::told)
        .toList();
  }
}
