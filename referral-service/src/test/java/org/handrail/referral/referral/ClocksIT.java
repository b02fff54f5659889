package org.handrail.referral.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.Role;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.TokenIssuer;
import org.handrail.platform.scope.AgencyScope;
import org.handrail.platform.scope.Transactions;
import org.handrail.referral.fixtures.Askings;
import org.handrail.referral.fixtures.Coalition;
import org.handrail.referral.fixtures.DoorServer;
import org.handrail.referral.fixtures.Eventually;
import org.handrail.referral.fixtures.ReferralServiceIT;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@ReferralServiceIT
class ClocksIT {
  private static final DoorServer DOOR = Coalition.DOOR;

  private final Coalition coalition;
  private final TimePassing time;
  private final Transactions transactions;
  private final JdbcClient jdbc;

  ClocksIT(Coalition coalition, TimePassing time, Transactions transactions, JdbcClient jdbc) {
    this.coalition = coalition;
    this.time = time;
    this.transactions = transactions;
    this.jdbc = jdbc;
  }

  @BeforeEach
  void atRest() {
    coalition.atRest();
  }

  @AfterEach
  void backToNow() {
    DOOR.reset();
    time.backToNow();
  }

  @Test
  @Proves("P2-MIN-1")
  void whoWasNotToldHowUrgentItIsIsNotRemindedAsIfItWere() {
    Answer drafted = coalition.draftedOfContactAlone(coalition.chosen(coalition.client()));
    coalition.send(drafted).isOk();
    coalition.requesterSees(drafted.id(), "delivered");
    time.carried();

    time.later(Duration.ofMinutes(151));

    assertThat(TimePassing.clocks(coalition.hana(), drafted.id())).isEmpty();
    assertThat(TimePassing.clocks(coalition.maya(), drafted.id()))
        .containsExactly("acknowledge escalation");
  }

