package org.handrail.referral.referral;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.scope.AgencyScope;
import org.handrail.platform.scope.Transactions;
import org.handrail.referral.fixtures.Coalition;
import org.handrail.referral.fixtures.DoorServer;
import org.handrail.referral.fixtures.Eventually;
import org.handrail.referral.fixtures.ReferralServiceIT;
import org.handrail.referral.referral.door.Door;
import org.handrail.referral.referral.door.Verdict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@ReferralServiceIT
class CourierIT {
  private static final DoorServer DOOR = Coalition.DOOR;

  private final Coalition coalition;
  private final Courier courier;
  private final Couriers couriers;
  private final Crossings crossings;
  private final Door door;
  private final Transactions transactions;
  private final JdbcClient jdbc;
  private final TimePassing time;
  private final MeterRegistry meters;

  CourierIT(
      Coalition coalition,
      Courier courier,
      Couriers couriers,
      Crossings crossings,
      Door door,
      Transactions transactions,
      JdbcClient jdbc,
      TimePassing time,
      MeterRegistry meters) {
    this.coalition = coalition;
    this.courier = courier;
    this.couriers = couriers;
    this.crossings = crossings;
    this.door = door;
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.time = time;
    this.meters = meters;
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
  void whatWaitedForTheDoorGoesOutInItsOrderOnce() {
    List<UUID> sets = coalition.choices(coalition.client(), 200);
    DOOR.down();
    List<String> sent = new ArrayList<>();
    for (UUID set : sets) {
      Answer draft = coalition.drafted(set);
      coalition.send(draft).isOk();
      sent.add(draft.id().toString());
    }
    for (String id : List.of(sent.getFirst(), sent.getLast())) {
      assertThat(coalition.maya().get("/api/referrals/" + id).send().at("/businessStatus"))
          .isEqualTo("awaiting-disclosure");
      coalition.hana().get("/api/referrals/" + id).send().isNotFound();
    }
    assertThat(couriers.events("delivered", sent)).isEmpty();

    DOOR.up();
    Eventually.get(
        () -> {
          coalition.clock().advance(Duration.ofSeconds(1));
          return coalition.maya().get("/api/referrals/" + sent.getLast()).send();
        },
        last -> last.at("/businessStatus").equals("delivered"));

    assertThat(Couriers.inOrderOfAsking(sent)).isEqualTo(sent);
    Eventually.get(couriers::waiting, left -> left == 0);
    assertThat(couriers.events("delivered", sent)).hasSize(200).doesNotHaveDuplicates();
  }

  @Test
  void severalInstancesTakeEveryStepOnce() {
    var instances = IntStream.range(0, 3).mapToObj(i -> couriers.another(door)).toList();
    List<String> sent = new ArrayList<>();
    List<UUID> sets = coalition.choices(coalition.client(), 20);
    DOOR.holds();
    for (UUID set : sets) {
      Answer draft = coalition.drafted(set);
      coalition.send(draft).isOk();
      sent.add(draft.id().toString());
    }
    DOOR.answerNow();
    Eventually.get(
        () -> {
          instances.forEach(Courier::sweep);
          courier.sweep();
          return couriers.waiting();
        },
        left -> left == 0);
    instances.forEach(Courier::stop);

    assertThat(Couriers.inOrderOfAsking(sent)).isEqualTo(sent);
    assertThat(couriers.events("delivered", sent)).hasSize(20).doesNotHaveDuplicates();
    assertThat(couriers.steps("DELIVERED", sent)).isEqualTo(20);
  }

  @Test
  void questionThatTheDoorDoesNotUnderstandHoldsUpNobodyElse() {
    UUID set = coalition.chosen(coalition.client());
    Answer poison = coalition.drafted(set);
    courier.stop();
    coalition.send(poison).isOk();
    UUID good = coalition.sent();
    Courier choosy =
        couriers.asking(
            question -> {
              return question.referralId().equals(poison.id())
                  ? new Verdict.Senseless(400)
                  : door.ask(question);
            });
    choosy.sweep();
    coalition.requesterSees(good, "delivered");
    coalition.clock().advance(Duration.ofSeconds(5));
    choosy.sweep();
    Eventually.get(() -> attempts(poison.id()), tried -> tried > 1);
    coalition.nobodyAsksTheDoor();
    choosy.stop();
    assertThat(notUnderstood()).isEqualTo(1);
    assertThat(time.askedByNow(poison.id()))
        .as("once, however often the door was asked")
        .containsExactly("riverbend referral-not-understood supervisor");

    assertThat(
            coalition.maya().get("/api/referrals/{id}", poison.id()).send().at("/businessStatus"))
        .isEqualTo("awaiting-disclosure");
    courier.start();
    goesOutAtLast(poison.id());
    assertThat(notUnderstood()).isZero();
  }

  @Test
  void questionAtWhichTheDoorFailsHoldsUpNobodyElseAndIsNobodysTask() {
    Answer failing = coalition.drafted(coalition.chosen(coalition.client()));
    courier.stop();
    coalition.send(failing).isOk();
    UUID good = coalition.sent();
    DOOR.failsAt(failing.id());
    courier.start();
    courier.sweep();
    coalition.requesterSees(good, "delivered");
    coalition.nobodyAsksTheDoor();

    assertThat(attempts(failing.id())).isPositive();
    assertThat(notUnderstood()).isZero();
    assertThat(time.askedByNow(failing.id())).isEmpty();
    DOOR.reset();
    goesOutAtLast(failing.id());
  }

  private void goesOutAtLast(UUID referral) {
    Eventually.get(
        () -> {
          coalition.clock().advance(Duration.ofSeconds(2));
          return coalition.maya().get("/api/referrals/{id}", referral).send();
        },
        a -> a.at("/businessStatus").equals("delivered"));
  }

  private double notUnderstood() {
    return meters.get("handrail.referral.not.understood").gauge().value();
  }

  private int attempts(UUID referral) {
    return AgencyScope.as(Couriers.RIVERBEND)
        .<Integer>call(
            () ->
                transactions.reading(
                    () ->
                        jdbc.sql("select max(attempts) from referral_step where referral_id = ?")
                            .param(referral)
                            .query(Integer.class)
                            .single()));
  }

  @Test
  void sweepTellsOnlyWhoseWorkItIs() {
    Eventually.get(couriers::waiting, left -> left == 0);
    courier.stop();
    coalition.sent();

    assertThat(transactions.reading(crossings::agencies)).containsExactly(Couriers.RIVERBEND);
    assertThat(
            transactions.<Integer>reading(
                () -> jdbc.sql("select count(*) from referral_step").query(Integer.class).single()))
        .isZero();
  }
}
