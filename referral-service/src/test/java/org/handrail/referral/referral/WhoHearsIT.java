package org.handrail.referral.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.EventContracts;
import org.handrail.platform.fixtures.KafkaFixture;
import org.handrail.platform.fixtures.TokenIssuer;
import org.handrail.referral.fixtures.Askings;
import org.handrail.referral.fixtures.Coalition;
import org.handrail.referral.fixtures.DoorServer;
import org.handrail.referral.fixtures.Eventually;
import org.handrail.referral.fixtures.ReferralServiceIT;
import org.handrail.referral.fixtures.TakenBack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What comes of a referral is heard at the client's side, whoever is there by then. */
@ReferralServiceIT
class WhoHearsIT {
  private static final DoorServer DOOR = Coalition.DOOR;
  private static final String PAUL = TokenIssuer.subject("paul").value();

  private final Coalition coalition;
  private final TimePassing time;

  WhoHearsIT(Coalition coalition, TimePassing time) {
    this.coalition = coalition;
    this.time = time;
  }

  @BeforeEach
  void atRest() {
    coalition.atRest();
  }

  @AfterEach
  void backToNow() {
    DOOR.reset();
    time.backToNow();
  }

  @Test
  void whatNobodyAnswersGoesOnWhenWhoSentItHasLeft() {
    UUID client = coalition.client();
    UUID referral = time.delivered(coalition.ranked(client));
    coalition.handsOverTo("paul", client);
    DOOR.doesNotKnow(TokenIssuer.subject("maya"));

    time.outOfTime();

    Answer over = paulSees(referral, "rerouted");
    paulSees(UUID.fromString(over.at("/reroutedTo")), "delivered");
    Eventually.get(
        () -> coalition.hana().get("/api/referrals/{id}", referral).send(),
        a -> a.at("/businessStatus").equals("rerouted"));
    assertThat(time.askedByNow(referral))
        .contains("riverbend referral-rerouted " + PAUL)
        .noneMatch(asked -> asked.endsWith(TokenIssuer.subject("maya").value()));
  }

  @Test
  void anAnswerIsHeardByWhoeverIsThereByThen() {
    UUID client = coalition.client();
    UUID referral = time.delivered(coalition.chosen(client));
    coalition.assign("riverbend", client, "paul", "backup");
    coalition.answer(referral, Map.of("step", "acknowledged")).isOk();
    time.carried();
    coalition.leaves(client, "maya");
    coalition.answer(referral, Map.of("step", "accepted")).isOk();
    time.carried();
    coalition.leaves(client, "paul");
    coalition
        .answer(referral, Map.of("step", "intake-scheduled", "intakeAt", coalition.muchLater()))
        .isOk();
    time.carried();

    assertThat(heard(referral))
        .containsExactly(List.of(TokenIssuer.subject("maya").value()), List.of(PAUL), List.of());
  }

  @Test
  void whosePlaceIsNotToldYetHearsOfWhatTheyBegan() {
    UUID client = coalition.client();
    UUID referral = time.delivered(coalition.chosen(client));
    coalition.isNotToldOf(client, "maya");
    for (String step : List.of("acknowledged", "accepted", "waitlisted")) {
      coalition.answer(referral, Map.of("step", step)).isOk();
      time.carried();
    }

    assertThat(heard(referral)).containsOnly(List.of(TokenIssuer.subject("maya").value()));
  }

  @Test
  void whileWhoSentItIsOnLeaveWhoeverIsThereHears() {
    UUID leave = UUID.randomUUID();
    UUID client = coalition.client();
    UUID first = time.delivered(coalition.chosen(client));
    coalition.assign("riverbend", client, "paul", "backup");
    leaveOf("maya", leave, "away");
    takenBack(client, first, coalition.clock().instant().plusSeconds(1));
    assertThat(Askings.about(first, 1))
        .containsExactly("riverbend referral-consent-revoked " + PAUL);

    UUID next = time.delivered(coalition.chosen(client));
    leaveOf("maya", leave, "back");
    takenBack(client, next, coalition.clock().instant().plusSeconds(2));
    assertThat(Askings.about(next, 1))
        .containsExactly(
            "riverbend referral-consent-revoked " + TokenIssuer.subject("maya").value());
  }

  private static void takenBack(UUID client, UUID referral, Instant at) {
    TakenBack.from(UUID.randomUUID(), client, "harborlight").closing(referral).tell(at);
  }

  /** Told, and heard before anything else is. */
  private void leaveOf(String person, UUID leave, String how) {
    var event = EventContracts.examples("org.handrail.specialist.%s.v1".formatted(how)).getFirst();
    ((ObjectNode) event.data()).remove("backAt");
    KafkaFixture.send(
        event
            .about(leave)
            .with("leaveId", leave.toString())
            .with("subject", TokenIssuer.subject(person).value())
            .onTheWire());
    Eventually.get(() -> coalition.isAway(person), away -> away.equals(how.equals("away")));
  }

