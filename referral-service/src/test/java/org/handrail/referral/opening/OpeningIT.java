package org.handrail.referral.opening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.referral.opening.MayasOpenings.claim;
import static org.handrail.referral.opening.MayasOpenings.offer;
import static org.handrail.referral.opening.MayasOpenings.offered;
import static org.handrail.referral.opening.MayasOpenings.wanted;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.Role;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.scope.AgencyScope;
import org.handrail.platform.scope.Transactions;
import org.handrail.referral.fixtures.Askings;
import org.handrail.referral.fixtures.Coalition;
import org.handrail.referral.fixtures.DoorServer;
import org.handrail.referral.fixtures.Eventually;
import org.handrail.referral.fixtures.ReferralServiceIT;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@ReferralServiceIT
class OpeningIT {
  private static final DoorServer DOOR = Coalition.DOOR;

  private final Coalition coalition;
  private final MayasOpenings maya;
  private final Transactions transactions;
  private final JdbcClient jdbc;

  OpeningIT(Coalition coalition, Transactions transactions, JdbcClient jdbc) {
    this.coalition = coalition;
    this.transactions = transactions;
    this.jdbc = jdbc;
    maya = new MayasOpenings(coalition);
  }

  @BeforeEach
  void atRest() {
    coalition.atRest();
  }

  @Test
  @Proves("P2-MIN-1")
  void nobodyIsAskedForWhatWhoWouldNotBeToldItOfTheClient() {
    var body = new HashMap<>(wanted(coalition.ranked(coalition.client())));
    body.put("required", List.of("contact"));
    body.put("optional", List.of("referral"));
    coalition
        .maya()
        .post("/api/referrals/openings")
        .body(body)
        .send()
        .isProblem(422, "categories-refused")
        .hasFault("/required", "referral-needed");
  }

  @Test
  @Proves("P2-APP-2")
  void placesOfTheClientsChoiceAreAskedAboutANeedAndNobody() {
    UUID client = coalition.client();
    Answer opening = maya.open(coalition.ranked(client)).isCreated();
    UUID atHarborlight = offered(coalition.hana());

    assertThat(offered(coalition.hilda())).isNotEqualTo(atHarborlight);
    Answer offer = offer(coalition.hana(), atHarborlight).isOk();
    assertThat(offer.at("/need")).isEqualTo("residential-treatment");
    assertThat(offer.at("/area")).isEqualTo("amity-county");
    assertThat(offer.at("/urgency")).isEqualTo("urgent");
    assertThat(offer.text())
        .doesNotContain(client.toString(), opening.id().toString(), "quiet place", "riverbend");
    assertThat(DOOR.asked()).isEmpty();
    assertThat(Askings.about(atHarborlight, 1))
        .containsExactly("harborlight opening-offered intake_coordinator");
  }

  @Test
  @Proves("P2-CON-7")
  void aPlaceReadsTheNeedInTheWordThatTheDoorHasForItAndNoPurpose() {
    List<UUID> real = coalition.residential();
    UUID house = coalition.service("Cedarhouse residence men");
    UUID set =
        coalition
            .options()
            .present(
                coalition.client(),
                "residential-treatment",
                List.of(real.getFirst(), real.getLast(), house),
                Map.of("wishes", Map.of("services", List.of(house))))
            .isCreated()
            .id();
    coalition.options().choose(set, house).isCreated();
    DOOR.tells("cedarhouse", "support");
    Api carl = coalition.as("carl", "cedarhouse", Role.INTAKE_COORDINATOR);
    Answer opening = maya.open(set).isCreated();
    UUID atTheHouse = offered(carl);

    Answer offer = offer(carl, atTheHouse).isOk();
    assertThat(offer.at("/need")).isEqualTo("support");
    assertThat(offer.text()).doesNotContain("treatment");
    claim(carl, atTheHouse).isOk();
    assertThat(offer(carl, atTheHouse).isOk().text()).doesNotContain("treatment");
    UUID referral = maya.referral(opening.id());
    assertThat(coalition.requesterSees(referral, "delivered").at("/purpose")).isEqualTo("TREAT");
    Answer received = carl.get("/api/referrals/{id}", referral).send().isOk();
    assertThat(received.json().has("purpose")).isFalse();
    assertThat(received.text()).doesNotContain("TREAT");
  }

  @Test
  @Proves("P2-CON-7")
  void aHouseIsToldOfHousingAndATreatmentOfTheNeedAsItIs() {
    UUID house = coalition.service("Cedarhouse residence men");
    UUID rooms = coalition.service("Transitional rooms");
    UUID treatment = coalition.residential().getFirst();
    UUID set =
        coalition
            .options()
            .present(
                coalition.client(),
                "recovery-housing",
                List.of(house, rooms, treatment),
                Map.of("wishes", Map.of("services", List.of(treatment))))
            .isCreated()
            .id();
    coalition
        .maya()
        .post("/api/option-sets/{id}/choice", set)
        .body(
            Map.of(
                "serviceId", house, "next", List.of(treatment), "act", coalition.act("in-person")))
        .send()
        .isCreated();
    DOOR.tells("cedarhouse", "housing");
    maya.open(set).isCreated();

    Api carl = coalition.as("carl", "cedarhouse", Role.INTAKE_COORDINATOR);
    assertThat(offer(carl, offered(carl)).isOk().at("/need")).isEqualTo("housing");
    assertThat(offer(coalition.hana(), offered(coalition.hana())).isOk().at("/need"))
        .isEqualTo("recovery-housing");
  }

