package org.handrail.referral.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.platform.caller.Role;
import org.handrail.platform.deadline.Sweeping;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.TokenIssuer;
import org.handrail.platform.scope.Transactions;
import org.handrail.referral.fixtures.Askings;
import org.handrail.referral.fixtures.Coalition;
import org.handrail.referral.fixtures.DoorServer;
import org.handrail.referral.fixtures.Eventually;
import org.handrail.referral.fixtures.ReferralServiceIT;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ReferralServiceIT
class ClocksIT {
  private static final DoorServer DOOR = Coalition.DOOR;

  private final Coalition coalition;
  private final Sweeping sweeping;
  private final EndingOverdue ending;
  private final Crossings crossings;
  private final Transactions transactions;

  ClocksIT(
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
    DOOR.reset();
    Eventually.get(
        () -> {
          coalition.clock().advance(Duration.ofSeconds(1));
          return transactions.reading(crossings::agencies);
        },
        List::isEmpty);
    coalition.clock().reset();
  }

  @Test
  void remindsTheIntakeTwiceThenAsksTheRequestersSupervisorThenItIsOver() {
    UUID referral = delivered(coalition.chosen(coalition.client()));

    later(Duration.ofMinutes(58));
    assertThat(clocks(coalition.hana(), referral)).isEmpty();
    later(Duration.ofMinutes(3));
    assertThat(clocks(coalition.hana(), referral)).containsExactly("acknowledge half-time");
    later(Duration.ofHours(1));
    assertThat(clocks(coalition.hana(), referral))
        .containsExactly("acknowledge half-time", "acknowledge at-time");
    assertThat(clocks(coalition.maya(), referral)).isEmpty();
    later(Duration.ofMinutes(30));
    assertThat(clocks(coalition.maya(), referral)).containsExactly("acknowledge escalation");
    later(Duration.ofMinutes(91));

    Answer over = coalition.requesterSees(referral, "expired");
    assertThat(over.at("/status")).isEqualTo("cancelled");
    assertThat(over.json().at("/loopClosed").asBoolean(true)).isFalse();
    assertThat(clocks(coalition.maya(), referral))
        .containsExactly("acknowledge escalation", "acknowledge over");
    assertThat(Askings.about(referral, 4))
        .containsExactlyInAnyOrder(
            "harborlight referral-acknowledge-soon intake_coordinator",
            "harborlight referral-acknowledge-due intake_coordinator",
            "riverbend referral-acknowledge-late supervisor",
            "riverbend referral-expired " + TokenIssuer.subject("maya").value());
    Answer told =
        Eventually.get(
            () -> coalition.hana().get("/api/referrals/{id}", referral).send(),
            a -> a.at("/status").equals("cancelled"));
    assertThat(told.at("/businessStatus")).isEqualTo("expired");
  }

  @Test
  void goesOnToTheNextOptionThatTheClientRankedAndConsentedTo() {
    UUID referral = delivered(coalition.ranked(coalition.client()));
    outOfTime();

    Answer over = coalition.requesterSees(referral, "rerouted");
    UUID next = UUID.fromString(over.at("/reroutedTo"));
    Answer went = coalition.requesterSees(next, "delivered");
    assertThat(went.at("/reroutedFrom")).isEqualTo(referral.toString());
    assertThat(went.at("/receiver")).isEqualTo("hillcrest");
    assertThat(went.at("/history/0/by")).isEqualTo("system");
    Answer there = coalition.hilda().get("/api/referrals/{id}", next).send().isOk();
    assertThat(there.text()).doesNotContain(referral.toString(), "reroutedFrom", "harborlight");
    Eventually.get(
        () -> coalition.hana().get("/api/referrals/{id}", referral).send(),
        a -> a.at("/businessStatus").equals("rerouted"));
    assertThat(coalition.hana().get("/api/referrals/{id}", referral).send().text())
        .doesNotContain(next.toString(), "hillcrest");
  }

  @Test
  @Proves("P2-CON-5")
  void withoutAConsentThatNamesTheNextOptionNothingGoesThere() {
    DOOR.knowsConsentsFor("harborlight", "riverbend");
    UUID referral = delivered(coalition.ranked(coalition.client()));
    outOfTime();

    Answer over = coalition.requesterSees(referral, "expired");
    assertThat(over.at("/reroutedTo")).isEmpty();
    assertThat(DOOR.asked())
        .extracting(asked -> asked.body().path("recipient").asString())
        .doesNotContain("hillcrest");
    assertThat(Askings.about(referral, 3))
        .contains("riverbend referral-expired " + TokenIssuer.subject("maya").value());
  }

