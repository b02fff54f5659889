package org.handrail.referral.opening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.referral.opening.MayasOpenings.claim;
import static org.handrail.referral.opening.MayasOpenings.offer;
import static org.handrail.referral.opening.MayasOpenings.offered;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.TokenIssuer;
import org.handrail.platform.scope.AgencyScope;
import org.handrail.platform.scope.Transactions;
import org.handrail.referral.fixtures.Askings;
import org.handrail.referral.fixtures.Coalition;
import org.handrail.referral.fixtures.DoorServer;
import org.handrail.referral.fixtures.Eventually;
import org.handrail.referral.fixtures.Providers;
import org.handrail.referral.fixtures.ReferralServiceIT;
import org.handrail.referral.fixtures.TakenBack;
import org.handrail.referral.fixtures.Together;
import org.handrail.referral.opening.MayasOpenings.AtBoth;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@ReferralServiceIT
class ClaimingIT {
  private static final DoorServer DOOR = Coalition.DOOR;

  private final Coalition coalition;
  private final Providers providers;
  private final MayasOpenings maya;
  private final Transactions transactions;
  private final JdbcClient jdbc;

  ClaimingIT(Coalition coalition, Providers providers, Transactions transactions, JdbcClient jdbc) {
    this.coalition = coalition;
    this.providers = providers;
    this.transactions = transactions;
    this.jdbc = jdbc;
    maya = new MayasOpenings(coalition);
  }

  @AfterEach
  void theDoorKnowsThemAgain() {
    DOOR.reset();
  }

  @BeforeEach
  void atRest() {
    coalition.atRest();
  }

  @Test
  void aPlaceThatClosedEndsItForNoOther() {
    UUID closing = providers.service();
    UUID other = providers.service();
    providers.runs("hillcrest", other);
    UUID id = opened(List.of(closing, other));
    UUID atClosing = offered(coalition.hana());
    UUID atOther = offered(coalition.hilda());
    providers.closes(closing);

    claim(coalition.hana(), atClosing).isProblem(409, "opening-gone");

    claim(coalition.hilda(), atOther).isOk();
    coalition.requesterSees(maya.referral(id), "delivered");
  }

  @Test
  void whenEveryPlaceClosedWhoOpenedItIsTold() {
    UUID closing = providers.service();
    UUID id = opened(List.of(closing));
    UUID atClosing = offered(coalition.hana());
    providers.closes(closing);

    claim(coalition.hana(), atClosing).isProblem(409, "opening-gone");

    assertThat(Askings.about(id, 1))
        .containsExactly("riverbend opening-places-closed " + TokenIssuer.subject("maya").value());
  }

  private UUID opened(List<UUID> places) {
    String need = "need-" + UUID.randomUUID();
    providers.term(need);
    UUID set = coalition.options().present(coalition.client(), need, places).isCreated().id();
    return maya.open(coalition.ranked(set, places)).isCreated().id();
  }

  @Test
  void whoClaimsItIsToldThroughTheDoorAndTheOthersThatItIsGone() {
    AtBoth opening = maya.openAtBoth(coalition.client());
    claim(coalition.hilda(), opening.hillcrests()).isOk();
    claim(coalition.hana(), opening.harborlights()).isProblem(409, "opening-gone");

    UUID referral = maya.referral(opening.id());
    assertThat(coalition.requesterSees(referral, "delivered").at("/receiver"))
        .isEqualTo("hillcrest");
    coalition.hilda().get("/api/referrals/{id}", referral).send().isOk();
    coalition.hana().get("/api/referrals/{id}", referral).send().isNotFound();
    assertThat(offer(coalition.hana(), opening.harborlights()).text())
        .isEqualTo("{\"id\":\"" + opening.harborlights() + "\",\"state\":\"gone\"}");
    assertThat(coalition.hana().get("/api/referrals/openings/offers").send().text())
        .doesNotContain(opening.harborlights().toString());
    assertThat(DOOR.asked())
        .extracting(asked -> asked.body().path("recipient").asString())
        .containsExactly("hillcrest");
  }

  @Test
  void placesOfAChoiceAreAskedOnceAtATime() throws Exception {
    UUID set = coalition.ranked(coalition.client());
    List<Answer> answers = Together.of(() -> maya.open(set), () -> maya.open(set));
    assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(201, 409);
    maya.open(set).isProblem(409, "opening-under-way");

    for (Answer opening : answers) {
      if (opening.status() == 201) {
        maya.withdraw(opening.id()).isOk();
      }
    }
    UUID anew = maya.open(set).isCreated().id();
    maya.withdraw(anew).isOk();
  }

