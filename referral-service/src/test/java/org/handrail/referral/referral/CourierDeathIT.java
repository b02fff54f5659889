package org.handrail.referral.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.handrail.platform.fixtures.Answer;
import org.handrail.referral.fixtures.Coalition;
import org.handrail.referral.fixtures.DoorServer;
import org.handrail.referral.fixtures.Eventually;
import org.handrail.referral.fixtures.ReferralServiceIT;
import org.handrail.referral.referral.door.Door;
import org.handrail.referral.referral.door.Verdict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronizationManager;

@ReferralServiceIT
class CourierDeathIT {
  private static final DoorServer DOOR = Coalition.DOOR;

  private final Coalition coalition;
  private final Courier courier;
  private final Couriers couriers;
  private final Door door;

  CourierDeathIT(Coalition coalition, Courier courier, Couriers couriers, Door door) {
    this.coalition = coalition;
    this.courier = courier;
    this.couriers = couriers;
    this.door = door;
  }

  @BeforeEach
  void atRest() {
    coalition.atRest();
    courier.start();
  }

  @AfterEach
  void goesOn() {
    courier.start();
  }

  @Test
  void deathBetweenTheDoorsAnswerAndOurCommitRepeatsTheQuestionAndGetsTheSameDisclosure() {
    courier.stop();
    UUID referral = coalition.sent();
    var deaths = new AtomicInteger();
    Courier dying =
        couriers.asking(
            question -> {
              door.ask(question);
              deaths.incrementAndGet();
              throw new IllegalStateException("the process is gone");
            });
    dying.sweep();
    Eventually.get(deaths::get, many -> many == 1);
    dying.stop();
    assertThat(coalition.maya().get("/api/referrals/{id}", referral).send().at("/businessStatus"))
        .isEqualTo("awaiting-disclosure");

    courier.start();
    Answer delivered =
        Eventually.get(
            () -> {
              coalition.clock().advance(Duration.ofSeconds(1));
              return coalition.maya().get("/api/referrals/{id}", referral).send();
            },
            a -> a.at("/businessStatus").equals("delivered"));

    assertThat(DOOR.asked()).hasSizeGreaterThanOrEqualTo(2);
    assertThat(DOOR.asked())
        .extracting(asked -> asked.answer().path("disclosureId").asString())
        .containsOnly(delivered.at("/disclosureId"));
    assertThat(couriers.steps("DELIVERED", List.of(referral.toString()))).isEqualTo(1);
  }

  @Test
  void sameReleaseWrittenTwiceTakesEffectOnce() {
    courier.stop();
    UUID referral = coalition.sent();
    Crossings.Waiting waiting = couriers.next();
    var verdict = new Verdict.Released(UUID.randomUUID(), List.of("contact"), List.of());

    IntStream.range(0, 8).parallel().forEach(_ -> couriers.released(waiting, verdict));

    assertThat(waiting.referralId()).isEqualTo(referral);
    assertThat(couriers.steps("DELIVERED", List.of(referral.toString()))).isEqualTo(1);
  }

  @Test
  void noTransactionIsOpenWhileTheDoorIsAsked() {
    courier.stop();
    coalition.sent();
    var open = new ArrayList<Boolean>();
    Courier watching =
        couriers.asking(
            question -> {
              open.add(TransactionSynchronizationManager.isActualTransactionActive());
              return door.ask(question);
            });
    watching.sweep();
    Eventually.get(couriers::waiting, left -> left == 0);
    watching.stop();

    assertThat(open).containsExactly(false);
  }
}
