package org.handrail.referral.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.platform.fixtures.Answer;
import org.handrail.referral.fixtures.Coalition;
import org.handrail.referral.fixtures.DoorServer;
import org.handrail.referral.fixtures.Eventually;
import org.handrail.referral.fixtures.ReferralServiceIT;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ReferralServiceIT
class ReturningIT {
  private static final DoorServer DOOR = Coalition.DOOR;

  private final Coalition coalition;

  ReturningIT(Coalition coalition) {
    this.coalition = coalition;
  }

  @BeforeEach
  void atRest() {
    coalition.atRest();
  }

  @Test
  void receiverGivesAReferralBackWithAReason() {
    UUID referral = coalition.delivered();
    coalition
        .answer(referral, Map.of("step", "returned"))
        .isProblem(422, "step-deficient")
        .hasFault("/reason", "reason-missing");
    coalition.answer(referral, Map.of("step", "returned", "reason", "no-capacity")).isOk();

    Answer back = coalition.requesterSees(referral, "no-capacity");
    assertThat(back.at("/status")).isEqualTo("rejected");
    assertThat(back.at("/history/2/step")).isEqualTo("returned");
    assertThat(back.json().at("/loopClosed").asBoolean(true)).isFalse();
  }

  @Test
  void whatWasAcceptedCanBeGivenBackToo() {
    UUID referral = coalition.delivered();
    coalition.answer(referral, Map.of("step", "accepted")).isOk();
    coalition.answer(referral, Map.of("step", "returned", "reason", "not-eligible")).isOk();

    Answer back =
        Eventually.get(
            () -> coalition.maya().get("/api/referrals/{id}", referral).send(),
            a -> a.at("/status").equals("cancelled"));
    assertThat(back.at("/history/3/reason")).isEqualTo("not-eligible");
  }

  @Test
  void proposedTransferPassesNobodyOn() {
    UUID hillcrest = coalition.residential().getLast();
    UUID client = coalition.client();
    UUID set = coalition.ranked(client);
    UUID referral = coalition.delivered(set);
    coalition
        .answer(
            referral,
            Map.of(
                "step",
                "transfer-proposed",
                "reason",
                "service-not-offered",
                "proposedServiceId",
                hillcrest))
        .isOk();
    Answer back =
        Eventually.get(
            () -> coalition.maya().get("/api/referrals/{id}", referral).send(),
            a -> a.at("/status").equals("rejected"));

    assertThat(back.at("/history/2/proposedServiceId")).isEqualTo(hillcrest.toString());
    assertThat(texts(back)).containsExactly("entered-in-error");
    assertThat(texts(coalition.hana().get("/api/referrals/{id}", referral).send())).isEmpty();
    assertThat(DOOR.asked())
        .extracting(asked -> asked.body().path("recipient").asString())
        .containsExactly("harborlight", "riverbend");
    assertThat(
            coalition
                .maya()
                .get("/api/referrals?direction=out&clientId=" + client)
                .send()
                .json()
                .at("/items"))
        .as("no referral but the one that was given back")
        .hasSize(1);
    // The proposal chooses nothing: from what was chosen a referral goes where it was chosen to.
    assertThat(coalition.drafted(set).at("/receiver")).isEqualTo("harborlight");
  }

  @Test
  void saysWhatAProposalNeeds() {
    UUID referral = coalition.delivered();
    String harborlight = coalition.residential().getFirst().toString();
    coalition
        .answer(referral, Map.of("step", "transfer-proposed", "reason", "no-capacity"))
        .isProblem(422, "step-deficient")
        .hasFault("/proposedServiceId", "proposal-missing");
    for (String nowhere : List.of(harborlight, UUID.randomUUID().toString())) {
      coalition
          .answer(
              referral,
              Map.of(
                  "step",
                  "transfer-proposed",
                  "reason",
                  "no-capacity",
                  "proposedServiceId",
                  nowhere))
          .isProblem(422, "step-deficient")
          .hasFault("/proposedServiceId", "proposal-unknown");
    }
    coalition
        .answer(
            referral,
            Map.of("step", "returned", "reason", "other", "proposedServiceId", harborlight))
        .hasFault("/proposedServiceId", "proposal-not-allowed");
  }

  @Test
  void proposalThatTheDoorKeepsBackIsUnknownToTheRequester() {
    DOOR.closesTheWayBack("consent-discloser");
    UUID referral = coalition.delivered();
    Answer before = coalition.maya().get("/api/referrals/{id}", referral).send();
    coalition
        .answer(
            referral,
            Map.of(
                "step",
                "transfer-proposed",
                "reason",
                "no-capacity",
                "proposedServiceId",
                coalition.residential().getLast()))
        .isOk();
    Eventually.get(DOOR::asked, asked -> asked.size() == 2);

    Answer after = coalition.maya().get("/api/referrals/{id}", referral).send();
    assertThat(after.text()).isEqualTo(before.text());
  }

  private static List<String> texts(Answer answer) {
    return answer.json().at("/allowed").valueStream().map(step -> step.asString()).toList();
  }
}
