package org.handrail.referral.referral;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.platform.caller.Role;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;
import org.handrail.referral.fixtures.Coalition;
import org.handrail.referral.fixtures.DoorServer;
import org.handrail.referral.fixtures.ReferralServiceIT;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ReferralServiceIT
class ReferralInputIT {
  private static final DoorServer DOOR = Coalition.DOOR;

  private final Coalition coalition;

  ReferralInputIT(Coalition coalition) {
    this.coalition = coalition;
  }

  @BeforeEach
  void atRest() {
    coalition.atRest();
  }

  @Test
  void checksInTheOrderThatTheDesignHas() {
    Answer draft = coalition.drafted(coalition.chosen(coalition.client()));
    UUID id = draft.id();
    Api maya = coalition.maya();
    coalition
        .anonymous()
        .post("/api/referrals/{id}/sending", id)
        .send()
        .isProblem(401, "unauthenticated");
    coalition
        .hana()
        .post("/api/referrals/{id}/sending", id)
        .body("{broken")
        .send()
        .isProblem(403, "role-not-allowed");
    maya.post("/api/referrals/{id}/cancellation", id)
        .body("{broken")
        .send()
        .isProblem(400, "malformed");
    maya.post("/api/referrals/{id}/sending", id).send().isProblem(428, "precondition-required");
    maya.post("/api/referrals/{id}/sending", UUID.randomUUID())
        .send()
        .isProblem(428, "precondition-required");
    maya.post("/api/referrals/{id}/sending", UUID.randomUUID()).ifMatch(7).send().isNotFound();
    maya.post("/api/referrals/{id}/sending", id)
        .ifMatch(7)
        .send()
        .isProblem(412, "version-conflict");
    maya.post("/api/referrals/{id}/cancellation", id)
        .ifMatch(draft)
        .body("{}")
        .send()
        .isProblem(409, "step-not-allowed");
    maya.post("/api/referrals/{id}/sending", id).key("k-" + id).ifMatch(draft).send().isOk();
    // Sent again: the same outcome, though the version has moved on.
    maya.post("/api/referrals/{id}/sending", id).key("k-" + id).ifMatch(draft).send().isOk();
    maya.post("/api/referrals/{id}/sending", id)
        .key("k-" + id)
        .ifMatch(draft)
        .body("{\"other\":1}")
        .send()
        .isProblem(422, "idempotency-key-reused");
    coalition.requesterSees(id, "delivered");
    assertThat(DOOR.asked()).hasSize(1);
  }