  @Test
  void aNeedThatTheDirectoryDoesNotHaveIsAskedOfNobody() {
    UUID set = coalition.ranked(coalition.client());
    AgencyScope.as(new AgencyId("riverbend"))
        .run(
            () ->
                transactions.run(
                    () ->
                        jdbc.sql("update option_set set need = 'no-such-need' where id = :id")
                            .param("id", set)
                            .update()));

    Answer refused = maya.open(set).isProblem(400, "invalid").hasFault("/need", "unknown");
    assertThat(refused.text()).contains("residential-treatment");
  }

  @Test
  @Proves("P2-CON-5")
  void onlyPlacesThatAConsentNamesAreAsked() {
    DOOR.knowsConsentsFor("hillcrest", "riverbend");
    UUID set = coalition.ranked(coalition.client());
    Answer opening = maya.open(set).isCreated();
    assertThat(opening.json().at("/asked")).hasSize(1);
    assertThat(opening.at("/asked/0/agency")).isEqualTo("hillcrest");
    DOOR.knowsConsentsFor("cedarhouse");
    maya.open(set).isProblem(409, "no-place-to-ask").hasFault("/optionSetId", "consent-missing");
    DOOR.down();
    maya.open(set).isProblem(503, "unavailable");
  }

  @Test
  @Proves("P2-RGT-1")
  void aPlaceThatARestrictionShutsOutIsNotAskedThoughItsAnswersCouldComeBack() {
    DOOR.restricts("harborlight");
    Answer opening = maya.open(coalition.ranked(coalition.client())).isCreated();
    assertThat(opening.json().at("/asked")).hasSize(1);
    assertThat(opening.at("/asked/0/agency")).isEqualTo("hillcrest");
    DOOR.denies("consent-restricted");
    Answer none =
        maya.open(coalition.ranked(coalition.client()))
            .isProblem(409, "no-place-to-ask")
            .hasFault("/optionSetId", "consent-restricted");
    assertThat(none.json().at("/errors")).hasSize(2);
    assertThat(none.at("/errors/0/detail")).contains("Harborlight");
  }

  @Test
  void whatTheClientTakesBackWhileTheDoorIsAskedIsAskedOfNobody() {
    UUID set = coalition.ranked(coalition.client());
    DOOR.meanwhile(() -> DOOR.restricts("harborlight"));

    UUID opening = maya.open(set).isCreated().id();

    Answer asked = maya.show(opening);
    assertThat(asked.json().at("/asked")).hasSize(2);
    assertThat(asked.at("/asked/0/agency")).isEqualTo("harborlight");
    assertThat(asked.json().at("/asked/0/open").asBoolean()).isFalse();
    assertThat(asked.json().at("/asked/1/open").asBoolean()).isTrue();
  }

  @Test
  void whatCouldNotBeAskedOnceItWasOpenedIsAskedByASweep() {
    var asked = new AtomicInteger();
    DOOR.meanwhile(
        () -> {
          if (asked.incrementAndGet() == 2) {
            DOOR.restricts("harborlight");
            DOOR.down();
          }
        });
    UUID opening = maya.open(coalition.ranked(coalition.client())).isCreated().id();
    assertThat(maya.show(opening).json().at("/asked/0/open").asBoolean()).isTrue();

    DOOR.up();

    Answer judged =
        Eventually.get(
            () -> maya.show(opening), answer -> !answer.json().at("/asked/0/open").asBoolean());
    assertThat(judged.json().at("/asked/1/open").asBoolean()).isTrue();
  }

  @Test
  void whatTheDoorNeverAnswersForKeepsNoOtherOpeningFromBeingJudged() {
    UUID client = coalition.client();
    UUID stuck = openedAndThen(client, () -> DOOR.failsFor(client));
    UUID other =
        openedAndThen(
            coalition.client(),
            () -> {
              DOOR.restricts("harborlight");
              DOOR.down();
            });

    DOOR.up();

    Eventually.get(() -> maya.show(other), answer -> !isOpen(answer));
    assertThat(isOpen(maya.show(stuck))).isTrue();
    assertThat(isJudged(stuck)).isFalse();
    maya.withdraw(stuck).isOk();
    Eventually.get(() -> isJudged(stuck), judged -> judged);
  }

  /** That happens once its places were judged, before they are judged once more. */
  private UUID openedAndThen(UUID client, Runnable what) {
    UUID set = coalition.ranked(client);
    var asked = new AtomicInteger();
    DOOR.meanwhile(
        () -> {
          if (asked.incrementAndGet() == 2) {
            what.run();
          }
        });
    return maya.open(set).isCreated().id();
  }

