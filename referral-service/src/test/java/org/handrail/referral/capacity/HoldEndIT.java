package org.handrail.referral.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.deadline.Sweeping;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.LockWaits;
import org.handrail.platform.scope.AgencyScope;
import org.handrail.platform.scope.Transactions;
import org.handrail.referral.fixtures.Coalition;
import org.handrail.referral.fixtures.Eventually;
import org.handrail.referral.fixtures.Providers;
import org.handrail.referral.fixtures.ReferralServiceIT;
import org.handrail.referral.fixtures.Together;
import org.handrail.referral.referral.TimePassing;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@ReferralServiceIT
class HoldEndIT {
  private static final AgencyId HARBORLIGHT = new AgencyId("harborlight");

  private final Coalition coalition;
  private final Providers providers;
  private final HanasPlaces hana;
  private final TimePassing time;
  private final Sweeping sweeping;
  private final Transactions transactions;
  private final JdbcClient jdbc;

  HoldEndIT(
      Coalition coalition,
      Providers providers,
      TimePassing time,
      Sweeping sweeping,
      Transactions transactions,
      JdbcClient jdbc) {
    this.coalition = coalition;
    this.providers = providers;
    hana = new HanasPlaces(coalition);
    this.time = time;
    this.sweeping = sweeping;
    this.transactions = transactions;
    this.jdbc = jdbc;
  }

  @BeforeEach
  void atRest() {
    coalition.atRest();
  }

  @AfterEach
  void backToNow() {
    time.backToNow();
  }

  @ParameterizedTest
  @CsvSource({
    "attended,, 0, 1",
    "missed,, 0, 0",
    "waitlisted,, 0, 0",
    "cancelled, client-declined, 0, 0",
    "on-hold, waiting-for-payer, 1, 0"
  })
  void placeFollowsTheReferral(String step, @Nullable String reason, int held, int taken) {
    UUID service = providers.service();
    UUID capacity = hana.beds(service, 1);
    UUID referral = providers.accepted(service, 1).getFirst();
    hana.ask(capacity, referral).isCreated();

    hana.answer(referral, step, reason);

    assertThat(hana.own(capacity, "held")).isEqualTo(held);
    assertThat(hana.own(capacity, "taken")).isEqualTo(taken);
  }

  @Test
  void placeIsOpenAgainWhenItsTimeIsOver() {
    UUID service = providers.service();
    UUID capacity = hana.beds(service, 1);
    List<UUID> referrals = providers.accepted(service, 2);
    UUID hold = hana.ask(capacity, referrals.getFirst()).isCreated().id();
    hana.ask(capacity, referrals.getLast()).isProblem(409, "no-place-free");

    coalition.clock().advance(Duration.ofHours(23));
    sweeping.sweep();
    hana.ask(capacity, referrals.getLast()).isProblem(409, "no-place-free");
    coalition.clock().advance(Duration.ofHours(2));
    sweeping.sweep();

    hana.ask(capacity, referrals.getLast()).isCreated();
    assertThat(
            coalition
                .hana()
                .get("/api/capacity/{id}/holds/{hold}", capacity, hold)
                .send()
                .isOk()
                .at("/endedAs"))
        .isEqualTo("expired");
  }

  @Test
  void providerKeepsItNoLongerThanItSaysAndLetsItGo() {
    UUID service = providers.service();
    UUID capacity = hana.beds(service, 1);
    UUID referral = providers.accepted(service, 1).getFirst();
    for (String tooLongOrShort : List.of("P900D", "PT24H1S", "PT59S", "PT0.5S", "-PT1H")) {
      Answer refused =
          hana.ask(capacity, referral, tooLongOrShort)
              .isProblem(422, "capacity-deficient")
              .hasFault("/holdFor", "out-of-range");
      assertThat(refused.at("/errors/0/detail")).isEqualTo("from PT1M to PT24H");
    }
    for (Object number : List.of(1, 1.5, 72_000)) {
      hana.ask(capacity, referral, number)
          .isProblem(400, "invalid")
          .hasFault("/holdFor", "wrong-type");
    }
    hana.ask(capacity, referral, "72000")
        .isProblem(400, "invalid")
        .hasFault("/holdFor", "wrong-format");
    Answer hold = hana.ask(capacity, referral, "PT20H").isCreated();
    assertThat(
            Duration.between(
                Instant.parse(hold.at("/grantedAt")), Instant.parse(hold.at("/until"))))
        .isBetween(Duration.ofHours(20).minusSeconds(1), Duration.ofHours(20).plusSeconds(1));

    release(capacity, hold.id());
    releasing(capacity, hold.id()).isProblem(409, "hold-ended");
    assertThat(hana.own(capacity, "open")).isOne();
  }

