package org.handrail.referral.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.TokenIssuer;
import org.handrail.referral.fixtures.Coalition;
import org.handrail.referral.fixtures.DoorServer;
import org.handrail.referral.fixtures.Eventually;
import org.handrail.referral.fixtures.ReferralServiceIT;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@ReferralServiceIT
class ReferralIT {
  private static final DoorServer DOOR = Coalition.DOOR;

  private final Coalition coalition;

  ReferralIT(Coalition coalition) {
    this.coalition = coalition;
  }

  @BeforeEach
  void atRest() {
    coalition.atRest();
  }

  @Test
  void closesItsLoopWhenThePersonCame() {
    String intake = coalition.muchLater();
    UUID referral = coalition.delivered();
    List<Map<String, Object>> answers =
        List.of(
            Map.of("step", "acknowledged"),
            Map.of("step", "accepted", "intakeAt", intake),
            Map.of("step", "attended"),
            Map.of("step", "engaged"),
            Map.of("step", "completed"));
    List<String> seen = List.of("acknowledged", "intake-scheduled", "attended", "engaged");
    for (int i = 0; i < seen.size(); i++) {
      coalition.answer(referral, answers.get(i)).isOk();
      Answer shown = coalition.requesterSees(referral, seen.get(i));

      assertThat(shown.json().at("/loopClosed").asBoolean()).isEqualTo(i >= 2);
    }
    coalition.answer(referral, answers.getLast()).isOk();
    Answer done =
        Eventually.get(
            () -> coalition.maya().get("/api/referrals/{id}", referral).send(),
            a -> a.at("/status").equals("completed"));

    assertThat(done.at("/intakeAt")).isEqualTo(intake);
    assertThat(Shown.texts(done, "/history", "by"))
        .containsExactly(
            "requester", "system", "receiver", "receiver", "receiver", "receiver", "receiver");
  }

  @Test
  void asksTheDoorInTheWordsOfTheContract() {
    UUID client = coalition.client();
    Answer draft = coalition.drafted(coalition.chosen(client));
    coalition.send(draft).isOk();
    coalition.requesterSees(draft.id(), "delivered");
    coalition
        .answer(draft.id(), Map.of("step", "accepted", "intakeAt", coalition.muchLater()))
        .isOk();
    coalition.requesterSees(draft.id(), "intake-scheduled");

    JsonNode sending = DOOR.asked().getFirst().body();
    JsonNode answer = DOOR.asked().getLast().body();
    assertThat(Shown.shape(sending)).isEqualTo(Shown.shape(DoorServer.example("referral.request")));
    assertThat(Shown.shape(answer)).isEqualTo(Shown.shape(DoorServer.example("answer.request")));
    assertThat(sending.at("/clientId").asString()).isEqualTo(client.toString());
    assertThat(answer.at("/inReplyTo").asString())
        .isEqualTo(DOOR.asked().getFirst().answer().at("/disclosureId").asString());
    assertThat(DOOR.asked().getFirst().onBehalfOf())
        .isEqualTo(TokenIssuer.subject("maya").value() + "@riverbend");
    assertThat(DOOR.asked().getLast().onBehalfOf())
        .isEqualTo(TokenIssuer.subject("hana").value() + "@harborlight");
    assertThat(DOOR.asked().getLast().token()).startsWith("Bearer ");
  }

  @Test
  void requestersEndReachesTheReceiverThroughTheDoor() {
    UUID referral = coalition.delivered();
    Answer seen = coalition.maya().get("/api/referrals/{id}", referral).send();
    coalition
        .maya()
        .post("/api/referrals/{id}/cancellation", referral)
        .ifMatch(seen)
        .body(Map.of("reason", "client-declined"))
        .send()
        .isOk();

    Answer shown =
        Eventually.get(
            () -> coalition.hana().get("/api/referrals/{id}", referral).send(),
            a -> a.at("/status").equals("cancelled"));
    assertThat(shown.at("/businessStatus")).isEqualTo("client-declined");
    assertThat(Shown.texts(shown, "/allowed", "")).isEmpty();
    assertThat(Shown.shape(DOOR.asked().getLast().body()))
        .isEqualTo(Shown.shape(DoorServer.example("cancellation.request")));
    coalition.answer(referral, Map.of("step", "accepted")).isProblem(409, "step-not-allowed");
  }

  @Test
  void cancelledBeforeTheDoorWasAskedIsNeverSent() {
    DOOR.down();
    UUID referral = coalition.sent();
    Answer waiting = coalition.maya().get("/api/referrals/{id}", referral).send();
    coalition
        .maya()
        .post("/api/referrals/{id}/cancellation", referral)
        .ifMatch(waiting)
        .body(Map.of("reason", "other"))
        .send()
        .isOk();
    coalition.doorIsBack();
    coalition.delivered();

    assertThat(DOOR.asked())
        .extracting(DoorServer.Asked::referral)
        .doesNotContain(referral.toString());
    coalition.hana().get("/api/referrals/{id}", referral).send().isNotFound();
  }

  @Test
  void refusalOfTheDoorIsATaskForWhoSentIt() {
    DOOR.denies("consent-expired");
    UUID referral = coalition.sent();

    Answer refused =
        Eventually.get(
            () -> coalition.maya().get("/api/referrals/{id}", referral).send(),
            a -> !a.at("/attention").isEmpty());

    assertThat(refused.at("/status")).isEqualTo("requested");
    assertThat(refused.at("/businessStatus")).isEqualTo("awaiting-disclosure");
    assertThat(refused.at("/attention")).isEqualTo("consent-expired");
    assertThat(Shown.texts(refused, "/allowed", ""))
        .containsExactly("sending", "cancelled", "entered-in-error");
    coalition.hana().get("/api/referrals/{id}", referral).send().isNotFound();
  }
}
