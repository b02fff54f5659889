package org.handrail.referral.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.TokenIssuer;
import org.handrail.referral.fixtures.AskedReferral;
import org.handrail.referral.fixtures.Coalition;
import org.handrail.referral.fixtures.Eventually;
import org.handrail.referral.fixtures.ReferralServiceIT;
import org.handrail.referral.referral.TimePassing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ReferralServiceIT
class HandoffClockIT {
  private static final String MAYA = TokenIssuer.subject("maya").value();
  private static final Instant FRIDAY = Instant.parse("2026-12-18T15:00:00Z");

  private final Coalition coalition;
  private final MayasHandoffs maya;
  private final TimePassing time;

  HandoffClockIT(Coalition coalition, TimePassing time) {
    this.coalition = coalition;
    this.time = time;
    maya = new MayasHandoffs(coalition);
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
  void aMissedMeetingIsOfferedAgainWithinTwoWorkingDays() {
    // Friday morning where the agency is.
    coalition.clock().set(Instant.parse("2026-12-18T15:01:00Z"));
    Answer opened = maya.opened(coalition.delivered());
    Answer missed = maya.missed(opened, FRIDAY).isOk();
    assertThat(missed.at("/state")).isEqualTo("missed");
    assertThat(missed.at("/reofferBy")).isEqualTo("2026-12-23T05:00:00Z");

    time.at(Instant.parse("2026-12-22T13:00:00Z"));
    assertThat(AskedReferral.of("handoff-reoffer-due", opened.id()).path("subject").asString())
        .isEqualTo(MAYA);
    time.at(Instant.parse("2026-12-23T05:00:00Z"));
    assertThat(AskedReferral.of("handoff-reoffer-late", opened.id()).path("role").asString())
        .isEqualTo("supervisor");

    maya.step(missed, "offers", Map.of("plannedAt", "2026-12-20T15:00:00Z"))
        .isProblem(422, "handoff-deficient")
        .hasFault("/plannedAt", "in-past");
    Answer again = maya.step(missed, "offers", Map.of("plannedAt", "2026-12-24T15:00:00Z")).isOk();
    assertThat(again.at("/state")).isEqualTo("open");
    assertThat(again.json().has("reofferBy")).isFalse();
    assertStays(again, true);
  }

  @Test
  void whoLeftTheClientsSideIsNotAskedForAHandoffAnyMore() {
    coalition.clock().set(Instant.parse("2026-12-18T15:01:00Z"));
    UUID client = coalition.client();
    UUID referral = coalition.delivered(coalition.chosen(client));
    Answer opened = maya.opened(referral);
    maya.missed(opened, FRIDAY).isOk();
    coalition.handsOverTo("paul", client);

    time.at(Instant.parse("2026-12-22T13:00:00Z"));
    assertThat(AskedReferral.of("handoff-reoffer-due", opened.id()).path("subject").asString())
        .isEqualTo(TokenIssuer.subject("paul").value());
  }

  @Test
  @Proves("R11")
  void asksHowItGoesSevenAndThirtyDaysAfterThePersonCame() {
    UUID referral = coalition.delivered();
    Answer arrived = maya.openedAndThere(referral);

    time.later(Duration.ofDays(8));
    AskedReferral.of("handoff-follow-up", arrived.id());
    followUp(arrived, 7, Map.of("outcome", "not-reached", "said", maya.act()))
        .isProblem(422, "handoff-deficient")
        .hasFault("/said", "nobody-spoke");
    followUp(arrived, 7, Map.of("outcome", "not-reached")).isOk();
    followUp(arrived, 7, Map.of("outcome", "left")).isProblem(409, "handoff-step-not-allowed");
    followUp(arrived, 30, Map.of("outcome", "left"))
        .isProblem(422, "handoff-deficient")
        .hasFault("/day", "not-due");
    time.later(Duration.ofDays(20));
    for (var other :
        Map.of("not-due", -Duration.ofDays(9).toSeconds(), "in-future", 600L).entrySet()) {
      var at = coalition.clock().instant().plusSeconds(other.getValue());
      var said = Map.of("kind", "phone", "at", at.toString());
      followUp(arrived, 30, Map.of("outcome", "engaged", "said", said))
          .isProblem(400, "invalid")
          .hasFault("/said/at", other.getKey());
    }
    Answer done = followUp(arrived, 30, Map.of("outcome", "engaged", "said", maya.act())).isOk();

    assertThat(done.at("/followUps/0/outcome")).isEqualTo("not-reached");
    assertThat(done.json().at("/followUps/0").has("said")).isFalse();
    assertThat(done.at("/followUps/1/said/words")).isEqualTo("They know my name there");
    followUp(arrived, 14, Map.of("outcome", "engaged")).isNotFound();
  }

  @Test
  void whoIsSaidAfterwardsNotToHaveComeIsNotAskedAboutAsIfTheyHad() {
    UUID referral = coalition.delivered();
    Answer opened = maya.openedAndThere(referral);

    Answer slip = didNotComeAfterAll(referral, opened);

    time.later(Duration.ofDays(31));
    assertThat(time.askedByNow(opened.id())).isEmpty();
    assertThat(slip.json().at("/followUps")).isEmpty();
    assertThat(ofReferral(referral).json().at("/items")).isEmpty();
  }

  @Test
  void whatWasAskedOfWhoDidNotComeAfterAllIsAnsweredAtTheReferral() {
    UUID referral = coalition.delivered();
    Answer opened = maya.openedAndThere(referral);
    time.later(Duration.ofDays(8));
    AskedReferral.of("handoff-follow-up", opened.id());

    Answer slip = didNotComeAfterAll(referral, opened);

    assertThat(slip.json().at("/followUps")).isEmpty();
    coalition
        .maya()
        .post("/api/referrals/{id}/follow-ups/7", referral)
        .body(Map.of("outcome", "not-there"))
        .send()
        .isOk();
    assertThat(ofReferral(referral).json().at("/items")).hasSize(1);
    assertThat(maya.show(opened.id()).at("/followUps/0/outcome")).isEqualTo("not-there");
  }

  @Test
  void whatTheReferralAskedBeforeTheyCameIsNotAnsweredAtTheHandoff() {
    UUID referral = coalition.delivered();
    Answer opened = maya.opened(referral);
    coalition
        .answer(referral, Map.of("step", "accepted", "intakeAt", coalition.muchLater()))
        .isOk();
    coalition.requesterSees(referral, "intake-scheduled");
    time.carried();
    time.later(Duration.ofDays(8));
    coalition.answer(referral, Map.of("step", "attended")).isOk();
    Answer arrived = maya.arrived(opened.id());

    followUp(arrived, 7, Map.of("outcome", "engaged"))
        .isProblem(422, "handoff-deficient")
        .hasFault("/day", "not-due");
  }

  private Answer didNotComeAfterAll(UUID referral, Answer opened) {
    coalition.answer(referral, Map.of("step", "cancelled", "reason", "did-not-arrive")).isOk();
    Answer slip =
        Eventually.get(() -> maya.show(opened.id()), answer -> answer.at("/arrivedAt").isEmpty());
    time.carried();
    return slip;
  }

  private Answer ofReferral(UUID referral) {
    return coalition.maya().get("/api/referrals/{id}/follow-ups", referral).send().isOk();
  }

  @Test
  void whatIsFollowedNoLongerAsksNothingAnyMore() {
    UUID referral = coalition.delivered();
    Answer arrived = maya.openedAndThere(referral);
    maya.step(arrived, "closing", Map.of("reason", "not-now")).isOk();

    followUp(arrived, 7, Map.of("outcome", "engaged")).isProblem(409, "handoff-step-not-allowed");
    time.later(Duration.ofDays(31));
    assertThat(time.askedByNow(arrived.id())).isEmpty();
  }

  @Test
  void aMissedAppointmentIsAskedAboutOnceWhoeverToldOfIt() {
    UUID referral = coalition.delivered();
    Answer opened = maya.opened(referral);
    didNotCome(referral);
    Answer missed = maya.seen(opened.id(), "missed");
    String within = missed.at("/reofferBy");
    // Maya waited there, too.
    Answer told = maya.missed(missed, coalition.clock().instant()).isOk();
    assertThat(told.at("/reofferBy")).isEqualTo(within);
    assertThat(told.json().at("/meetings")).hasSize(1);

    time.at(onTheLastDay(missed));
    assertThat(time.askedByNow(opened.id()))
        .containsExactly("riverbend handoff-reoffer-due " + MAYA);
    assertThat(time.askedByNow(referral)).isEmpty();
    maya.step(told, "offers", Map.of("plannedAt", in(Duration.ofDays(30)))).isOk();
    time.later(Duration.ofDays(2));
    assertThat(time.askedByNow(opened.id())).hasSize(1);
    assertThat(time.askedByNow(referral)).isEmpty();
  }

  @Test
  void aHandoffThatIsOpenedAfterwardsAsksInTheReferralsPlace() {
    UUID referral = coalition.delivered();
    didNotCome(referral);
    Answer opened = maya.opened(referral);
    assertThat(opened.at("/state")).isEqualTo("missed");

    time.at(onTheLastDay(opened));
    assertThat(time.askedByNow(opened.id()))
        .containsExactly("riverbend handoff-reoffer-due " + MAYA);
    assertThat(time.askedByNow(referral)).isEmpty();
  }

  @Test
  void whoHasAnotherTimeWithinTwoWorkingDaysIsNotAskedForOne() {
    UUID referral = coalition.delivered();
    Answer opened =
        maya.open(referral, Map.of("to", "residential", "plannedAt", in(Duration.ofDays(1))))
            .isCreated();
    didNotCome(referral);

    time.later(Duration.ofDays(6));
    assertThat(time.askedByNow(opened.id())).isEmpty();
    assertThat(time.askedByNow(referral)).isEmpty();
    assertThat(maya.show(opened.id()).at("/state")).isEqualTo("open");
  }

  @Test
  void whoseOtherTimeIsFarAwayIsOfferedOneBefore() {
    UUID referral = coalition.delivered();
    Answer opened =
        maya.open(referral, Map.of("to", "residential", "plannedAt", in(Duration.ofDays(30))))
            .isCreated();
    didNotCome(referral);
    Answer missed = maya.seen(opened.id(), "missed");

    time.at(onTheLastDay(missed));
    assertThat(time.askedByNow(opened.id()))
        .containsExactly("riverbend handoff-reoffer-due " + MAYA);
    assertThat(time.askedByNow(referral)).isEmpty();
  }

  @Test
  void whatWasNoHandoffLeavesTheAskingToItsReferral() {
    UUID missing = coalition.delivered();
    Answer missed = maya.opened(missing);
    didNotCome(missing);
    UUID there = coalition.delivered();
    Answer arrived = maya.openedAndThere(there);
    for (Answer each : List.of(maya.seen(missed.id(), "missed"), arrived)) {
      maya.step(each, "closing", Map.of("reason", "entered-in-error")).isOk();
    }

    time.later(Duration.ofDays(6));
    assertThat(time.askedByNow(missing)).containsExactly("riverbend referral-reoffer " + MAYA);
    time.later(Duration.ofDays(2));
    assertThat(time.askedByNow(there)).containsExactly("riverbend referral-follow-up " + MAYA);
    assertThat(time.askedByNow(missed.id())).isEmpty();
    assertThat(time.askedByNow(arrived.id())).isEmpty();
  }

  @Test
  void whoseReferralWasEnteredInErrorIsNotAskedAbout() {
    UUID referral = coalition.delivered();
    Answer opened = maya.openedAndThere(referral);
    Answer seen = coalition.maya().get("/api/referrals/{id}", referral).send().isOk();
    coalition.maya().post("/api/referrals/{id}/correction", referral).ifMatch(seen).send().isOk();
    time.carried();

    time.later(Duration.ofDays(8));
    assertThat(time.askedByNow(opened.id())).isEmpty();
  }

  @Test
  void howItGoesIsAskedOnceAtSevenDaysAndOnceAtThirty() {
    UUID referral = coalition.delivered();
    Answer opened = maya.openedAndThere(referral);

    time.later(Duration.ofDays(8));
    assertThat(time.askedByNow(opened.id())).containsExactly("riverbend handoff-follow-up " + MAYA);
    time.later(Duration.ofDays(24));
    time.later(Duration.ofDays(31));
    assertThat(time.askedByNow(opened.id()))
        .containsExactly(
            "riverbend handoff-follow-up " + MAYA, "riverbend handoff-follow-up " + MAYA);
    assertThat(time.askedByNow(referral)).isEmpty();
  }

  @Test
  void whileNobodyIsKnownToHaveComeTheReferralAsks() {
    UUID referral = coalition.delivered();
    Answer opened = maya.opened(referral);
    coalition
        .answer(referral, Map.of("step", "accepted", "intakeAt", coalition.muchLater()))
        .isOk();
    coalition.requesterSees(referral, "intake-scheduled");

    time.later(Duration.ofDays(8));
    assertThat(time.askedByNow(referral)).containsExactly("riverbend referral-follow-up " + MAYA);
    assertThat(time.askedByNow(opened.id())).isEmpty();
  }

  private void didNotCome(UUID referral) {
    maya.didNotCome(referral);
    time.carried();
  }

  private String in(Duration time) {
    return coalition.clock().instant().plus(time).toString();
  }

  private static Instant onTheLastDay(Answer missed) {
    return Instant.parse(missed.at("/reofferBy")).minus(Duration.ofHours(12));
  }

  private Answer followUp(Answer handoff, int day, Map<String, ?> body) {
    return coalition
        .maya()
        .post("/api/handoffs/{id}/follow-ups/{day}", handoff.id(), day)
        .body(body)
        .send();
  }

  private static void assertStays(Answer handoff, boolean stays) {
    assertThat(handoff.json().at("/outgoingStays").asBoolean()).isEqualTo(stays);
  }
}