  @Test
  void ofSeveralWhoLetAPlaceGoAtOnceOneDoes() throws Exception {
    UUID service = providers.service();
    UUID capacity = hana.beds(service, 1);
    UUID hold = hana.ask(capacity, providers.accepted(service, 1).getFirst()).isCreated().id();

    List<Answer> answers =
        Together.of(
            () -> releasing(capacity, hold),
            () -> releasing(capacity, hold),
            () -> releasing(capacity, hold),
            () -> releasing(capacity, hold));

    assertThat(answers.stream().filter(answer -> answer.status() != 200))
        .hasSize(3)
        .allSatisfy(answer -> answer.isProblem(409, "hold-ended"));
  }

  @Test
  void whatWasLetGoIsKeptAgainWithoutAnotherAnswer() {
    UUID service = providers.service();
    UUID capacity = hana.beds(service, 1);
    UUID referral = providers.accepted(service, 1).getFirst();
    hana.ask(capacity, referral).isCreated();
    coalition.clock().advance(Duration.ofHours(25));
    sweeping.sweep();
    assertThat(hana.own(capacity, "held")).isZero();

    hana.ask(capacity, referral).isCreated();

    assertThat(hana.own(capacity, "held")).isOne();
    assertThat(hana.steps(referral)).containsOnlyOnce("hold-granted");
    hana.answer(referral, "cancelled", "client-declined");
    hana.ask(capacity, referral).isProblem(409, "step-not-allowed");
  }

  @Test
  void aPlaceOfWhichTheRequesterKnowsIsKeptAgainWhereverTheReferralHasGotTo() {
    UUID service = providers.service();
    UUID capacity = hana.beds(service, 2);
    UUID referral = providers.accepted(service, 1).getFirst();
    hana.ask(capacity, referral).isCreated();
    coalition
        .answer(referral, Map.of("step", "intake-scheduled", "intakeAt", coalition.muchLater()))
        .isOk();
    coalition.clock().advance(Duration.ofHours(25));
    sweeping.sweep();

    UUID again = hana.ask(capacity, referral).isCreated().id();
    assertThat(hana.steps(referral)).containsOnlyOnce("hold-granted").endsWith("intake-scheduled");
    release(capacity, again);
    hana.answer(referral, "on-hold", "waiting-for-client");
    hana.ask(capacity, referral).isCreated();
    assertThat(hana.steps(referral)).containsOnlyOnce("hold-granted").endsWith("on-hold");

    hana.answer(referral, "resumed", null);
    hana.answer(referral, "missed", null);
    hana.ask(capacity, referral).isCreated();
    assertThat(hana.steps(referral)).endsWith("missed", "hold-granted");
    hana.answer(referral, "attended", null);
    hana.ask(capacity, referral).isProblem(409, "step-not-allowed");
  }

  @Test
  void aPlaceThatIsLetGoInThisMomentIsKeptAnewAndNotLonger() throws Exception {
    UUID service = providers.service();
    UUID capacity = hana.beds(service, 1);
    UUID referral = providers.accepted(service, 1).getFirst();
    UUID ended = hana.ask(capacity, referral, "PT2H").isCreated().id();

    try (var both = Executors.newFixedThreadPool(2)) {
      Future<Answer> asked =
          asHarborlight(
              () -> {
                jdbc.sql("select id from capacity where id = ? for update")
                    .param(capacity)
                    .query(UUID.class)
                    .single();
                coalition.clock().advance(Duration.ofHours(3));
                both.execute(sweeping::sweep);
                LockWaits.awaitThat(1, jdbc);
                var begun = both.submit(() -> hana.ask(capacity, referral, "PT2H"));
                LockWaits.awaitThat(2, jdbc);
                return begun;
              });

      assertThat(asked.get().isCreated().id()).isNotEqualTo(ended);
    }
    assertThat(hana.own(capacity, "held")).isOne();
  }

  @Test
  void whoAnswersThatAPlaceIsKeptKeepsOneWhenTheTimeOfTheOneBeforeIsJustOver() {
    UUID service = providers.service();
    UUID capacity = hana.beds(service, 1);
    UUID referral = providers.accepted(service, 1).getFirst();
    hana.ask(capacity, referral, "PT2H").isCreated();
    coalition
        .answer(referral, Map.of("step", "intake-scheduled", "intakeAt", coalition.muchLater()))
        .isOk();
    coalition.clock().advance(Duration.ofHours(3));

    hana.answer(referral, "hold-granted", null);
    sweeping.sweep();

    assertThat(hana.own(capacity, "held")).isOne();
  }

