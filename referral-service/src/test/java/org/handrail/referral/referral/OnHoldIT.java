package org.handrail.referral.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.platform.fixtures.TokenIssuer;
import org.handrail.referral.fixtures.Coalition;
import org.handrail.referral.fixtures.DoorServer;
import org.handrail.referral.fixtures.Eventually;
import org.handrail.referral.fixtures.ReferralServiceIT;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The clocks of a referral that a place puts on hold before it was in touch with the person. */
@ReferralServiceIT
class OnHoldIT {
  private static final DoorServer DOOR = Coalition.DOOR;
  private static final Map<String, Object> HOLD =
      Map.of("step", "on-hold", "reason", "waiting-for-place");

  private final Coalition coalition;
  private final TimePassing time;

  OnHoldIT(Coalition coalition, TimePassing time) {
    this.coalition = coalition;
    this.time = time;
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
  void whatGoesOnIsWaitedForAnewOnBothSides() {
    UUID referral = accepted();
    putOnHold(referral);
    time.later(Duration.ofDays(5));
    assertThat(firstContact(referral)).isEmpty();
    goesOn(referral);

    time.later(Duration.ofHours(35));
    assertThat(firstContact(referral)).isEmpty();
    time.later(Duration.ofHours(2));
    assertThat(firstContact(referral)).containsExactly("half-time");
    time.later(Duration.ofHours(36));
    assertThat(firstContact(referral)).containsExactly("half-time", "at-time");
    time.later(Duration.ofHours(18));
    assertThat(firstContact(referral)).containsExactly("half-time", "at-time", "escalation");
    assertThat(time.askedByNow(referral))
        .contains(
            "harborlight referral-first-contact-soon intake_coordinator",
            "harborlight referral-first-contact-due intake_coordinator",
            "riverbend referral-first-contact-late supervisor");
  }

  @Test
  void whoWasAskedBeforeTheHoldIsAskedAnew() {
    UUID referral = accepted();
    time.later(Duration.ofHours(91));
    assertThat(firstContact(referral)).containsExactly("at-time", "escalation");
    putOnHold(referral);
    goesOn(referral);
    time.later(Duration.ofHours(91));

    assertThat(time.askedByNow(referral))
        .filteredOn("riverbend referral-first-contact-late supervisor"::equals)
        .hasSize(2);
  }

  @Test
  void whatIsOnHoldIsLookedAtEachWeekOnBothSides() {
    UUID referral = accepted();
    putOnHold(referral);
    time.later(Duration.ofDays(6));
    assertThat(askedOfTheHold(referral)).isEmpty();
    time.later(Duration.ofDays(1).plusHours(1));
    String place = "harborlight referral-on-hold-due intake_coordinator";
    String maya = "riverbend referral-on-hold-still " + TokenIssuer.subject("maya").value();
    assertThat(askedOfTheHold(referral)).containsExactlyInAnyOrder(place, maya);
    time.later(Duration.ofDays(7).plusHours(1));
    assertThat(askedOfTheHold(referral)).containsExactlyInAnyOrder(place, maya, place, maya);

    goesOn(referral);
    time.later(Duration.ofDays(8));
    assertThat(askedOfTheHold(referral)).hasSize(4);
  }

  @Test
  void ofAHoldThatTheDoorKeptBackTheRequesterLearnsFromNoClock() {
    UUID referral = accepted();
    DOOR.closesTheWayBack("consent-recipient");
    coalition.answer(referral, HOLD).isOk();
    time.carried();
    time.later(Duration.ofDays(8));

    assertThat(askedOfTheHold(referral))
        .containsExactly("harborlight referral-on-hold-due intake_coordinator");
    assertThat(TimePassing.clocks(coalition.maya(), referral)).doesNotContain("on-hold still");
  }

  /** Before anybody was in touch. */
  private UUID accepted() {
    UUID referral = time.delivered(coalition.chosen(coalition.client()));
    coalition.answer(referral, Map.of("step", "accepted")).isOk();
    requesterSees(referral, "accepted");
    return referral;
  }

  private void putOnHold(UUID referral) {
    coalition.answer(referral, HOLD).isOk();
    requesterSees(referral, "on-hold");
  }

  private void goesOn(UUID referral) {
    coalition.answer(referral, Map.of("step", "resumed")).isOk();
    requesterSees(referral, "accepted");
  }

  private void requesterSees(UUID referral, String status) {
    Eventually.get(
        () -> coalition.maya().get("/api/referrals/{id}", referral).send().isOk(),
        answer -> answer.at("/status").equals(status));
    time.carried();
  }

  private List<String> firstContact(UUID referral) {
    return List.of(coalition.hana(), coalition.maya()).stream()
        .flatMap(reader -> TimePassing.clocks(reader, referral).stream())
        .filter(clock -> clock.startsWith("first-contact "))
        .map(clock -> clock.substring("first-contact ".length()))
        .toList();
  }

  private List<String> askedOfTheHold(UUID referral) {
    return time.askedByNow(referral).stream().filter(it -> it.contains("-on-hold")).toList();
  }
}
