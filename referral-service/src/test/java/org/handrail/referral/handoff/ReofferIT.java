package org.handrail.referral.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.TokenIssuer;
import org.handrail.referral.fixtures.Coalition;
import org.handrail.referral.fixtures.Eventually;
import org.handrail.referral.fixtures.ReferralServiceIT;
import org.handrail.referral.referral.TimePassing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Until when, and how long, somebody is asked to offer another time. */
@ReferralServiceIT
class ReofferIT {
  private final Coalition coalition;
  private final MayasHandoffs maya;
  private final TimePassing time;

  ReofferIT(Coalition coalition, TimePassing time) {
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
  void christmasIsNoWorkingDay() {
    // A Wednesday; Christmas is on the Friday.
    coalition.clock().set(Instant.parse("2026-12-23T15:01:00Z"));
    Answer opened = maya.opened(coalition.delivered());

    Answer missed = maya.missed(opened, Instant.parse("2026-12-23T15:00:00Z")).isOk();

    assertThat(missed.at("/reofferBy")).isEqualTo("2026-12-29T05:00:00Z");
  }

  @Test
  void whoCameAfterAllIsOfferedNoOtherTime() {
    UUID referral = coalition.delivered();
    Answer missed = missed(referral);
    coalition.answer(referral, Map.of("step", "attended")).isOk();
    Answer arrived = maya.arrived(missed.id());
    assertThat(arrived.at("/state")).isEqualTo("open");
    assertThat(arrived.json().has("reofferBy")).isFalse();

    time.at(onTheLastDayOf(missed));
    time.later(Duration.ofDays(1));
    assertThat(time.askedByNow(missed.id())).isEmpty();
  }

  @Test
  void toAPlaceWhereItIsOverNoOtherTimeIsOffered() {
    UUID referral = coalition.delivered();
    Answer missed = missed(referral);
    coalition.answer(referral, Map.of("step", "cancelled", "reason", "did-not-arrive")).isOk();
    Eventually.get(
        () -> coalition.maya().get("/api/referrals/{id}", referral).send().isOk(),
        answer -> answer.at("/status").equals("cancelled"));

    time.at(onTheLastDayOf(missed));
    time.later(Duration.ofDays(1));
    assertThat(time.askedByNow(missed.id())).isEmpty();
  }

  private Answer missed(UUID referral) {
    Answer opened = maya.opened(referral);
    maya.didNotCome(referral);
    return maya.seen(opened.id(), "missed");
  }

  private static Instant onTheLastDayOf(Answer missed) {
    return Instant.parse(missed.at("/reofferBy")).minus(Duration.ofHours(12));
  }

  @Test
  void whomThePlaceGaveAnotherTimeIsOfferedNone() {
    UUID referral = coalition.delivered();
    Answer missed = missed(referral);
    placeSetsATimeBy(referral, "intake-scheduled");

    Answer open = maya.seen(missed.id(), "open");
    assertThat(open.json().has("reofferBy")).isFalse();
    time.at(onTheLastDayOf(missed));
    time.later(Duration.ofDays(1));
    assertThat(time.askedByNow(missed.id())).isEmpty();
  }

  @Test
  void whatIsMissedAgainAtThePlacesOtherTimeIsAskedAboutAgain() {
    UUID referral = coalition.delivered();
    Answer missed = missed(referral);
    time.at(onTheLastDayOf(missed));
    time.later(Duration.ofDays(1));
    assertThat(time.askedByNow(missed.id())).hasSize(2);
    placeSetsATimeBy(referral, "intake-scheduled");
    coalition.answer(referral, Map.of("step", "missed")).isOk();
    coalition.requesterSees(referral, "missed");
    time.carried();

    Answer again = maya.show(missed.id());
    assertThat(again.at("/state")).isEqualTo("missed");
    assertStillToCome(again);
    time.at(onTheLastDayOf(again));
    assertThat(time.askedByNow(missed.id())).hasSize(3);
  }

  @Test
  void aMeetingThatIsMissedAgainAfterNobodyOfferedAnotherIsAskedAboutAgain() {
    UUID referral = coalition.delivered();
    placeSetsATimeBy(referral, "accepted");
    Answer opened = maya.opened(referral);
    Answer missed = maya.missed(opened, coalition.clock().instant()).isOk();
    time.at(onTheLastDayOf(missed));
    time.later(Duration.ofDays(1));
    assertThat(time.askedByNow(missed.id())).hasSize(2);

    Answer again = maya.missed(missed, coalition.clock().instant()).isOk();

    assertStillToCome(again);
    time.at(onTheLastDayOf(again));
    assertThat(time.askedByNow(missed.id())).hasSize(3);
  }

  @Test
  void whatIsToldLongAfterItWasMissedLeavesTimeToOfferAnother() {
    UUID referral = coalition.delivered();
    placeSetsATimeBy(referral, "accepted");
    Answer opened = maya.opened(referral);
    Instant first = laterBy(Duration.ofDays(10));
    Answer missed = maya.missed(opened, first).isOk();
    assertStillToCome(missed);

    Instant second = laterBy(Duration.ofDays(10));
    Answer again = maya.missed(missed, second).isOk();

    assertStillToCome(again);
    assertThat(again.json().at("/meetings")).hasSize(2);
    time.at(onTheLastDayOf(again));
    assertThat(time.askedByNow(opened.id()))
        .contains("riverbend handoff-reoffer-due " + TokenIssuer.subject("maya").value());
  }

  private void assertStillToCome(Answer missed) {
    assertThat(Instant.parse(missed.at("/reofferBy"))).isAfter(coalition.clock().instant());
  }

  /** Gives the time at its beginning. */
  private Instant laterBy(Duration time) {
    Instant before = coalition.clock().instant();
    coalition.clock().advance(time);
    return before;
  }

  @Test
  void whereThereWasNoHandoffItsReferralAsksThoughTheHandoffHadAnotherTime() {
    UUID referral = coalition.delivered();
    String tomorrow = coalition.clock().instant().plus(Duration.ofDays(1)).toString();
    Answer opened =
        maya.open(referral, Map.of("to", "residential", "plannedAt", tomorrow)).isCreated();
    maya.didNotCome(referral);
    time.carried();
    maya.step(opened, "closing", Map.of("reason", "entered-in-error")).isOk();

    time.later(Duration.ofDays(6));
    assertThat(time.askedByNow(referral))
        .filteredOn(asked -> asked.contains("referral-reoffer"))
        .hasSize(1);
  }

  private void placeSetsATimeBy(UUID referral, String step) {
    coalition.answer(referral, Map.of("step", step, "intakeAt", coalition.muchLater())).isOk();
    coalition.requesterSees(referral, "intake-scheduled");
    time.carried();
  }
}