  @Test
  void ofClaimsAtTheSameTimeExactlyOneWins() throws Exception {
    for (int round = 0; round < 15; round++) {
      AtBoth opening = maya.openAtBoth(coalition.client());
      List<Integer> answers =
          Together.of(
              () -> claim(coalition.hana(), opening.harborlights()).status(),
              () -> claim(coalition.hilda(), opening.hillcrests()).status(),
              () -> claim(coalition.hana(), opening.harborlights()).status(),
              () -> claim(coalition.hilda(), opening.hillcrests()).status());

      assertThat(answers).filteredOn(status -> status == 200).hasSize(1);
      assertThat(answers).containsOnly(200, 409);
      maya.referral(opening.id());
    }
    Eventually.get(DOOR::asked, asked -> asked.size() == 15);
    assertThat(DOOR.asked()).extracting(DoorServer.Asked::referral).doesNotHaveDuplicates();
  }

  @Test
  void aClaimAndAWithdrawalAtTheSameTimeNeverHoldEachOtherUp() throws Exception {
    for (int round = 0; round < 15; round++) {
      AtBoth opening = maya.openAtBoth(coalition.client());
      List<Integer> answers =
          Together.of(
              () -> claim(coalition.hana(), opening.harborlights()).status(),
              () -> maya.withdraw(opening.id()).status(),
              () -> claim(coalition.hilda(), opening.hillcrests()).status());

      assertThat(answers).containsOnly(200, 409).filteredOn(status -> status == 200).hasSize(1);
    }
  }

  @Test
  void refusalAtTheClaimIsATaskForTheRequesterAndSaysNothingToTheClaimant() {
    Answer opening = maya.open(coalition.ranked(coalition.client())).isCreated();
    UUID atHillcrest = offered(coalition.hilda());
    DOOR.holds();
    claim(coalition.hilda(), atHillcrest).isOk();
    DOOR.denies("consent-revoked");
    DOOR.answerNow();
    UUID referral = maya.referral(opening.id());
    Eventually.get(
        () -> coalition.maya().get("/api/referrals/{id}", referral).send(),
        a -> a.at("/attention").equals("consent-revoked"));

    coalition.hilda().get("/api/referrals/{id}", referral).send().isNotFound();
    assertThat(offer(coalition.hilda(), atHillcrest).at("/state")).isEqualTo("claimed");
  }

  @Test
  @Proves("P2-RGT-1")
  void whatARestrictionShutsOutMeanwhileIsGoneForThatPlaceAlone() {
    AtBoth opening = maya.openAtBoth(coalition.client());
    DOOR.restricts("harborlight");
    claim(coalition.hana(), opening.harborlights()).isProblem(409, "opening-gone");
    assertThat(offer(coalition.hana(), opening.harborlights()).text())
        .isEqualTo("{\"id\":\"" + opening.harborlights() + "\",\"state\":\"gone\"}");
    assertThat(maya.show(opening.id()).json().at("/ended").asBoolean()).isFalse();

    DOOR.denies("consent-restricted");
    claim(coalition.hilda(), opening.hillcrests()).isProblem(409, "opening-gone");
    assertThat(maya.show(opening.id()).json().at("/ended").asBoolean()).isTrue();
    assertThat(Askings.about(opening.id(), 1).getFirst()).startsWith("riverbend opening-stopped ");
    assertThat(DOOR.asked()).isEmpty();
  }

  @Test
  void whileTheDoorCannotBeAskedItCanBeClaimedAndTheSendingWaits() {
    Answer opening = maya.open(coalition.ranked(coalition.client())).isCreated();
    UUID atHillcrest = offered(coalition.hilda());
    DOOR.down();
    claim(coalition.hilda(), atHillcrest).isOk();
    UUID referral = maya.referral(opening.id());
    coalition.doorIsBack();
    coalition.requesterSees(referral, "delivered");
  }

  @Test
  void withdrawnItIsGoneForAll() {
    Answer opening = maya.open(coalition.ranked(coalition.client())).isCreated();
    UUID atHarborlight = offered(coalition.hana());
    Answer withdrawn =
        coalition
            .maya()
            .post("/api/referrals/openings/{id}/withdrawal", opening.id())
            .send()
            .isOk();

    assertThat(withdrawn.json().at("/ended").asBoolean()).isTrue();
    claim(coalition.hana(), atHarborlight).isProblem(409, "opening-gone");
    assertThat(offer(coalition.hana(), atHarborlight).at("/state")).isEqualTo("gone");
    assertThat(DOOR.asked()).isEmpty();
  }

  @Test
  @Proves("P2-REV-1")
  void revocationTakesOffersBack() {
    UUID client = coalition.client();
    AtBoth opening = maya.openAtBoth(client);
    revoke(client, "harborlight");
    Eventually.get(
        () -> offer(coalition.hana(), opening.harborlights()), a -> a.at("/state").equals("gone"));
    assertThat(offer(coalition.hilda(), opening.hillcrests()).at("/state")).isEqualTo("open");
    revoke(client, "hillcrest");
    Eventually.get(() -> maya.show(opening.id()), a -> a.json().at("/ended").asBoolean());

    claim(coalition.hilda(), opening.hillcrests()).isProblem(409, "opening-gone");
    assertThat(Askings.about(opening.id(), 1).getFirst()).startsWith("riverbend opening-stopped ");
  }

