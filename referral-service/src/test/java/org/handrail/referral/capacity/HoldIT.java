package org.handrail.referral.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.TokenIssuer;
import org.handrail.platform.scope.AgencyScope;
import org.handrail.platform.scope.Transactions;
import org.handrail.referral.fixtures.Askings;
import org.handrail.referral.fixtures.Coalition;
import org.handrail.referral.fixtures.Eventually;
import org.handrail.referral.fixtures.Providers;
import org.handrail.referral.fixtures.ReferralServiceIT;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

@ReferralServiceIT
class HoldIT {
  private static final AgencyId HARBORLIGHT = new AgencyId("harborlight");

  private final Coalition coalition;
  private final Providers providers;
  private final HanasPlaces hana;
  private final Transactions transactions;
  private final JdbcClient jdbc;

  HoldIT(Coalition coalition, Providers providers, Transactions transactions, JdbcClient jdbc) {
    this.coalition = coalition;
    this.providers = providers;
    hana = new HanasPlaces(coalition);
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
    UUID capacity = hana.beds(service, beds);
    List<UUID> referrals = providers.accepted(service, 300);

    List<Answer> answers = together(referrals.stream().map(r -> asking(capacity, r)).toList());

    assertThat(answers.stream().filter(a -> a.status() == 201)).hasSize(beds);
    assertThat(answers.stream().filter(a -> a.status() != 201))
        .hasSize(300 - beds)
        .allSatisfy(a -> a.isProblem(409, "no-place-free"));
    assertThat(places(capacity)).hasSize(beds).doesNotHaveDuplicates();
    assertThat(hana.own(capacity, "held")).isEqualTo(beds);
    assertThat(hana.own(capacity, "open")).isZero();
  }

  @Test
  void referralHasOnePlaceHoweverOftenItIsAskedFor() throws Exception {
    UUID service = providers.service();
    UUID capacity = hana.beds(service, 5);
    UUID referral = providers.accepted(service, 1).getFirst();

    List<Answer> answers =
        together(Stream.generate(() -> asking(capacity, referral)).limit(20).toList());

    assertThat(answers).allSatisfy(Answer::isCreated);
    assertThat(answers.stream().map(Answer::id).distinct()).hasSize(1);
    assertThat(hana.own(capacity, "held")).isOne();
    assertThat(hana.steps(referral)).containsOnlyOnce("hold-granted");
  }

  @Test
  void databaseKeepsNoPlaceTwiceWhateverTheServiceDoes() {
    UUID service = providers.service();
    UUID capacity = hana.beds(service, 2);
    List<UUID> referrals = providers.accepted(service, 2);
    hana.ask(capacity, referrals.getFirst()).isCreated();

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
  void providerMayHaveSomePlacesGrantedOnAcceptance() {
    UUID service = providers.service();
    UUID capacity = hana.keptAtOnce(service, "bed");
    List<UUID> referrals = providers.delivered(service, 2);

    hana.answer(referrals.getFirst(), "accepted", null);
    hana.answer(referrals.getLast(), "accepted", null);

    assertThat(hana.steps(referrals.getFirst())).contains("hold-granted");
    assertThat(hana.steps(referrals.getLast())).doesNotContain("hold-granted");
    assertThat(hana.own(capacity, "held")).isOne();
  }

  @Test
  void whoAcceptsWhereSeveralKindsOfPlacesAreGivenIsAskedToKeepOne() {
    UUID service = providers.service();
    for (String unit : List.of("bed", "slot")) {
      hana.keptAtOnce(service, unit);
    }
    UUID referral = providers.delivered(service, 1).getFirst();

    hana.answer(referral, "accepted", null);

    assertThat(hana.steps(referral)).endsWith("accepted");
    assertThat(Askings.about(referral, 1))
        .containsExactly("harborlight hold-place-not-named " + TokenIssuer.subject("hana").value());
  }

  @Test
  void answerThatAPlaceIsKeptKeepsOne() {
    UUID service = providers.service();
    UUID capacity = hana.beds(service, 1);
    List<UUID> referrals = providers.accepted(service, 2);

    hana.answer(referrals.getFirst(), "hold-granted", null);

    assertThat(hana.own(capacity, "held")).isOne();
    coalition
        .answer(referrals.getLast(), Map.of("step", "hold-granted"))
        .isProblem(409, "no-place-free");
  }

  @Test
  void placesAreKeptForOnesOwnReferralsToThatServiceOnly() {
    UUID service = providers.service();
    UUID capacity = hana.beds(service, 1);
    hana.ask(capacity, UUID.randomUUID()).isNotFound();
    hana.ask(capacity, providers.accepted(providers.service(), 1).getFirst()).isNotFound();
    hana.ask(UUID.randomUUID(), providers.accepted(service, 1).getFirst()).isNotFound();
    hana.ask(capacity, providers.delivered(service, 1).getFirst())
        .isProblem(409, "step-not-allowed");
    assertThat(hana.own(capacity, "held")).isZero();
  }

  @Test
  void forWhoHasArrivedNoPlaceIsKeptWhetherOneIsFreeOrNot() {
    UUID service = providers.service();
    UUID capacity = hana.beds(service, 1);
    List<UUID> referrals = providers.accepted(service, 2);
    hana.ask(capacity, referrals.getFirst()).isCreated();
    hana.answer(referrals.getLast(), "attended", null);

    hana.ask(capacity, referrals.getLast()).isProblem(409, "step-not-allowed");
  }

  /** Once more where the service has too much to do at that moment, as it says. */
  private Callable<Answer> asking(UUID capacity, UUID referral) {
    return () -> Eventually.get(() -> hana.ask(capacity, referral), a -> a.status() != 503);
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