  @Test
  void remindsTheIntakeTwiceThenAsksTheRequestersSupervisorThenItIsOver() {
    UUID referral = time.delivered(coalition.chosen(coalition.client()));

    time.later(Duration.ofMinutes(58));
    assertThat(TimePassing.clocks(coalition.hana(), referral)).isEmpty();
    time.later(Duration.ofMinutes(3));
    assertThat(TimePassing.clocks(coalition.hana(), referral))
        .containsExactly("acknowledge half-time");
    time.later(Duration.ofHours(1));
    assertThat(TimePassing.clocks(coalition.hana(), referral))
        .containsExactly("acknowledge half-time", "acknowledge at-time");
    assertThat(TimePassing.clocks(coalition.maya(), referral)).isEmpty();
    time.later(Duration.ofMinutes(30));
    assertThat(TimePassing.clocks(coalition.maya(), referral))
        .containsExactly("acknowledge escalation");
    time.later(Duration.ofMinutes(91));

    Answer over = coalition.requesterSees(referral, "expired");
    assertThat(over.at("/status")).isEqualTo("cancelled");
    assertThat(over.json().at("/loopClosed").asBoolean(true)).isFalse();
    assertThat(TimePassing.clocks(coalition.maya(), referral))
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
    UUID referral = time.delivered(coalition.ranked(coalition.client()));
    time.outOfTime();

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
  @Proves("P2-MIN-1")
  void whatWasWrittenForOnePlaceGoesToNoOther() {
    UUID referral = time.delivered(coalition.ranked(coalition.client()));
    time.outOfTime();
    Answer over = coalition.requesterSees(referral, "rerouted");
    coalition.requesterSees(UUID.fromString(over.at("/reroutedTo")), "delivered");

    String written = String.valueOf(Coalition.draft(referral).get("reason"));
    assertThat(DOOR.asked())
        .filteredOn(asked -> asked.step().startsWith("sending"))
        .extracting(asked -> asked.body().path("content").toString().contains(written))
        .containsExactly(true, false);
  }

  @Test
  @Proves("P2-CON-5")
  void withoutAConsentThatNamesTheNextOptionNothingGoesThere() {
    DOOR.knowsConsentsFor("harborlight", "riverbend");
    UUID referral = time.delivered(coalition.ranked(coalition.client()));
    time.outOfTime();

    Answer over = coalition.requesterSees(referral, "expired");
    assertThat(over.at("/reroutedTo")).isEmpty();
    assertThat(DOOR.asked())
        .extracting(asked -> asked.body().path("recipient").asString())
        .doesNotContain("hillcrest");
    assertThat(Askings.about(referral, 3))
        .contains("riverbend referral-expired " + TokenIssuer.subject("maya").value());
  }

  @Test
  @Proves("P2-RGT-1")
  void whereTheNextOptionIsRestrictedNothingGoesThereThoughItsAnswersCouldComeBack() {
    UUID referral = time.delivered(coalition.ranked(coalition.client()));
    DOOR.restricts("hillcrest");
    time.outOfTime();

    Answer over = coalition.requesterSees(referral, "expired");
    assertThat(over.at("/reroutedTo")).isEmpty();
    assertThat(Askings.about(referral, 3))
        .contains("riverbend referral-expired " + TokenIssuer.subject("maya").value());
  }

  @Test
  void whileTheDoorCannotBeAskedNothingEnds() {
    UUID referral = time.delivered(coalition.ranked(coalition.client()));
    DOOR.down();
    time.outOfTime();

    assertThat(see(referral).at("/businessStatus")).isEqualTo("delivered");
    DOOR.up();
    time.later(Duration.ZERO);
    coalition.requesterSees(referral, "rerouted");
  }

  @Test
  void whatTheDoorNeverAnswersForKeepsNothingElseWaiting() {
    UUID client = coalition.client();
    UUID unanswered = time.delivered(coalition.chosen(client));
    DOOR.failsFor(client);
    time.outOfTime();
    UUID other = time.delivered(coalition.chosen(coalition.client()));
    time.outOfTime();

    time.later(Duration.ZERO);

    coalition.requesterSees(other, "expired");
    assertThat(see(unanswered).at("/businessStatus")).isEqualTo("delivered");
  }

  @Test
  void whereNoAnswerCanComeBackNothingIsOverAndSomebodyFindsOut() {
    DOOR.closesTheWayBack("consent-discloser");
    UUID referral = time.delivered(coalition.ranked(coalition.client()));
    coalition.answer(referral, Map.of("step", "accepted")).isOk();
    time.outOfTime();

    assertThat(see(referral).at("/businessStatus")).isEqualTo("delivered");
    assertThat(coalition.hana().get("/api/referrals/{id}", referral).send().at("/status"))
        .isEqualTo("accepted");
    assertThat(TimePassing.clocks(coalition.hana(), referral))
        .doesNotContain("acknowledge half-time");
    assertThat(Askings.about(referral, 2))
        .containsExactlyInAnyOrder(
            "riverbend referral-acknowledge-late supervisor",
            "riverbend referral-unheard " + TokenIssuer.subject("maya").value());
  }

  @Test
  void whoAnsweredInTimeIsLeftInPeace() {
    UUID referral = time.delivered(coalition.ranked(coalition.client()));
    coalition
        .answer(referral, Map.of("step", "accepted", "intakeAt", coalition.muchLater()))
        .isOk();
    coalition.requesterSees(referral, "intake-scheduled");
    time.outOfTime();
    time.later(Duration.ofDays(6));

    assertThat(see(referral).at("/businessStatus")).isEqualTo("intake-scheduled");
    assertThat(TimePassing.clocks(coalition.hana(), referral)).isEmpty();
    assertThat(TimePassing.clocks(coalition.maya(), referral)).isEmpty();
  }

  @Test
  void noClockRunsBeforeTheDelivery() {
    DOOR.down();
    UUID referral = coalition.sent();
    time.later(Duration.ofHours(100));

    assertThat(see(referral).at("/businessStatus")).isEqualTo("awaiting-disclosure");
    assertThat(TimePassing.clocks(coalition.maya(), referral)).isEmpty();
    coalition.doorIsBack();
    coalition.requesterSees(referral, "delivered");
    time.carried();
    time.later(Duration.ofMinutes(58));
    assertThat(TimePassing.clocks(coalition.hana(), referral)).isEmpty();
    time.later(Duration.ofMinutes(4));
    assertThat(TimePassing.clocks(coalition.hana(), referral))
        .containsExactly("acknowledge half-time");
  }

  @Test
  void afterAStandstillTheSupervisorStillGetsTheirTime() {
    UUID referral = time.delivered(coalition.chosen(coalition.client()));
    time.later(Duration.ofDays(2));

    assertThat(TimePassing.clocks(coalition.hana(), referral)).contains("acknowledge at-time");
    assertThat(TimePassing.clocks(coalition.hana(), referral))
        .doesNotContain("acknowledge half-time");
    assertThat(TimePassing.clocks(coalition.maya(), referral))
        .containsExactly("acknowledge escalation");
    assertThat(see(referral).at("/businessStatus")).isEqualTo("delivered");
    time.later(Duration.ofMinutes(91));
    coalition.requesterSees(referral, "expired");
  }

  @Test
  void supervisorReadsWhatTheClocksDidAndStrangersDoNot() {
    UUID referral = time.delivered(coalition.chosen(coalition.client()));
    time.later(Duration.ofMinutes(151));

    Api rosa = coalition.as("rosa", "riverbend", Role.SUPERVISOR);
    assertThat(TimePassing.clocks(rosa, referral)).containsExactly("acknowledge escalation");
    coalition.hilda().get("/api/referrals/{id}/history", referral).send().isNotFound();
    coalition
        .as("paul", "riverbend", Role.PEER_SPECIALIST)
        .get("/api/referrals/{id}/history", referral)
        .send()
        .isNotFound();
  }

  private Answer see(UUID referral) {
    return coalition.maya().get("/api/referrals/{id}", referral).send().isOk();
  }

  @Test
  void whoWaitsForAPlaceOrHasOneKeptIsHeardFromInTimeOrTheSupervisorIsAsked() {
    UUID waiting = time.delivered(coalition.chosen(coalition.client()));
    UUID kept = time.delivered(coalition.chosen(coalition.client()));
    coalition.answer(waiting, Map.of("step", "waitlisted")).isOk();
    coalition.answer(kept, Map.of("step", "accepted")).isOk();
    coalition.answer(kept, Map.of("step", "hold-granted")).isOk();
    coalition.requesterSees(waiting, "waitlisted");
    coalition.requesterSees(kept, "hold-granted");

    time.later(Duration.ofHours(37));
    time.later(Duration.ofHours(36));
    time.later(Duration.ofHours(18));
    time.later(Duration.ofHours(60));

    for (UUID referral : List.of(waiting, kept)) {
      assertThat(TimePassing.clocks(coalition.hana(), referral))
          .containsExactly("first-contact half-time", "first-contact at-time");
      assertThat(TimePassing.clocks(coalition.maya(), referral))
          .containsExactly("first-contact escalation");
      assertThat(Askings.about(referral, 3))
          .containsExactlyInAnyOrder(
              "harborlight referral-first-contact-soon intake_coordinator",
              "harborlight referral-first-contact-due intake_coordinator",
              "riverbend referral-first-contact-late supervisor");
      assertThat(see(referral).at("/status")).as("nothing is over").isEqualTo("accepted");
    }
  }

  @Test
  void whoHasAnIntakeIsLeftInPeaceAlsoOnceAPlaceIsKeptForThem() {
    UUID referral = time.delivered(coalition.chosen(coalition.client()));
    coalition
        .answer(referral, Map.of("step", "accepted", "intakeAt", coalition.muchLater()))
        .isOk();
    coalition.answer(referral, Map.of("step", "hold-granted")).isOk();
    coalition.requesterSees(referral, "hold-granted");

    time.later(Duration.ofHours(37));
    time.later(Duration.ofHours(36));
    time.later(Duration.ofHours(18));

    assertThat(TimePassing.clocks(coalition.hana(), referral)).isEmpty();
    assertThat(TimePassing.clocks(coalition.maya(), referral)).isEmpty();
  }

  @Test
  void whatFailsToEndHoldsUpNothingThatIsOverAfterIt() {
    UUID stuck = time.delivered(coalition.chosen(coalition.client()));
    UUID other = time.delivered(coalition.chosen(coalition.client()));
    countSteps(stuck, -1);
    time.outOfTime();

    coalition.requesterSees(other, "expired");
    assertThat(see(stuck).at("/businessStatus")).isEqualTo("delivered");
    countSteps(stuck, 1);
    time.later(Duration.ZERO);
    coalition.requesterSees(stuck, "expired");
  }

  /** Past the service, which counts right. */
  private void countSteps(UUID referral, int more) {
    AgencyScope.as(new AgencyId("riverbend"))
        .run(
            () ->
                transactions.run(
                    () ->
                        jdbc.sql("update referral set steps = steps + ? where id = ?")
                            .params(more, referral)
                            .update()));
  }
}