  @Test
  @Proves("P2-REV-1")
  void whatIsTakenBackFromOthersLeavesOffersAlone() {
    UUID client = coalition.client();
    AtBoth opening = maya.openAtBoth(client);
    TakenBack.whole(client, "samhsa").tell(coalition.clock().instant());
    TakenBack.whole(client, "harborlight").tell(coalition.clock().instant());
    Eventually.get(
        () -> offer(coalition.hana(), opening.harborlights()), a -> a.at("/state").equals("gone"));

    assertThat(offer(coalition.hilda(), opening.hillcrests()).at("/state")).isEqualTo("open");
    assertThat(maya.show(opening.id()).json().at("/ended").asBoolean()).isFalse();
  }

  @Test
  void whatWasOpenedBySomebodyWhoLeftIsClaimedInTheNameOfWhoeverIsThere() {
    UUID client = coalition.client();
    Answer opening = maya.open(coalition.ranked(client)).isCreated();
    UUID atHarborlight = offered(coalition.hana());
    coalition.handsOverTo("paul", client);
    DOOR.doesNotKnow(TokenIssuer.subject("maya"));

    claim(coalition.hana(), atHarborlight).isOk();

    Answer ended =
        Eventually.get(
            () -> coalition.paul().get("/api/referrals/openings/{id}", opening.id()).send(),
            a -> !a.at("/referralId").isEmpty());
    UUID referral = UUID.fromString(ended.at("/referralId"));
    Eventually.get(
        () -> coalition.paul().get("/api/referrals/{id}", referral).send(),
        a -> a.at("/businessStatus").equals("delivered"));
    assertThat(Askings.about(referral, 1))
        .containsExactly("riverbend opening-claimed " + TokenIssuer.subject("paul").value());
  }

  @Test
  void anOfferStaysWhileOnlyTheDoorKnowsWhoLeftAndGoesOnceSomebodyIsThere() {
    UUID client = coalition.client();
    Answer opening = maya.open(coalition.ranked(client)).isCreated();
    UUID atHarborlight = offered(coalition.hana());
    DOOR.doesNotKnow(TokenIssuer.subject("maya"));

    claim(coalition.hana(), atHarborlight).isOk();

    UUID referral = maya.referral(opening.id());
    Eventually.get(DOOR::turnedAway, those -> !those.isEmpty());
    coalition.handsOverTo("paul", client);
    coalition.clock().advance(Duration.ofMinutes(10));
    Eventually.get(
        () -> coalition.paul().get("/api/referrals/{id}", referral).send(),
        a -> a.at("/businessStatus").equals("delivered"));
  }

  @Test
  void aRevocationThatIsHeardLateLeavesWhatWasOpenedSince() {
    UUID client = coalition.client();
    AtBoth opening = maya.openAtBoth(client);
    UUID key = UUID.randomUUID();
    TakenBack.from(key, client, "harborlight")
        .tell(coalition.clock().instant().minus(Duration.ofMinutes(5)));
    // What is told under one key is heard in its order.
    TakenBack.from(key, client, "hillcrest").tell(coalition.clock().instant());
    Eventually.get(
        () -> offer(coalition.hilda(), opening.hillcrests()), a -> a.at("/state").equals("gone"));

    assertThat(offer(coalition.hana(), opening.harborlights()).at("/state")).isEqualTo("open");
  }

  private void revoke(UUID client, String recipient) {
    TakenBack.from(UUID.randomUUID(), client, recipient).tell(coalition.clock().instant());
  }

  @Test
  void aClaimThatCannotBeSettledHoldsUpNoOther() {
    AtBoth stuck = maya.openAtBoth(coalition.client());
    AtBoth other = maya.openAtBoth(coalition.client());
    asRiverbend(
        () -> {
          // Past the service, which knows what it stores; whoever claims reads what was before.
          needs(stuck.id(), "nothing-known");
          claim(coalition.hana(), stuck.harborlights()).isOk();
          claim(coalition.hana(), other.harborlights()).isOk();
        });

    coalition.requesterSees(maya.referral(other.id()), "delivered");
    asRiverbend(() -> needs(stuck.id(), "contact"));
    coalition.requesterSees(maya.referral(stuck.id()), "delivered");
  }

  private void asRiverbend(Runnable work) {
    AgencyScope.as(new AgencyId("riverbend")).run(() -> transactions.run(work));
  }

  private void needs(UUID opening, String category) {
    jdbc.sql("update opening set required = array[?] where id = ?")
        .params(category, opening)
        .update();
  }
}
