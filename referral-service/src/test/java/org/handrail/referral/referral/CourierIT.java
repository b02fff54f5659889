package org.handrail.referral.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.KafkaFixture;
import org.handrail.platform.scope.AgencyScope;
import org.handrail.platform.scope.Transactions;
import org.handrail.referral.fixtures.Coalition;
import org.handrail.referral.fixtures.DoorServer;
import org.handrail.referral.fixtures.Eventually;
import org.handrail.referral.fixtures.ReferralServiceIT;
import org.handrail.referral.referral.door.Door;
import org.handrail.referral.referral.door.Question;
import org.handrail.referral.referral.door.Verdict;
import org.handrail.referral.referral.door.WayBack;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;

@ReferralServiceIT
class CourierIT {
  private static final DoorServer DOOR = Coalition.DOOR;
  private static final AgencyId RIVERBEND = new AgencyId("riverbend");

  private final Coalition coalition;
  private final Courier courier;
  private final Crossings crossings;
  private final Carrying carrying;
  private final Lanes lanes;
  private final Door door;
  private final Transactions transactions;
  private final JdbcClient jdbc;

  CourierIT(
      Coalition coalition,
      Courier courier,
      Crossings crossings,
      Carrying carrying,
      Lanes lanes,
      Door door,
      Transactions transactions,
      JdbcClient jdbc) {
    this.coalition = coalition;
    this.courier = courier;
    this.crossings = crossings;
    this.carrying = carrying;
    this.lanes = lanes;
    this.door = door;
    this.transactions = transactions;
    this.jdbc = jdbc;
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
    UUID set = coalition.chosen(coalition.client());
    DOOR.down();
    List<String> sent = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      Answer draft = coalition.drafted(set);
      coalition.send(draft).isOk();
      sent.add(draft.id().toString());
    }
    for (String id : List.of(sent.getFirst(), sent.getLast())) {
      assertThat(coalition.maya().get("/api/referrals/" + id).send().at("/businessStatus"))
          .isEqualTo("awaiting-disclosure");
      coalition.hana().get("/api/referrals/" + id).send().isNotFound();
    }
    assertThat(events("delivered", sent)).isEmpty();

    DOOR.up();
    Eventually.get(
        () -> {
          coalition.clock().advance(Duration.ofSeconds(1));
          return coalition.maya().get("/api/referrals/" + sent.getLast()).send();
        },
        last -> last.at("/businessStatus").equals("delivered"));

