package org.handrail.referral.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.EventContracts;
import org.handrail.platform.fixtures.KafkaFixture;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.TokenIssuer;
import org.handrail.platform.scope.Transactions;
import org.handrail.referral.fixtures.Askings;
import org.handrail.referral.fixtures.Coalition;
import org.handrail.referral.fixtures.DoorServer;
import org.handrail.referral.fixtures.ReferralServiceIT;
import org.handrail.referral.fixtures.TakenBack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** The clocks of a referral whose client takes a consent back, or signs anew. */
@ReferralServiceIT
class ClocksOfConsentIT {
  private static final DoorServer DOOR = Coalition.DOOR;

  private final Coalition coalition;
  private final TimePassing time;
  private final ClientsWord said;

  ClocksOfConsentIT(
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
  void nobodyIsUrgedToReachWhoTookTheConsentBack() {
    UUID client = coalition.client();
    UUID referral = time.delivered(coalition.chosen(client));
    TakenBack.from(UUID.randomUUID(), client, "harborlight").closing(referral).tell(said.soon());
    String asked = "riverbend referral-consent-revoked " + TokenIssuer.subject("maya").value();
    assertThat(Askings.about(referral, 1)).containsExactly(asked);

    time.later(Duration.ofMinutes(61));
    time.later(Duration.ofHours(1));
    time.later(Duration.ofDays(8));
    assertThat(TimePassing.clocks(coalition.hana(), referral)).isEmpty();
    assertThat(time.askedByNow(referral)).noneMatch(it -> it.startsWith("harborlight"));
  }

  @Test
  @Proves("P2-REV-1")
  void whatIsTakenBackFromOneLeavesTheClocksOfAnotherAlone() {
    UUID client = coalition.client();
    UUID referral = time.delivered(coalition.chosen(client));
    UUID closed = time.delivered(coalition.chosen(client));
    TakenBack.whole(client, "hillcrest").closing(closed).tell(said.soon());
    assertThat(Askings.about(closed, 1)).hasSize(1);

    time.outOfTime();

    coalition.requesterSees(referral, "expired");
    assertThat(TimePassing.clocks(coalition.hana(), referral)).isNotEmpty();
    assertThat(TimePassing.clocks(coalition.hana(), closed)).isEmpty();
    assertThat(see(closed).at("/businessStatus")).isEqualTo("delivered");
  }

  @Test
  @Proves("P2-REV-1")
  void whoSignsAnewIsWaitedForAgainOnBothSides() {
    UUID client = coalition.client();
    UUID referral = time.delivered(coalition.chosen(client));
    said.takesBack(client, referral, said.soon());
    time.later(Duration.ofMinutes(61));
    assertThat(TimePassing.clocks(coalition.hana(), referral)).isEmpty();

    said.signs(client, Set.of(), Set.of(referral), said.soon());
    time.later(Duration.ofMinutes(61));
    assertThat(TimePassing.clocks(coalition.hana(), referral))
        .as("what was signed does not cover it")
        .isEmpty();

    said.signs(client, Set.of(referral), Set.of(), said.soon());
    time.later(Duration.ofMinutes(61));
    assertThat(TimePassing.clocks(coalition.hana(), referral)).isNotEmpty();
    time.outOfTime();
    coalition.requesterSees(referral, "expired");
  }

  @Test
  @Proves("P2-REV-1")
  void howeverLongItStoodStillTheIntakeIsRemindedBeforeItIsOver() {
    UUID client = coalition.client();
    UUID referral = time.delivered(coalition.chosen(client));
    said.takesBack(client, referral, said.soon());
    time.later(Duration.ofDays(9));
    said.signs(client, Set.of(referral), Set.of(), said.soon());

    time.later(Duration.ofMinutes(61));

    assertThat(TimePassing.clocks(coalition.hana(), referral)).contains("acknowledge at-time");
    assertThat(see(referral).at("/businessStatus")).isEqualTo("delivered");
  }

  @Test
  @Proves("P2-REV-1")
  void whoSignsAnewIsWaitedForAsLongAsAtFirst() {
    UUID client = coalition.client();
    UUID referral = time.delivered(coalition.chosen(client));
    time.later(Duration.ofMinutes(151));
    said.takesBack(client, referral, said.soon());
    time.later(Duration.ofMinutes(10));
    said.signs(client, Set.of(referral), Set.of(), said.soon());

    time.later(Duration.ofMinutes(151));

    assertThat(see(referral).at("/businessStatus")).isEqualTo("delivered");
    assertThat(TimePassing.clocks(coalition.maya(), referral))
        .containsExactly("acknowledge escalation", "acknowledge escalation");
    time.later(Duration.ofMinutes(91));
    coalition.requesterSees(referral, "expired");
  }

  @Test
  @Proves("P2-REV-1")
  void theDoorsLastWordCountsInWhicheverOrderItIsHeard() {
    UUID client = coalition.client();
    UUID signedLast = time.delivered(coalition.chosen(client));
    UUID takenBackLast = time.delivered(coalition.chosen(client));
    Instant first = said.soon();

    said.signs(client, Set.of(signedLast), Set.of(), first.plusSeconds(1));
    said.takesBack(client, signedLast, first);
    said.takesBack(client, takenBackLast, first);
    said.takesBack(client, takenBackLast, first.plusSeconds(2));
    said.signs(client, Set.of(takenBackLast), Set.of(), first.plusSeconds(1));

    time.outOfTime();
    coalition.requesterSees(signedLast, "expired");
    assertThat(TimePassing.clocks(coalition.hana(), signedLast)).isNotEmpty();
    assertThat(TimePassing.clocks(coalition.hana(), takenBackLast)).isEmpty();
    assertThat(time.askedByNow(takenBackLast))
        .containsExactly(
            "riverbend referral-consent-revoked " + TokenIssuer.subject("maya").value());
  }

  @Test
  @Proves("P2-REV-1")
  void whatItsRequesterEndedUrgesNobodyThoughTheDoorKeepsItBack() {
    UUID client = coalition.client();
    UUID referral = time.delivered(coalition.chosen(client));
    said.takesBack(client, referral, said.soon());
    DOOR.denies("consent-revoked");
    said.declines(referral);
    time.carried();
    said.signs(client, Set.of(referral), Set.of(), said.soon());
    time.carried();

    time.later(Duration.ofMinutes(61));
    time.later(Duration.ofHours(1));

    assertThat(coalition.hana().get("/api/referrals/{id}", referral).send().at("/status"))
        .isEqualTo("requested");
    assertThat(TimePassing.clocks(coalition.hana(), referral)).isEmpty();
    assertThat(time.askedByNow(referral)).noneMatch(it -> it.startsWith("harborlight"));
  }

  @Test
  void whatNothingCouldBeHeardOfIsWaitedForAgainOnceTheClientSignsForTheWayBack() {
    UUID client = coalition.client();
    UUID referral = time.delivered(coalition.chosen(client));
    DOOR.closesTheWayBack("consent-recipient");
    time.outOfTime();
    assertThat(time.askedByNow(referral))
        .contains("riverbend referral-unheard " + TokenIssuer.subject("maya").value());
    assertThat(see(referral).at("/businessStatus")).isEqualTo("delivered");

    DOOR.reset();
    said.signs(client, Set.of(referral), Set.of(), said.soon());
    time.later(Duration.ofMinutes(100));
    said.signs(client, Set.of(referral), Set.of(), said.soon());
    time.later(Duration.ofMinutes(51));
    assertThat(see(referral).at("/businessStatus")).isEqualTo("delivered");
    time.later(Duration.ofMinutes(91));

    coalition.requesterSees(referral, "expired");
  }

  @Test
  @Proves("P2-REV-1")
  void whatIsTakenBackWhileItsEndWaitsForTheDoorIsNotEnded() {
    UUID client = coalition.client();
    UUID referral = time.delivered(coalition.ranked(client));
    DOOR.down();
    time.outOfTime();
    said.takesBack(client, referral, said.soon());
    DOOR.up();
    time.later(Duration.ZERO);

    assertThat(see(referral).at("/businessStatus")).isEqualTo("delivered");
    assertThat(time.askedByNow(referral))
        .filteredOn(asked -> asked.endsWith(TokenIssuer.subject("maya").value()))
        .containsExactly(
            "riverbend referral-consent-revoked " + TokenIssuer.subject("maya").value());
  }

  @Test
  void whatTheDoorJudgesAnewWithoutAConsentIsHeardToo() {
    UUID client = coalition.client();
    UUID referral = time.delivered(coalition.chosen(client));
    judgedAnew(client, "closed", referral, said.soon());
    assertThat(Askings.about(referral, 1)).hasSize(1);
    judgedAnew(client, "open", referral, said.soon().plusSeconds(1));
    // What is told under one key is heard in its order: this one is heard after the other.
    UUID last = time.delivered(coalition.chosen(client));
    judgedAnew(client, "closed", last, said.soon().plusSeconds(1));
    assertThat(Askings.about(last, 1)).hasSize(1);

    time.outOfTime();
    coalition.requesterSees(referral, "expired");
  }

  private static void judgedAnew(UUID client, String how, UUID referral, Instant at) {
    var event =
        EventContracts.examples("org.handrail.client.referrals-judged.v1")
            .getFirst()
            .about(client)
            .with("clientId", client.toString());
    var data = (ObjectNode) event.data();
    data.remove("open");
    data.remove("closed");
    data.putArray(how).add(referral.toString());
    event.event().put("time", at.toString());
    KafkaFixture.send(event.onTheWire());
  }

  private Answer see(UUID referral) {
    return coalition.maya().get("/api/referrals/{id}", referral).send().isOk();
  }
}
