package org.handrail.referral.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.platform.deadline.Sweeping;
import org.handrail.platform.fixtures.Answer;
import org.handrail.referral.fixtures.Coalition;
import org.handrail.referral.fixtures.Eventually;
import org.handrail.referral.fixtures.Providers;
import org.handrail.referral.fixtures.ReferralServiceIT;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ReferralServiceIT
class HoldEndIT {
  private final Coalition coalition;
  private final Providers providers;
  private final HanasPlaces hana;
  private final Sweeping sweeping;

  HoldEndIT(Coalition coalition, Providers providers, Sweeping sweeping) {
    this.coalition = coalition;
    this.providers = providers;
    hana = new HanasPlaces(coalition);
    this.sweeping = sweeping;
  }

  @BeforeEach
  void atRest() {
    coalition.atRest();
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
    Answer hold = hana.ask(capacity, referral, "PT20H").isCreated();
    assertThat(
            Duration.between(
                Instant.parse(hold.at("/grantedAt")), Instant.parse(hold.at("/until"))))
        .isBetween(Duration.ofHours(20).minusSeconds(1), Duration.ofHours(20).plusSeconds(1));

    coalition
        .hana()
        .post("/api/capacity/{id}/holds/{hold}/release", capacity, hold.id())
        .send()
        .isOk();
    coalition
        .hana()
        .post("/api/capacity/{id}/holds/{hold}/release", capacity, hold.id())
        .send()
        .isProblem(409, "hold-ended");
    assertThat(hana.own(capacity, "open")).isOne();
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
    coalition
        .maya()
        .post("/api/referrals/{id}/cancellation", referral)
        .ifMatch(seen)
        .body(Map.of("reason", "need-met-elsewhere"))
        .send()
        .isOk();
    assertThat(hana.own(capacity, "held")).isOne();

    coalition.doorIsBack();
    Eventually.get(() -> hana.own(capacity, "held"), held -> held == 0);
  }
}