  @Test
  void whereNobodyIsAtTheClientsSideTheSupervisorsHear() {
    UUID client = coalition.client();
    UUID referral = time.delivered(coalition.chosen(client));
    coalition.leaves(client, "maya");
    takenBack(client, referral, coalition.clock().instant().plusSeconds(1));

    assertThat(Askings.about(referral, 1))
        .containsExactly("riverbend referral-consent-revoked supervisor");
  }

  @Test
  void thatItIsOverIsToldThoughWhoEndedItHasLeftSince() {
    UUID client = coalition.client();
    UUID referral = time.delivered(coalition.chosen(client));
    DOOR.down();
    mayaCancels(referral);
    coalition.handsOverTo("paul", client);
    DOOR.doesNotKnow(TokenIssuer.subject("maya"));
    coalition.doorIsBack();

    hanaSeesItCancelled(referral);
  }

  @Test
  void thatItIsOverIsToldOnceSomebodyIsThere() {
    UUID client = coalition.client();
    UUID referral = time.delivered(coalition.chosen(client));
    // The door knows that she has left before the service heard of it.
    DOOR.doesNotKnow(TokenIssuer.subject("maya"));
    mayaCancels(referral);
    Eventually.get(DOOR::turnedAway, those -> !those.isEmpty());
    coalition.leaves(client, "maya");
    time.later(Duration.ofMinutes(1));
    assertThat(coalition.hana().get("/api/referrals/{id}", referral).send().at("/status"))
        .isEqualTo("requested");
    coalition.assign("riverbend", client, "paul", "primary");
    coalition.clock().advance(Duration.ofMinutes(10));

    hanaSeesItCancelled(referral);
  }

  @Test
  void whileOnlyTheDoorKnowsThatSheLeftNothingIsOver() {
    UUID client = coalition.client();
    UUID referral = time.delivered(coalition.ranked(client));
    DOOR.doesNotKnow(TokenIssuer.subject("maya"));
    time.outOfTime();
    assertThat(time.askedByNow(referral)).noneMatch(asked -> asked.contains("referral-unheard"));

    coalition.handsOverTo("paul", client);
    time.later(Duration.ZERO);

    paulSees(referral, "rerouted");
  }

  @Test
  void whatIsOverdueWaitsUntilSomebodyIsThereAndTheSupervisorsAreAskedOnce() {
    UUID client = coalition.client();
    UUID referral = time.delivered(coalition.ranked(client));
    coalition.leaves(client, "maya");
    time.later(Duration.ofMinutes(151));
    time.later(Duration.ofMinutes(91));
    time.later(Duration.ofMinutes(1));

    assertThat(time.askedByNow(referral))
        .filteredOn(asked -> asked.startsWith("riverbend"))
        .containsExactlyInAnyOrder(
            "riverbend referral-acknowledge-late supervisor",
            "riverbend referral-nobody-there supervisor");
    coalition.assign("riverbend", client, "paul", "primary");
    time.later(Duration.ZERO);

    paulSees(referral, "rerouted");
  }

  @Test
  void whatWasAnsweredWhileNobodyWasThereIsNotEnded() {
    UUID client = coalition.client();
    UUID referral = time.delivered(coalition.ranked(client));
    coalition.leaves(client, "maya");
    time.outOfTime();
    coalition.answer(referral, Map.of("step", "acknowledged")).isOk();
    coalition.assign("riverbend", client, "paul", "primary");
    coalition.clock().advance(Duration.ofMinutes(10));
    paulSees(referral, "acknowledged");

    time.later(Duration.ZERO);

    assertThat(paulSees(referral, "acknowledged").at("/status")).isEqualTo("requested");
  }

  private void mayaCancels(UUID referral) {
    Answer seen = coalition.maya().get("/api/referrals/{id}", referral).send().isOk();
    coalition
        .maya()
        .post("/api/referrals/{id}/cancellation", referral)
        .ifMatch(seen)
        .body(Map.of("reason", "client-declined"))
        .send()
        .isOk();
  }

  private void hanaSeesItCancelled(UUID referral) {
    Eventually.get(
        () -> coalition.hana().get("/api/referrals/{id}", referral).send(),
        a -> a.at("/status").equals("cancelled"));
  }

  private Answer paulSees(UUID referral, String businessStatus) {
    return Eventually.get(
        () -> coalition.paul().get("/api/referrals/{id}", referral).send(),
        answer -> answer.at("/businessStatus").equals(businessStatus));
  }

  /** For each of three answers, who hears of it. */
  private static List<List<String>> heard(UUID referral) {
    String type = "org.handrail.referral.status-released.v1";
    return KafkaFixture.read(
            "handrail.referral.v1",
            event ->
                event.key().equals(referral.toString())
                    && ReferralEventsIT.type(event).equals(type),
            3,
            Duration.ofSeconds(60))
        .stream()
        .peek(event -> EventContracts.assertPromised(event, type))
        .map(event -> JsonMapper.shared().readTree(event.value()).path("hears"))
        .map(hears -> hears.valueStream().map(JsonNode::asString).toList())
        .toList();
  }
}