  @Test
  void aPlaceThatSomebodyWasSaidToHaveComeToIsOpenAgainWhenTheyDidNot() {
    UUID service = providers.service();
    UUID capacity = hana.beds(service, 2);
    List<UUID> referrals = providers.accepted(service, 2);
    UUID hold = hana.ask(capacity, referrals.getFirst()).isCreated().id();
    hana.ask(capacity, referrals.getLast()).isCreated();
    referrals.forEach(each -> hana.answer(each, "attended", null));
    assertThat(hana.own(capacity, "taken")).isEqualTo(2);

    hana.answer(referrals.getFirst(), "cancelled", "did-not-arrive");

    assertThat(hana.own(capacity, "taken")).isOne();
    assertThat(hana.own(capacity, "open")).isOne();
    assertThat(
            coalition
                .hana()
                .get("/api/capacity/{id}/holds/{hold}", capacity, hold)
                .send()
                .isOk()
                .at("/endedAs"))
        .isEqualTo("no-show");
    // What is said anew has all who came in it already, and who did not.
    coalition
        .hana()
        .put("/api/capacity/{id}", capacity)
        .ifMatch(0)
        .body(CapacityIT.places(2, 2))
        .send()
        .isOk();
    UUID later = providers.accepted(service, 1).getFirst();
    hana.ask(capacity, later).isCreated();
    hana.answer(later, "attended", null);
    hana.answer(referrals.getLast(), "cancelled", "did-not-arrive");
    assertThat(hana.own(capacity, "taken")).isOne();
  }

  @Test
  void aPlaceThatIsKeptIsKeptLongerWhenThatIsSaid() {
    UUID service = providers.service();
    UUID capacity = hana.beds(service, 1);
    UUID referral = providers.accepted(service, 1).getFirst();
    Answer hold = hana.ask(capacity, referral, "PT2H").isCreated();
    coalition.clock().advance(Duration.ofHours(1));
    assertThat(hana.ask(capacity, referral).isCreated().at("/until")).isEqualTo(hold.at("/until"));

    Answer longer = hana.ask(capacity, referral, "PT20H").isCreated();

    assertThat(longer.id()).isEqualTo(hold.id());
    assertThat(
            Duration.between(Instant.parse(hold.at("/until")), Instant.parse(longer.at("/until"))))
        .isBetween(Duration.ofHours(19).minusSeconds(1), Duration.ofHours(19).plusMinutes(2));
    coalition.clock().advance(Duration.ofHours(19));
    sweeping.sweep();
    assertThat(hana.own(capacity, "held")).isOne();
    coalition.clock().advance(Duration.ofHours(2));
    sweeping.sweep();
    assertThat(hana.own(capacity, "held")).isZero();
    hana.ask(capacity, referral, "PT20H").isCreated();
    hana.ask(capacity, referral, "P900D").isProblem(422, "capacity-deficient");
  }

  @Test
  void requestersCancellationFreesThePlaceOnceTheProviderMayKnowOfIt() {
    UUID service = providers.service();
    UUID capacity = hana.beds(service, 1);
    UUID referral = providers.accepted(service, 1).getFirst();
    hana.ask(capacity, referral).isCreated();
    Answer seen = coalition.requesterSees(referral, "hold-granted");
    Coalition.DOOR.down();
    cancel(seen);
    assertThat(hana.own(capacity, "held")).isOne();

    coalition.doorIsBack();
    Eventually.get(() -> hana.own(capacity, "held"), held -> held == 0);
  }

  @Test
  void aPlaceThatCannotBeFreedKeepsNoOtherBackAndIsFreedOnceItCan() {
    UUID service = providers.service();
    UUID stuck = hana.beds(service, 1);
    UUID first = providers.accepted(service, 1).getFirst();
    UUID elsewhere = providers.service();
    UUID free = hana.beds(elsewhere, 1);
    UUID second = providers.accepted(elsewhere, 1).getFirst();
    hana.ask(stuck, first).isCreated();
    hana.ask(free, second).isCreated();
    Answer firstSeen = coalition.requesterSees(first, "hold-granted");
    Answer secondSeen = coalition.requesterSees(second, "hold-granted");
    held(stuck, 0);
    Coalition.DOOR.down();
    cancel(firstSeen);
    cancel(secondSeen);
    coalition.doorIsBack();

    Eventually.get(() -> hana.own(free, "held"), held -> held == 0);
    held(stuck, 1);
    Eventually.get(() -> hana.own(stuck, "held"), held -> held == 0);
  }

  private void cancel(Answer seen) {
    coalition
        .maya()
        .post("/api/referrals/{id}/cancellation", seen.id())
        .ifMatch(seen)
        .body(Map.of("reason", "need-met-elsewhere"))
        .send()
        .isOk();
  }

  private void release(UUID capacity, UUID hold) {
    releasing(capacity, hold).isOk();
  }

  private Answer releasing(UUID capacity, UUID hold) {
    return coalition.hana().post("/api/capacity/{id}/holds/{hold}/release", capacity, hold).send();
  }

  /** Past the service, which counts right. */
  private void held(UUID capacity, int places) {
    asHarborlight(
        () ->
            jdbc.sql("update capacity set held = ? where id = ?")
                .params(places, capacity)
                .update());
  }

  private <T> T asHarborlight(Supplier<T> work) {
    return AgencyScope.as(HARBORLIGHT).call(() -> transactions.inTransaction(work));
  }
}
