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
class WayBackIT {
  private static final DoorServer DOOR = Coalition.DOOR;

  private final Coalition coalition;

  WayBackIT(Coalition coalition) {
    this.coalition = coalition;
  }

  @BeforeEach
  void atRest() {
    coalition.atRest();
  }

  @Test
  void theWayBackIsToldAsItIsNowAndNotAsItWasBeforeTheConsent() {
    DOOR.closesTheWayBack("consent-missing");
    Answer draft = coalition.drafted(coalition.chosen(coalition.client()));
    assertThat(draft.json().at("/wayBack").asBoolean(true)).isFalse();
    DOOR.reset();
    coalition.send(draft).isOk();
    assertThat(coalition.requesterSees(draft.id(), "delivered").json().at("/wayBack").asBoolean())
        .isTrue();
  }

  @Test
  void whoReadsAgainIsNeverToldThatNothingChanged() {
    Answer draft = coalition.drafted(coalition.chosen(coalition.client()));
    coalition.send(draft).isOk();
    Answer seen = coalition.requesterSees(draft.id(), "delivered");
    DOOR.closesTheWayBack("consent-revoked");

    Answer again =
        coalition
            .maya()
            .get("/api/referrals/{id}", draft.id())
            .header("If-None-Match", seen.header("ETag"))
            .send()
            .isOk();
    assertThat(again.header("ETag")).as("no step was taken").isEqualTo(seen.header("ETag"));
    assertThat(again.json().at("/wayBack").asBoolean(true)).isFalse();
  }

  @Test
  void whatAStepIsAnsweredWithTellsTheWayBackAsItIsThen() {
    Answer draft = coalition.drafted(coalition.chosen(coalition.client()));
    assertThat(draft.json().at("/wayBack").asBoolean()).isTrue();
    DOOR.closesTheWayBack("consent-revoked");

    assertThat(coalition.send(draft).isOk().json().at("/wayBack").asBoolean(true)).isFalse();
  }

  @Test
  void aListSaysNothingOfTheWayBackForWhichNobodyAskedTheDoor() {
    UUID client = coalition.client();
    coalition.drafted(coalition.chosen(client));

    Answer list =
        coalition.maya().get("/api/referrals?direction=out&clientId={id}", client).send().isOk();

    assertThat(list.json().at("/items")).hasSize(1);
    assertThat(list.json().at("/items/0").has("wayBack")).isFalse();
  }

  @Test
  void withoutAWayBackTheRequesterSeesDeliveredAndNoMore() {
    DOOR.closesTheWayBack("consent-discloser");
    Answer draft = coalition.drafted(coalition.chosen(coalition.client()));
    assertThat(draft.json().at("/wayBack").asBoolean(true)).isFalse();
    coalition.send(draft).isOk();
    Answer before = coalition.requesterSees(draft.id(), "delivered");

    for (String step : List.of("accepted", "attended", "completed")) {
      coalition.answer(draft.id(), Map.of("step", step)).isOk();
    }
    Eventually.get(DOOR::asked, asked -> asked.size() == 4);
    Answer after = coalition.maya().get("/api/referrals/{id}", draft.id()).send().isOk();

    assertThat(after.text()).isEqualTo(before.text());
    assertThat(after.etag()).isEqualTo(before.etag());
    assertThat(coalition.hana().get("/api/referrals/{id}", draft.id()).send().at("/status"))
        .isEqualTo("completed");
    // A refusal would tell: what the requester can see allows it, so it is taken.
    Answer cancelled =
        coalition
            .maya()
            .post("/api/referrals/{id}/cancellation", draft.id())
            .ifMatch(after)
            .body(Map.of("reason", "client-declined"))
            .send()
            .isOk();
    assertThat(cancelled.at("/status")).isEqualTo("cancelled");
  }
}
