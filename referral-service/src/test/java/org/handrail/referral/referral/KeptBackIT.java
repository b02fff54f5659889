package org.handrail.referral.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.scope.Transactions;
import org.handrail.referral.fixtures.Coalition;
import org.handrail.referral.fixtures.DoorServer;
import org.handrail.referral.fixtures.Eventually;
import org.handrail.referral.fixtures.ReferralServiceIT;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the door keeps back of a referral that went out, and when it is brought there again. */
@ReferralServiceIT
class KeptBackIT {
  private static final DoorServer DOOR = Coalition.DOOR;

  private final Coalition coalition;
  private final TimePassing time;
  private final ClientsWord said;

  KeptBackIT(
      Coalition coalition,
      TimePassing time,
      StoppingReferrals stopping,
      TellingOfConsent telling,
      Transactions transactions) {
    this.coalition = coalition;
    this.time = time;
    said = new ClientsWord(coalition, stopping, telling, transactions);
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
  @Proves("P2-REV-1")
  void whatTheDoorKeptBackIsToldOnceTheClientSignsAnew() {
    UUID client = coalition.client();
    UUID referral = time.delivered(coalition.chosen(client));
    UUID neverAsked = time.delivered(coalition.chosen(client));
    said.takesBack(client, referral, said.soon());
    DOOR.denies("consent-revoked");
    said.declines(referral);
    time.carried();
    DOOR.down();
    said.declines(neverAsked);
    coalition.clock().advance(Duration.ofSeconds(2));
    said.takesBack(client, neverAsked, said.soon());
    time.carried();
    DOOR.reset();
    coalition.clock().advance(Duration.ofMinutes(11));
    time.carried();
    assertThat(DOOR.asked()).isEmpty();

    said.signs(client, Set.of(referral, neverAsked), Set.of(), said.soon());
    for (UUID each : Set.of(referral, neverAsked)) {
      Eventually.get(
          () -> coalition.hana().get("/api/referrals/{id}", each).send(),
          a -> a.at("/status").equals("cancelled"));
    }
    said.signs(client, Set.of(referral, neverAsked), Set.of(), said.soon().plusSeconds(1));
    time.carried();

    assertThat(DOOR.asked())
        .extracting(DoorServer.Asked::referral)
        .containsExactlyInAnyOrder(referral.toString(), neverAsked.toString());
  }

  @Test
  void whatThePlaceAnsweredMeanwhileComesBackOnceTheClientSignsForTheWayBack() {
    UUID client = coalition.client();
    UUID referral = time.delivered(coalition.ranked(client));
    DOOR.closesTheWayBack("consent-recipient");
    coalition.answer(referral, Map.of("step", "acknowledged")).isOk();
    coalition.answer(referral, Map.of("step", "accepted")).isOk();
    time.carried();
    assertThat(see(referral).at("/businessStatus")).isEqualTo("delivered");

    DOOR.reset();
    said.signs(client, Set.of(referral), Set.of(), said.soon());
    time.carried();
    time.outOfTime();

    assertThat(see(referral).at("/status")).isEqualTo("accepted");
    assertThat(DOOR.asked())
        .extracting(DoorServer.Asked::step)
        .containsExactly("acknowledged-3-1", "accepted-4-1");
  }

  @Test
  @Proves("P2-REV-1")
  void whatWasKeptBackIsBroughtAgainOnlyByWhatMayLetItGo() {
    UUID client = coalition.client();
    UUID referral = time.delivered(coalition.chosen(client));
    DOOR.closesTheWayBack("consent-recipient");
    coalition.answer(referral, Map.of("step", "acknowledged")).isOk();
    time.carried();

    said.signsFor("riverbend", "harborlight", client, referral);
    said.signsFor("hillcrest", "riverbend", client, referral);
    said.takesBackSomethingElse(client, referral);
    time.carried();
    assertThat(stepsAsked(referral)).containsExactly("sending-1", "acknowledged-3");

    said.signsFor("harborlight", "riverbend", client, referral);
    time.carried();
    said.takesBackSomethingElse(client, referral);
    time.carried();
    assertThat(stepsAsked(referral))
        .containsExactly("sending-1", "acknowledged-3", "acknowledged-3-1");
  }

  @Test
  void whatLetsItGoCountsAlsoWhenItIsHeardAfterALaterWord() {
    UUID client = coalition.client();
    UUID referral = time.delivered(coalition.chosen(client));
    DOOR.closesTheWayBack("consent-recipient");
    coalition.answer(referral, Map.of("step", "acknowledged")).isOk();
    time.carried();
    DOOR.reset();
    Instant signed = said.now();
    said.takesBackSomethingElse(client, referral);

    said.signs(client, Set.of(referral), Set.of(), signed);
    coalition.requesterSees(referral, "acknowledged");
  }

  @Test
  void aDenialFromBeforeThatNobodyHeardKeepsNothingBackWhatTheClientLetsGo() {
    UUID client = coalition.client();
    UUID referral = time.delivered(coalition.chosen(client));
    DOOR.denies("consent-revoked");
    DOOR.losesItsAnswers();
    said.declines(referral);
    Eventually.get(() -> stepsAsked(referral), asked -> asked.contains("cancelled-3"));
    said.takesBack(client, referral, said.now());
    DOOR.reset();
    coalition.doorIsBack();

    said.signsFor("riverbend", "harborlight", client, referral);
    Eventually.get(
        () -> coalition.hana().get("/api/referrals/{id}", referral).send(),
        a -> a.at("/status").equals("cancelled"));
    assertThat(stepsAsked(referral)).endsWith("cancelled-3", "cancelled-3-1");
  }

  @Test
  void anAnswerThatWaitsWhileTheClientLetsItGoIsNotKeptBackByADenialFromBefore() {
    UUID client = coalition.client();
    UUID referral = time.delivered(coalition.chosen(client));
    DOOR.closesTheWayBack("consent-recipient");
    DOOR.losesItsAnswers();
    coalition.answer(referral, Map.of("step", "acknowledged")).isOk();
    Eventually.get(() -> stepsAsked(referral), asked -> asked.contains("acknowledged-3"));
    said.signsFor("harborlight", "riverbend", client, referral);
    DOOR.reset();
    coalition.doorIsBack();

    coalition.requesterSees(referral, "acknowledged");
    assertThat(stepsAsked(referral)).endsWith("acknowledged-3", "acknowledged-3-1");
  }

  private static List<String> stepsAsked(UUID referral) {
    return DOOR.asked().stream()
        .filter(asked -> asked.referral().equals(referral.toString()))
        .map(DoorServer.Asked::step)
        .toList();
  }

  private Answer see(UUID referral) {
    return coalition.maya().get("/api/referrals/{id}", referral).send().isOk();
  }
}