  @Test
  void saysWhatAStepNeeds() {
    UUID referral = coalition.delivered();

    coalition
        .answer(referral, Map.of("step", "rejected"))
        .isProblem(422, "step-deficient")
        .hasFault("/reason", "reason-missing");
    coalition
        .answer(referral, Map.of("step", "rejected", "reason", "client-left"))
        .hasFault("/reason", "reason-not-allowed");
    coalition
        .answer(referral, Map.of("step", "acknowledged", "reason", "other"))
        .hasFault("/reason", "reason-not-allowed");
    coalition
        .answer(referral, Map.of("step", "acknowledged", "intakeAt", coalition.muchLater()))
        .hasFault("/intakeAt", "intake-time-not-allowed");
    coalition.answer(referral, Map.of("step", "attended")).isProblem(409, "step-not-allowed");
    coalition.answer(referral, Map.of("step", "accepted")).isOk();
    coalition
        .answer(referral, Map.of("step", "intake-scheduled"))
        .hasFault("/intakeAt", "intake-time-missing");
    coalition
        .answer(referral, Map.of("step", "intake-scheduled", "intakeAt", "2020-02-16T15:00:00Z"))
        .isProblem(422, "step-deficient")
        .hasFault("/intakeAt", "in-past");
    coalition
        .answer(referral, Map.of("step", "intake-scheduled", "intakeAt", "2199-02-16T15:00:00Z"))
        .isProblem(422, "step-deficient")
        .hasFault("/intakeAt", "too-far-ahead");
    coalition.answer(referral, Map.of("step", "rejected", "reason", "no-capacity")).hasStatus(409);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "null",
        "\"draft\"",
        "{}",
        "{\"optionSetId\":\"no-id\",\"purpose\":\"TREAT\",\"required\":[\"contact\"]}",
        "{\"optionSetId\":null,\"purpose\":\"TREAT\",\"required\":[\"contact\"]}",
        "{\"optionSetId\":\"$\",\"purpose\":\"treat\",\"required\":[\"contact\"]}",
        "{\"optionSetId\":\"$\",\"purpose\":\"TREAT\",\"required\":[]}",
        "{\"optionSetId\":\"$\",\"purpose\":\"TREAT\",\"required\":[\"gossip\"]}",
        "{\"optionSetId\":\"$\",\"purpose\":\"TREAT\",\"required\":[null]}",
        "{\"optionSetId\":\"$\",\"purpose\":\"TREAT\",\"required\":\"contact\"}",
        "{\"optionSetId\":\"$\",\"purpose\":\"TREAT\",\"required\":[\"contact\"],\"urgency\":\"soon\"}",
        "{\"optionSetId\":\"$\",\"purpose\":\"TREAT\",\"required\":[\"contact\"],\"urgency\":1}",
        "{\"optionSetId\":\"$\",\"purpose\":\"TREAT\",\"required\":[\"contact\"],\"reason\":7}",
        "{\"optionSetId\":\"$\",\"purpose\":\"TREAT\",\"required\":[\"contact\"],\"reason\":\"\\u0000\"}",
        "{\"optionSetId\":\"$\",\"purpose\":\"TREAT\",\"required\":[\"contact\"],\"status\":\"accepted\"}",
        "{\"optionSetId\":\"$\",\"purpose\":\"TREAT\",\"purpose\":\"CJ\",\"required\":[\"contact\"]}",
        "{\"optionSetId\":\"$\",\"purpose\":\"TREAT\",\"required\":[\"contact\"]} {}"
      })
  void refusesADraftThatItCannotRead(String body) {
    UUID set = coalition.chosen(coalition.client());
    Answer refused =
        coalition.maya().post("/api/referrals").body(body.replace("$", set.toString())).send();

    assertThat(refused.status()).as(refused.text()).isEqualTo(400);
    assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
    assertThat(coalition.maya().get("/api/referrals?direction=out").send().text())
        .doesNotContain(set.toString());
  }

  @Test
  void refusesWhatIsTooLongOrNotText() {
    UUID set = coalition.chosen(coalition.client());
    var draft = new HashMap<>(Coalition.draft(set));
    draft.put("reason", "a".repeat(1001));
    coalition.maya().post("/api/referrals").body(draft).send().isProblem(400, "invalid");
    draft.put("reason", "a".repeat(1_100_000));
    coalition.maya().post("/api/referrals").body(draft).send().isProblem(413, "body-too-large");
    byte[] broken = "{\"reason\":\"?\"}".getBytes(UTF_8);
    broken[11] = (byte) 0xc3;
    coalition.maya().post("/api/referrals").bytes(broken).send().isProblem(400, "malformed");
    coalition
        .maya()
        .post("/api/referrals")
        .header("Content-Type", "text/plain")
        .body("x")
        .send()
        .isProblem(415, "unsupported-media-type");
    coalition.maya().put("/api/referrals").body("{}").send().isProblem(405, "method-not-allowed");
    String expired =
        coalition.tokens().person("maya").of("riverbend").expired().as(Role.PEER_SPECIALIST);
    String forged =
        coalition.tokens().person("maya").of("riverbend").forged().as(Role.PEER_SPECIALIST);
    for (String token : List.of(expired, forged, "nonsense")) {
      coalition
          .anonymous()
          .as(token)
          .get("/api/referrals?direction=out")
          .send()
          .isProblem(401, "unauthenticated");
    }
    coalition.maya().get("/api/referrals").send().hasStatus(400);
    coalition.maya().get("/api/referrals?direction=sideways").send().hasStatus(400);
    coalition.maya().get("/api/referrals?direction=in").send().isProblem(403, "role-not-allowed");
    coalition.hana().get("/api/referrals?direction=out").send().isProblem(403, "role-not-allowed");
    coalition
        .hana()
        .get("/api/referrals?direction=in&clientId={id}", set)
        .send()
        .isProblem(400, "invalid");
    coalition
        .maya()
        .get("/api/referrals?direction=out&after=nonsense")
        .send()
        .isProblem(400, "invalid");
    coalition.maya().get("/api/referrals/nonsense").send().isNotFound();
  }

  @Test
  void pagesThroughEveryReferralOnce() {
    UUID client = coalition.client();
    UUID set = coalition.chosen(client);
    var drafted = new ArrayList<String>();
    for (int i = 0; i < 7; i++) {
      drafted.addFirst(coalition.drafted(set).id().toString());
    }
    var seen = new ArrayList<String>();
    String after = "";
    do {
      Answer page =
          coalition
              .maya()
              .get("/api/referrals?direction=out&limit=3&clientId=" + client + after)
              .send()
              .isOk();
      seen.addAll(Shown.texts(page, "/items", "id"));
      after = page.at("/next").isEmpty() ? "" : "&after=" + page.at("/next");
    } while (!after.isEmpty());

    assertThat(seen).isEqualTo(drafted);
  }
}
