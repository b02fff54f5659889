package org.handrail.referral.opening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.handrail.platform.caller.Role;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.EventContracts;
import org.handrail.platform.fixtures.KafkaFixture;
import org.handrail.platform.fixtures.Proves;
import org.handrail.referral.fixtures.Askings;
import org.handrail.referral.fixtures.Coalition;
import org.handrail.referral.fixtures.DoorServer;
import org.handrail.referral.fixtures.Eventually;
import org.handrail.referral.fixtures.ReferralServiceIT;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ReferralServiceIT
class OpeningIT {
  private static final DoorServer DOOR = Coalition.DOOR;

  private final Coalition coalition;

  OpeningIT(Coalition coalition) {
    this.coalition = coalition;
  }

  @BeforeEach
  void atRest() {
    coalition.atRest();
  }

  @Test
  @Proves("P2-APP-2")
  void placesOfTheClientsChoiceAreAskedAboutANeedAndNobody() {
    UUID client = coalition.client();
    Answer opening = open(coalition.ranked(client)).isCreated();
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
  void aPlaceReadsNoNeedBeyondWhatItsOwnServiceIsForAndNoPurpose() {
    List<UUID> real = coalition.residential();
    UUID house = coalition.service("Cedarhouse residence men");
    UUID set =
        coalition
            .maya()
            .post("/api/option-sets")
            .body(
                Map.of(
                    "clientId",
                    coalition.client(),
                    "need",
                    "residential-treatment",
                    "services",
                    List.of(real.getFirst(), real.getLast(), house),
                    "wishes",
                    Map.of("services", List.of(house))))
            .send()
            .isCreated()
            .id();
    coalition
        .maya()
        .post("/api/option-sets/{id}/choice", set)
        .body(Map.of("serviceId", house, "act", coalition.act("in-person")))
        .send()
        .isCreated();
    Api carl = coalition.as("carl", "cedarhouse", Role.INTAKE_COORDINATOR);
    Answer opening = open(set).isCreated();
    UUID atTheHouse = offered(carl);

    Answer offer = offer(carl, atTheHouse).isOk();
    assertThat(offer.at("/need")).isEqualTo("support");
    assertThat(offer.text()).doesNotContain("treatment");
    claim(carl, atTheHouse).isOk();
    assertThat(offer(carl, atTheHouse).isOk().text()).doesNotContain("treatment");
    Answer ended = Eventually.get(() -> show(opening.id()), a -> !a.at("/referralId").isEmpty());
    UUID referral = UUID.fromString(ended.at("/referralId"));
    assertThat(coalition.requesterSees(referral, "delivered").at("/purpose")).isEqualTo("TREAT");
    Answer received = carl.get("/api/referrals/{id}", referral).send().isOk();
    assertThat(received.json().has("purpose")).isFalse();
    assertThat(received.text()).doesNotContain("TREAT");
  }

  @Test
  void whoClaimsItIsToldThroughTheDoorAndTheOthersThatItIsGone() {
    Answer opening = open(coalition.ranked(coalition.client())).isCreated();
    UUID atHarborlight = offered(coalition.hana());
    UUID atHillcrest = offered(coalition.hilda());
    claim(coalition.hilda(), atHillcrest).isOk();
    claim(coalition.hana(), atHarborlight).isProblem(409, "opening-gone");

    Answer ended = Eventually.get(() -> show(opening.id()), a -> !a.at("/referralId").isEmpty());
    UUID referral = UUID.fromString(ended.at("/referralId"));
    assertThat(coalition.requesterSees(referral, "delivered").at("/receiver"))
        .isEqualTo("hillcrest");
    coalition.hilda().get("/api/referrals/{id}", referral).send().isOk();
    coalition.hana().get("/api/referrals/{id}", referral).send().isNotFound();
    assertThat(offer(coalition.hana(), atHarborlight).text())
        .isEqualTo("{\"id\":\"" + atHarborlight + "\",\"state\":\"gone\"}");
    assertThat(coalition.hana().get("/api/referrals/openings/offers").send().text())
        .doesNotContain(atHarborlight.toString());
    assertThat(DOOR.asked())
        .extracting(asked -> asked.body().path("recipient").asString())
        .containsExactly("hillcrest");
  }

  @Test
  void placesOfAChoiceAreAskedOnceAtATime() throws Exception {
    UUID set = coalition.ranked(coalition.client());
    List<Answer> answers = together(() -> open(set), () -> open(set));
    assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(201, 409);
    open(set).isProblem(409, "opening-under-way");

    for (Answer opening : answers) {
      if (opening.status() == 201) {
        withdraw(opening.id()).isOk();
      }
    }
    UUID anew = open(set).isCreated().id();
    withdraw(anew).isOk();
  }

  @Test
  void ofClaimsAtTheSameTimeExactlyOneWins() throws Exception {
    for (int round = 0; round < 15; round++) {
      Answer opening = open(coalition.ranked(coalition.client())).isCreated();
      UUID atHarborlight = offered(coalition.hana());
      UUID atHillcrest = offered(coalition.hilda());
      List<Integer> answers =
          together(
              () -> claim(coalition.hana(), atHarborlight).status(),
              () -> claim(coalition.hilda(), atHillcrest).status(),
              () -> claim(coalition.hana(), atHarborlight).status(),
              () -> claim(coalition.hilda(), atHillcrest).status());

      assertThat(answers).filteredOn(status -> status == 200).hasSize(1);
      assertThat(answers).containsOnly(200, 409);
      Eventually.get(() -> show(opening.id()), a -> !a.at("/referralId").isEmpty());
    }
    Eventually.get(DOOR::asked, asked -> asked.size() == 15);
    assertThat(DOOR.asked()).extracting(DoorServer.Asked::referral).doesNotHaveDuplicates();
  }

  @Test
  @Proves("P2-CON-5")
  void onlyPlacesThatAConsentNamesAreAsked() {
    DOOR.knowsConsentsFor("hillcrest", "riverbend");
    UUID set = coalition.ranked(coalition.client());
    Answer opening = open(set).isCreated();
    assertThat(opening.json().at("/asked")).hasSize(1);
    assertThat(opening.at("/asked/0/agency")).isEqualTo("hillcrest");
    DOOR.knowsConsentsFor("cedarhouse");
    open(set).isProblem(409, "no-place-to-ask");
    DOOR.down();
    open(set).isProblem(503, "unavailable");
  }

  @Test
  void refusalAtTheClaimIsATaskForTheRequesterAndSaysNothingToTheClaimant() {
    Answer opening = open(coalition.ranked(coalition.client())).isCreated();
    UUID atHillcrest = offered(coalition.hilda());
    DOOR.denies("consent-revoked");
    claim(coalition.hilda(), atHillcrest).isOk();
    Answer ended = Eventually.get(() -> show(opening.id()), a -> !a.at("/referralId").isEmpty());
    String referral = ended.at("/referralId");
    Eventually.get(
        () -> coalition.maya().get("/api/referrals/" + referral).send(),
        a -> a.at("/attention").equals("consent-revoked"));

    coalition.hilda().get("/api/referrals/" + referral).send().isNotFound();
    assertThat(offer(coalition.hilda(), atHillcrest).at("/state")).isEqualTo("claimed");
  }

  @Test
  void withdrawnItIsGoneForAll() {
    Answer opening = open(coalition.ranked(coalition.client())).isCreated();
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
    Answer opening = open(coalition.ranked(client)).isCreated();
    UUID atHarborlight = offered(coalition.hana());
    UUID atHillcrest = offered(coalition.hilda());
    revoke(client, "harborlight");
    Eventually.get(
        () -> offer(coalition.hana(), atHarborlight), a -> a.at("/state").equals("gone"));
    assertThat(offer(coalition.hilda(), atHillcrest).at("/state")).isEqualTo("open");
    revoke(client, "hillcrest");
    Eventually.get(() -> show(opening.id()), a -> a.json().at("/ended").asBoolean());

    claim(coalition.hilda(), atHillcrest).isProblem(409, "opening-gone");
    assertThat(Askings.about(opening.id(), 1).getFirst()).startsWith("riverbend opening-stopped ");
  }

  @Test
  void strangersFindNothing() {
    UUID set = coalition.ranked(coalition.client());
    Answer opening = open(set).isCreated();
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
      open(coalition.ranked(coalition.client())).isCreated();
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

  private Answer open(UUID optionSet) {
    return coalition.maya().post("/api/referrals/openings").body(wanted(optionSet)).send();
  }

  private static Map<String, Object> wanted(UUID optionSet) {
    var wanted = new HashMap<>(Coalition.draft(optionSet));
    wanted.put("area", "amity-county");
    return wanted;
  }

  /** The newest offer that waits there. */
  private static UUID offered(Api intake) {
    return UUID.fromString(
        intake.get("/api/referrals/openings/offers?limit=1").send().isOk().at("/items/0/id"));
  }

  private static Answer offer(Api intake, UUID id) {
    return intake.get("/api/referrals/openings/offers/{id}", id).send();
  }

  private static Answer claim(Api intake, UUID id) {
    return intake.post("/api/referrals/openings/offers/{id}/claim", id).send();
  }

  private Answer withdraw(UUID opening) {
    return coalition.maya().post("/api/referrals/openings/{id}/withdrawal", opening).send();
  }

  private Answer show(UUID opening) {
    return coalition.maya().get("/api/referrals/openings/{id}", opening).send().isOk();
  }

  private static void revoke(UUID client, String recipient) {
    KafkaFixture.send(
        EventContracts.examples("org.handrail.consent.revoked.v1").stream()
            .filter(each -> each.data().path("extent").asString().equals("recipient"))
            .findFirst()
            .orElseThrow()
            .about(UUID.randomUUID())
            .with("clientId", client.toString())
            .with("recipient", recipient)
            .onTheWire());
  }

  @SafeVarargs
  private static <T> List<T> together(Callable<T>... all) throws Exception {
    var go = new CountDownLatch(1);
    try (var people = Executors.newFixedThreadPool(all.length)) {
      List<Future<T>> running = new ArrayList<>();
      for (var each : all) {
        running.add(
            people.submit(
                () -> {
                  go.await();
                  return each.call();
                }));
      }
      go.countDown();
      List<T> results = new ArrayList<>();
      for (Future<T> each : running) {
        results.add(each.get());
      }
      return results;
    }
  }
}