  private static boolean isOpen(Answer opening) {
    return opening.json().at("/asked/0/open").asBoolean();
  }

  private boolean isJudged(UUID opening) {
    return AgencyScope.as(new AgencyId("riverbend"))
        .<Boolean>call(
            () ->
                transactions.reading(
                    () ->
                        jdbc.sql("select judged from opening where id = ?")
                            .param(opening)
                            .query(Boolean.class)
                            .single()));
  }

  @Test
  void whoSendsItAgainMeanwhileAsksTheDoorNoMoreOnceItIsOpened() {
    UUID set = coalition.ranked(coalition.client());
    String key = UUID.randomUUID().toString();
    DOOR.meanwhile(
        () -> {
          DOOR.meanwhile(() -> {});
          open(set, key).isCreated();
          DOOR.restricts("harborlight");
        });

    Answer again = open(set, key).isCreated();

    assertThat(again.json().at("/asked/0/open").asBoolean()).isTrue();
    assertThat(again.json().at("/asked/1/open").asBoolean()).isTrue();
  }

  @Test
  void whereOnlyTheAnswersCouldNotComeBackThatIsSaid() {
    DOOR.closesTheWayBack("consent-discloser");
    maya.open(coalition.ranked(coalition.client()))
        .isProblem(409, "no-place-to-ask")
        .hasFault("/optionSetId", "way-back-closed");
  }

  @Test
  void aReplayIsAnsweredAsTheFirstWasWithoutAskingTheDoor() {
    UUID set = coalition.ranked(coalition.client());
    String key = UUID.randomUUID().toString();
    UUID first = open(set, key).isCreated().id();
    DOOR.down();

    assertThat(open(set, key).isCreated().id()).isEqualTo(first);
    open(coalition.ranked(coalition.client()), key).isProblem(422, "idempotency-key-reused");
    coalition.paul().post("/api/referrals/openings").key(key).body(wanted(set)).send().isNotFound();
  }

  private Answer open(UUID set, String key) {
    return coalition.maya().post("/api/referrals/openings").key(key).body(wanted(set)).send();
  }

  @Test
  void strangersFindNothing() {
    UUID set = coalition.ranked(coalition.client());
    Answer opening = maya.open(set).isCreated();
    UUID atHarborlight = offered(coalition.hana());
    for (UUID id : List.of(atHarborlight, UUID.randomUUID())) {
      coalition.hilda().get("/api/referrals/openings/offers/{id}", id).send().isNotFound();
      claim(coalition.hilda(), id).isNotFound();
      coalition
          .as("rosa", "riverbend", Role.INTAKE_COORDINATOR)
          .get("/api/referrals/openings/offers/{id}", id)
          .send()
          .isNotFound();
    }
    Api paul = coalition.as("paul", "riverbend", Role.PEER_SPECIALIST);
    for (UUID id : List.of(opening.id(), UUID.randomUUID())) {
      paul.get("/api/referrals/openings/{id}", id).send().isNotFound();
      paul.post("/api/referrals/openings/{id}/withdrawal", id).send().isNotFound();
    }
    paul.post("/api/referrals/openings").body(wanted(set)).send().isNotFound();
    coalition
        .hana()
        .post("/api/referrals/openings")
        .body(wanted(set))
        .send()
        .isProblem(403, "role-not-allowed");
    coalition
        .maya()
        .post("/api/referrals/openings/offers/{id}/claim", atHarborlight)
        .send()
        .isProblem(403, "role-not-allowed");
  }

  @Test
  void areaIsACodeAndNoAddress() {
    for (String area : List.of("12 Elm Street", "12345", "", "Amity")) {
      var body = new HashMap<>(wanted(UUID.randomUUID()));
      body.put("area", area);
      coalition.maya().post("/api/referrals/openings").body(body).send().isProblem(400, "invalid");
    }
    var known = wanted(coalition.ranked(coalition.client()));
    known.put("area", "lives-at-elm");
    coalition
        .maya()
        .post("/api/referrals/openings")
        .body(known)
        .send()
        .isProblem(400, "invalid")
        .hasFault("/area", "unknown");
  }

  @Test
  void whatAPlaceIsAskedComesPageByPageTheNewestFirst() {
    var asked = new ArrayList<String>();
    for (int i = 0; i < 3; i++) {
      maya.open(coalition.ranked(coalition.client())).isCreated();
      asked.addFirst(offered(coalition.hana()).toString());
    }

    Answer first = page("limit=2").isOk();
    Answer second = page("limit=2&after=" + first.at("/next")).isOk();

    assertThat(List.of(first.at("/items/0/id"), first.at("/items/1/id"), second.at("/items/0/id")))
        .isEqualTo(asked);
    assertThat(first.json().at("/items")).hasSize(2);
    assertThat(page("limit=100").isOk().json().has("next")).isFalse();
    page("after=nowhere").isProblem(400, "invalid");
  }

  private Answer page(String query) {
    return coalition.hana().get("/api/referrals/openings/offers?" + query).send();
  }
}