    assertThat(inOrderOfAsking(sent)).isEqualTo(sent);
    Eventually.get(this::waiting, left -> left == 0);
    assertThat(events("delivered", sent)).hasSize(200).doesNotHaveDuplicates();
  }

  @Test
  void severalInstancesTakeEveryStepOnce() {
    var instances = IntStream.range(0, 3).mapToObj(i -> another(door)).toList();
    List<String> sent = new ArrayList<>();
    UUID set = coalition.chosen(coalition.client());
    DOOR.holds();
    for (int i = 0; i < 20; i++) {
      Answer draft = coalition.drafted(set);
      coalition.send(draft).isOk();
      sent.add(draft.id().toString());
    }
    DOOR.answerNow();
    Eventually.get(
        () -> {
          instances.forEach(Courier::sweep);
          courier.sweep();
          return waiting();
        },
        left -> left == 0);
    instances.forEach(Courier::stop);

    assertThat(inOrderOfAsking(sent)).isEqualTo(sent);
    assertThat(events("delivered", sent)).hasSize(20).doesNotHaveDuplicates();
    assertThat(steps("DELIVERED", sent)).isEqualTo(20);
  }

  @Test
  void deathBetweenTheDoorsAnswerAndOurCommitRepeatsTheQuestionAndGetsTheSameDisclosure() {
    courier.stop();
    UUID referral = coalition.sent();
    var deaths = new AtomicInteger();
    Courier dying =
        another(
            new Door() {
              @Override
              public Verdict ask(Question question) {
                door.ask(question);
                deaths.incrementAndGet();
                throw new IllegalStateException("the process is gone");
              }

              @Override
              public @Nullable Boolean wayBack(WayBack question) {
                return null;
              }
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
    assertThat(steps("DELIVERED", List.of(referral.toString()))).isEqualTo(1);
  }

  @Test
  void sameReleaseWrittenTwiceTakesEffectOnce() {
    courier.stop();
    UUID referral = coalition.sent();
    Crossings.Waiting waiting =
        AgencyScope.as(RIVERBEND)
            .call(
                () ->
                    transactions.reading(
                        () ->
                            crossings.next(RIVERBEND, coalition.clock().instant()).orElseThrow()));
    var verdict = new Verdict.Released(UUID.randomUUID(), List.of("contact"), List.of());

    IntStream.range(0, 8)
        .parallel()
        .forEach(
            i ->
                AgencyScope.as(RIVERBEND)
                    .run(() -> carrying.released(RIVERBEND, waiting, verdict)));

    assertThat(waiting.referralId()).isEqualTo(referral);
    assertThat(steps("DELIVERED", List.of(referral.toString()))).isEqualTo(1);
  }

  @Test
  void noTransactionIsOpenWhileTheDoorIsAsked() {
    courier.stop();
    coalition.sent();
    var open = new ArrayList<Boolean>();
    Courier watching =
        another(
            new Door() {
              @Override
              public Verdict ask(Question question) {
                open.add(TransactionSynchronizationManager.isActualTransactionActive());
                return door.ask(question);
              }

              @Override
              public @Nullable Boolean wayBack(WayBack question) {
                return null;
              }
            });
    watching.sweep();
    Eventually.get(this::waiting, left -> left == 0);
    watching.stop();

    assertThat(open).containsExactly(false);
  }

  @Test
  void questionThatTheDoorDoesNotUnderstandHoldsUpNobodyElse() {
    UUID set = coalition.chosen(coalition.client());
    Answer poison = coalition.drafted(set);
    courier.stop();
    coalition.send(poison).isOk();
    UUID good = coalition.sent();
    Courier choosy =
        another(
            new Door() {
              @Override
              public Verdict ask(Question question) {
                return question.referralId().equals(poison.id())
                    ? new Verdict.Senseless(400)
                    : door.ask(question);
              }

              @Override
              public @Nullable Boolean wayBack(WayBack question) {
                return null;
              }
            });
    choosy.sweep();
    coalition.requesterSees(good, "delivered");
    choosy.stop();

    assertThat(
            coalition.maya().get("/api/referrals/{id}", poison.id()).send().at("/businessStatus"))
        .isEqualTo("awaiting-disclosure");
    courier.start();
    Eventually.get(
        () -> {
          coalition.clock().advance(Duration.ofSeconds(2));
          return coalition.maya().get("/api/referrals/{id}", poison.id()).send();
        },
        a -> a.at("/businessStatus").equals("delivered"));
  }

  @Test
  void sweepTellsOnlyWhoseWorkItIs() {
    Eventually.get(this::waiting, left -> left == 0);
    courier.stop();
    coalition.sent();

    assertThat(transactions.reading(crossings::agencies)).containsExactly(RIVERBEND);
    assertThat(
            transactions.<Integer>reading(
                () -> jdbc.sql("select count(*) from referral_step").query(Integer.class).single()))
        .isZero();
  }

  /** A question may be repeated, since an answer may be late. */
  private static List<String> inOrderOfAsking(List<String> of) {
    return DOOR.asked().stream()
        .map(DoorServer.Asked::referral)
        .distinct()
        .filter(of::contains)
        .toList();
  }

  private Courier another(Door door) {
    var other = new Courier(crossings, carrying, lanes, door, transactions, coalition.clock());
    other.start();
    return other;
  }

  private int waiting() {
    return transactions.reading(crossings::agencies).size();
  }

  private int steps(String step, List<String> referrals) {
    return AgencyScope.as(RIVERBEND)
        .<Integer>call(
            () ->
                transactions.reading(
                    () ->
                        jdbc.sql(
                                "select count(*) from referral_step where step = ? and"
                                    + " referral_id::text = any(?)")
                            .params(step, referrals.toArray(String[]::new))
                            .query(Integer.class)
                            .single()));
  }

  /** Keys of the events of a type about these, those in Kafka once nothing waits to be sent. */
  private List<String> events(String what, List<String> referrals) {
    String marker = coalition.drafted(coalition.chosen(coalition.client())).id().toString();
    return KafkaFixture.read(
                "handrail.referral.v1",
                event -> event.key().equals(marker),
                1,
                Duration.ofSeconds(60))
            .isEmpty()
        ? List.of()
        : ReferralEventsIT.all(
                event ->
                    referrals.contains(event.key())
                        && ReferralEventsIT.type(event)
                            .equals("org.handrail.referral." + what + ".v1"))
            .stream()
            .map(event -> event.key())
            .toList();
  }
}
