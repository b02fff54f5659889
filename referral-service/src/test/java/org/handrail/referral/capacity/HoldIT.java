package org.handrail.referral.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.Role;
import org.handrail.platform.deadline.Sweeping;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.scope.AgencyScope;
import org.handrail.platform.scope.Transactions;
import org.handrail.referral.fixtures.Coalition;
import org.handrail.referral.fixtures.Eventually;
import org.handrail.referral.fixtures.Providers;
import org.handrail.referral.fixtures.ReferralServiceIT;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

@ReferralServiceIT
class HoldIT {
  private static final AgencyId HARBORLIGHT = new AgencyId("harborlight");

  private final Coalition coalition;
  private final Providers providers;
  private final Sweeping sweeping;
  private final Transactions transactions;
  private final JdbcClient jdbc;

  HoldIT(
      Coalition coalition,
      Providers providers,
      Sweeping sweeping,
      Transactions transactions,
      JdbcClient jdbc) {
    this.coalition = coalition;
    this.providers = providers;
    this.sweeping = sweeping;
    this.transactions = transactions;
    this.jdbc = jdbc;
  }

  @BeforeEach
  void atRest() {
    coalition.atRest();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7})
  @Proves("DIR-2")
  void ofHundredsWhoWantAPlaceAtOnceEachFreeOneIsGivenOnce(int beds) throws Exception {
    UUID service = providers.service();
    UUID capacity = beds(service, beds);
    List<UUID> referrals = providers.accepted(service, 300);

    List<Answer> answers = together(referrals.stream().map(r -> asking(capacity, r)).toList());

    assertThat(answers.stream().filter(a -> a.status() == 201)).hasSize(beds);
    assertThat(answers.stream().filter(a -> a.status() != 201))
        .hasSize(300 - beds)
        .allSatisfy(a -> a.isProblem(409, "no-place-free"));
    assertThat(places(capacity)).hasSize(beds).doesNotHaveDuplicates();
    assertThat(own(capacity, "held")).isEqualTo(beds);
    assertThat(own(capacity, "open")).isZero();
  }

  @Test
  void referralHasOnePlaceHoweverOftenItIsAskedFor() throws Exception {
    UUID service = providers.service();
    UUID capacity = beds(service, 5);
    UUID referral = providers.accepted(service, 1).getFirst();

    List<Answer> answers =
        together(Stream.generate(() -> asking(capacity, referral)).limit(20).toList());

    assertThat(answers).allSatisfy(Answer::isCreated);
    assertThat(answers.stream().map(Answer::id).distinct()).hasSize(1);
    assertThat(own(capacity, "held")).isOne();
    assertThat(steps(referral)).containsOnlyOnce("hold-granted");
  }

  @Test
  void databaseKeepsNoPlaceTwiceWhateverTheServiceDoes() {
    UUID service = providers.service();
    UUID capacity = beds(service, 2);
    List<UUID> referrals = providers.accepted(service, 2);
    ask(capacity, referrals.getFirst()).isCreated();

    assertThatThrownBy(
            () ->
                AgencyScope.as(HARBORLIGHT)
                    .run(
                        () ->
                            transactions.run(
                                () ->
                                    jdbc.sql(
                                            """
                                            insert into capacity_hold (id, agency, capacity_id, referral_id, place, state,
                                              granted_at, granted_by, until)
                                            values (gen_random_uuid(), 'harborlight', ?, ?, 1, 'active', now(), 'x',
                                              now() + interval '1 hour')
                                            """)
                                        .params(capacity, referrals.getLast())
                                        .update())))
        .isInstanceOf(DataIntegrityViolationException.class)
        .hasMessageContaining("capacity_hold_of_place");
  }

  @Test
  void requesterHearsOfItThroughTheDoor() {
    UUID service = providers.service();
    UUID referral = providers.accepted(service, 1).getFirst();
    Coalition.DOOR.down();
    ask(beds(service, 1), referral).isCreated();

    assertThat(status(referral)).isEqualTo("acknowledged");
    Coalition.DOOR.up();
    coalition.clock().advance(Duration.ofMinutes(1));
    coalition.requesterSees(referral, "hold-granted");
    assertThat(
            Coalition.DOOR
                .asked()
                .getLast()
                .body()
                .at("/content/referral-status/businessStatus")
                .asString())
        .isEqualTo("hold-granted");
  }

  @Test
  @Proves("P2-APP-2")
  void nobodyElseSeesAPlaceKeptNorTakenWhenTheDoorSaysNothing() {
    Coalition.DOOR.closesTheWayBack("consent-missing");
    UUID service = providers.service();
    UUID capacity = beds(service, 2);
    List<UUID> referrals = providers.accepted(service, 2);
    coalition.clock().set(coalition.clock().instant());
    Answer before = coalition.maya().get("/api/capacity/{id}", capacity).send().isOk();
    String seen =
        coalition.maya().get("/api/referrals/{id}", referrals.getFirst()).send().isOk().text();

    referrals.forEach(referral -> ask(capacity, referral).isCreated());
    answer(referrals.getFirst(), "attended", null);
    Eventually.get(() -> Coalition.DOOR.asked().size(), asked -> asked >= 3);

    Answer after = coalition.maya().get("/api/capacity/{id}", capacity).send().isOk();
    assertThat(after.text()).isEqualTo(before.text());
    assertThat(after.etag()).isEqualTo(before.etag());
    assertThat(coalition.maya().get("/api/referrals/{id}", referrals.getFirst()).send().text())
        .isEqualTo(seen);
    coalition
        .maya()
        .get("/api/capacity/{id}/holds", capacity)
        .send()
        .isProblem(403, "role-not-allowed");
    coalition
        .as("ines", "hillcrest", Role.INTAKE_COORDINATOR)
        .get("/api/capacity/{id}/holds", capacity)
        .send()
        .isNotFound();
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
    UUID capacity = beds(service, 1);
    UUID referral = providers.accepted(service, 1).getFirst();
    ask(capacity, referral).isCreated();

    answer(referral, step, reason);

    assertThat(own(capacity, "held")).isEqualTo(held);
    assertThat(own(capacity, "taken")).isEqualTo(taken);
  }

  @Test
  void placeIsOpenAgainWhenItsTimeIsOver() {
    UUID service = providers.service();
    UUID capacity = beds(service, 1);
    List<UUID> referrals = providers.accepted(service, 2);
    UUID hold = ask(capacity, referrals.getFirst()).isCreated().id();
    ask(capacity, referrals.getLast()).isProblem(409, "no-place-free");

    coalition.clock().advance(Duration.ofHours(23));
    sweeping.sweep();
    ask(capacity, referrals.getLast()).isProblem(409, "no-place-free");
    coalition.clock().advance(Duration.ofHours(2));
    sweeping.sweep();

    ask(capacity, referrals.getLast()).isCreated();
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
    UUID capacity = beds(service, 1);
    UUID referral = providers.accepted(service, 1).getFirst();
    Answer hold =
        coalition
            .hana()
            .post("/api/capacity/{id}/holds", capacity)
            .body(Map.of("referralId", referral, "holdFor", "PT90H"))
            .send()
            .isCreated();
    assertThat(
            Duration.between(
                Instant.parse(hold.at("/grantedAt")), Instant.parse(hold.at("/until"))))
        .isBetween(Duration.ofHours(24).minusSeconds(1), Duration.ofHours(24).plusSeconds(1));

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
    assertThat(own(capacity, "open")).isOne();
  }

  @Test
  void requestersCancellationFreesThePlaceOnceTheProviderMayKnowOfIt() {
    UUID service = providers.service();
    UUID capacity = beds(service, 1);
    UUID referral = providers.accepted(service, 1).getFirst();
    ask(capacity, referral).isCreated();
    Answer seen = coalition.requesterSees(referral, "hold-granted");
    Coalition.DOOR.down();
    coalition
        .maya()
        .post("/api/referrals/{id}/cancellation", referral)
        .ifMatch(seen)
        .body(Map.of("reason", "need-met-elsewhere"))
        .send()
        .isOk();
    assertThat(own(capacity, "held")).isOne();

    Coalition.DOOR.up();
    coalition.clock().advance(Duration.ofMinutes(1));
    Eventually.get(() -> own(capacity, "held"), held -> held == 0);
  }

  @Test
  void providerMayHaveSomePlacesGrantedOnAcceptance() {
    UUID service = providers.service();
    UUID capacity =
        coalition
            .hana()
            .post("/api/capacity")
            .body(
                Map.of(
                    "serviceId",
                    service,
                    "unit",
                    "bed",
                    "places",
                    Map.of("total", 3, "free", 3, "holdsAtOnce", 1)))
            .send()
            .isCreated()
            .id();
    List<UUID> referrals = providers.delivered(service, 2);

    answer(referrals.getFirst(), "accepted", null);
    answer(referrals.getLast(), "accepted", null);

    assertThat(steps(referrals.getFirst())).contains("hold-granted");
    assertThat(steps(referrals.getLast())).doesNotContain("hold-granted");
    assertThat(own(capacity, "held")).isOne();
  }

  @Test
  void answerThatAPlaceIsKeptKeepsOne() {
    UUID service = providers.service();
    UUID capacity = beds(service, 1);
    List<UUID> referrals = providers.accepted(service, 2);

    answer(referrals.getFirst(), "hold-granted", null);

    assertThat(own(capacity, "held")).isOne();
    coalition
        .answer(referrals.getLast(), Map.of("step", "hold-granted"))
        .isProblem(409, "no-place-free");
  }

  @Test
  void placesAreKeptForOnesOwnReferralsToThatServiceOnly() {
    UUID service = providers.service();
    UUID capacity = beds(service, 1);
    ask(capacity, UUID.randomUUID()).isNotFound();
    ask(capacity, providers.accepted(providers.service(), 1).getFirst()).isNotFound();
    ask(UUID.randomUUID(), providers.accepted(service, 1).getFirst()).isNotFound();
    ask(capacity, providers.delivered(service, 1).getFirst()).isProblem(409, "step-not-allowed");
    assertThat(own(capacity, "held")).isZero();
  }

  private UUID beds(UUID service, int free) {
    return coalition
        .hana()
        .post("/api/capacity")
        .body(CapacityIT.first(service, "bed", free, free))
        .send()
        .isCreated()
        .id();
  }

  private Answer ask(UUID capacity, UUID referral) {
    return coalition
        .hana()
        .post("/api/capacity/{id}/holds", capacity)
        .body(Map.of("referralId", referral))
        .send();
  }

  private Callable<Answer> asking(UUID capacity, UUID referral) {
    return () -> ask(capacity, referral);
  }

  private static List<Answer> together(List<Callable<Answer>> all) throws Exception {
    try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers = new ArrayList<Answer>();
      for (var answer : people.invokeAll(all)) {
        answers.add(answer.get());
      }
      return answers;
    }
  }

  private void answer(UUID referral, String step, @Nullable String reason) {
    coalition
        .answer(
            referral,
            reason == null ? Map.of("step", step) : Map.of("step", step, "reason", reason))
        .isOk();
  }

  private int own(UUID capacity, String what) {
    return coalition
        .hana()
        .get("/api/capacity/{id}", capacity)
        .send()
        .isOk()
        .json()
        .at("/own/" + what)
        .asInt(-1);
  }

  private String status(UUID referral) {
    return coalition
        .maya()
        .get("/api/referrals/{id}", referral)
        .send()
        .isOk()
        .at("/businessStatus");
  }

  private List<String> steps(UUID referral) {
    return coalition
        .hana()
        .get("/api/referrals/{id}", referral)
        .send()
        .isOk()
        .json()
        .at("/history")
        .valueStream()
        .map(item -> item.path("step").asString())
        .toList();
  }

  private List<Integer> places(UUID capacity) {
    return AgencyScope.as(HARBORLIGHT)
        .call(
            () ->
                transactions.reading(
                    () ->
                        jdbc.sql(
                                "select place from capacity_hold where capacity_id = ? and state ="
                                    + " 'active'")
                            .param(capacity)
                            .query(Integer.class)
                            .list()));
  }
}