  @Test
  void whileTheDoorCannotBeAskedNothingEnds() {
    UUID referral = delivered(coalition.ranked(coalition.client()));
    DOOR.down();
    outOfTime();

    assertThat(see(referral).at("/businessStatus")).isEqualTo("delivered");
    DOOR.up();
    ending.sweep();
    coalition.requesterSees(referral, "rerouted");
  }

  @Test
  void whereNoAnswerCanComeBackNothingIsOverAndSomebodyFindsOut() {
    DOOR.closesTheWayBack("consent-discloser");
    UUID referral = delivered(coalition.ranked(coalition.client()));
    coalition.answer(referral, Map.of("step", "accepted")).isOk();
    outOfTime();

    assertThat(see(referral).at("/businessStatus")).isEqualTo("delivered");
    assertThat(coalition.hana().get("/api/referrals/{id}", referral).send().at("/status"))
        .isEqualTo("accepted");
    assertThat(clocks(coalition.hana(), referral)).doesNotContain("acknowledge half-time");
    assertThat(Askings.about(referral, 2))
        .containsExactlyInAnyOrder(
            "riverbend referral-acknowledge-late supervisor",
            "riverbend referral-unheard " + TokenIssuer.subject("maya").value());
  }

  @Test
  void whoAnsweredInTimeIsLeftInPeace() {
    UUID referral = delivered(coalition.ranked(coalition.client()));
    coalition
        .answer(referral, Map.of("step", "accepted", "intakeAt", "2100-02-16T15:00:00Z"))
        .isOk();
    coalition.requesterSees(referral, "intake-scheduled");
    outOfTime();
    later(Duration.ofDays(6));

    assertThat(see(referral).at("/businessStatus")).isEqualTo("intake-scheduled");
    assertThat(clocks(coalition.hana(), referral)).isEmpty();
    assertThat(clocks(coalition.maya(), referral)).isEmpty();
  }

  @Test
  void noClockRunsBeforeTheDelivery() {
    DOOR.down();
    UUID referral = coalition.sent();
    later(Duration.ofHours(100));

    assertThat(see(referral).at("/businessStatus")).isEqualTo("awaiting-disclosure");
    assertThat(clocks(coalition.maya(), referral)).isEmpty();
    DOOR.up();
    coalition.clock().advance(Duration.ofMinutes(1));
    coalition.requesterSees(referral, "delivered");
    arrived();
    later(Duration.ofMinutes(58));
    assertThat(clocks(coalition.hana(), referral)).isEmpty();
    later(Duration.ofMinutes(4));
    assertThat(clocks(coalition.hana(), referral)).containsExactly("acknowledge half-time");
  }

  @Test
  void afterAStandstillTheSupervisorStillGetsTheirTime() {
    UUID referral = delivered(coalition.chosen(coalition.client()));
    later(Duration.ofDays(2));

    assertThat(clocks(coalition.hana(), referral)).contains("acknowledge at-time");
    assertThat(clocks(coalition.hana(), referral)).doesNotContain("acknowledge half-time");
    assertThat(clocks(coalition.maya(), referral)).containsExactly("acknowledge escalation");
    assertThat(see(referral).at("/businessStatus")).isEqualTo("delivered");
    later(Duration.ofMinutes(91));
    coalition.requesterSees(referral, "expired");
  }

  @Test
  void supervisorReadsWhatTheClocksDidAndStrangersDoNot() {
    UUID referral = delivered(coalition.chosen(coalition.client()));
    later(Duration.ofMinutes(151));

    Api rosa = coalition.as("rosa", "riverbend", Role.SUPERVISOR);
    assertThat(clocks(rosa, referral)).containsExactly("acknowledge escalation");
    coalition.hilda().get("/api/referrals/{id}/history", referral).send().isNotFound();
    coalition
        .as("paul", "riverbend", Role.PEER_SPECIALIST)
        .get("/api/referrals/{id}/history", referral)
        .send()
        .isNotFound();
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

  /** Past the escalation, and past the end of an urgent referral. */
  private void outOfTime() {
    later(Duration.ofMinutes(151));
    later(Duration.ofMinutes(91));
  }

  /** So much later, everything that is due is done. */
  private void later(Duration by) {
    coalition.clock().advance(by);
    sweeping.sweep();
    sweeping.sweep();
    ending.sweep();
  }

  private Answer see(UUID referral) {
    return coalition.maya().get("/api/referrals/{id}", referral).send().isOk();
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
}
