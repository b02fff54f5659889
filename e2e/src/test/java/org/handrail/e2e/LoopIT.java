package org.handrail.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.platform.fixtures.Proves;
import org.junit.jupiter.api.Test;

/** The first referral closes its loop: by token, through the gateway, on real servers. */
class LoopIT {

  private static final Coalition COALITION = Coalition.running();
  private static final String SHORT_NOTICE =
      "42 CFR part 2 prohibits unauthorized use or disclosure of these records.";

  private final Api maya = COALITION.as("maya@riverbend.example");
  private final Api paul = COALITION.as("paul@riverbend.example");
  private final Api hana = COALITION.as("hana@harborlight.example");
  private final Api cora = COALITION.as("cora@cedarhouse.example");
  private final Loop loop = Loop.riverbendToHarborlight(COALITION);

  @Test
  @Proves({"P2-NOT-1", "P2-NOT-2", "P2-NOT-3", "P2-LOG-1", "P2-MIN-1", "PRS-PLAN-1"})
  void somebodyIsMetChoosesConsentsAndArrives() {
    try (var intakeDesk = NotificationStream.of(hana);
        var mayasPhone = NotificationStream.of(maya)) {
      var client = loop.meet("Ana");
      var plan = loop.plan(client);
      loop.consent(client, "Ana");
      var draft = loop.draft(loop.choose(client));
      assertThat(draft.body().get("wayBack").asBoolean()).isTrue();
      assertThat(hana.get("/api/referrals/" + draft.id()).status()).isEqualTo(404);

      var referral = loop.send(draft).id();
      intakeDesk.await("referral-delivered", referral);
      var received = hana.get("/api/referrals/" + referral).is(200);
      assertThat(received.body().has("clientId")).as("the requester's id stays there").isFalse();

      var disclosure = hana.get("/api/disclosures/" + received.at("/disclosureId")).is(200);
      assertThat(disclosure.at("/notice/shortText")).isEqualTo(SHORT_NOTICE);
      assertThat(disclosure.at("/notice/version")).isNotEmpty();
      assertThat(disclosure.body().at("/scope/categories").toString())
          .contains("contact", "referral");
      assertThat(disclosure.at("/scope/expires")).isNotEmpty();
      assertThat(disclosure.body().get("package").propertyNames())
          .containsExactlyInAnyOrder("contact", "referral");
      assertThat(cora.get("/api/disclosures/" + received.at("/disclosureId")).status())
          .isEqualTo(404);

      loop.answer(referral, "acknowledged", Map.of());
      loop.answer(referral, "accepted", Map.of());
      loop.answer(
          referral,
          "intake-scheduled",
          Map.of("intakeAt", Instant.now().plus(Duration.ofDays(2)).toString()));
      loop.untilPrsSees(referral, "intake-scheduled");
      mayasPhone.await("referral-intake-scheduled", referral);

      loop.answer(referral, "attended", Map.of());
      Loop.until(() -> milestone(plan).equals("proposed"));
      loop.answer(referral, "engaged", Map.of());
      loop.answer(referral, "completed", Map.of());
      Loop.until(() -> loop.seenByPrs(referral).at("/status").equals("completed"));
      assertThat(milestone(plan)).as("only the client's act marks it").isEqualTo("proposed");

      assertThat(
              loop.ledger(client)
                  .valueStream()
                  .filter(row -> row.path("outcome").asString().equals("released"))
                  .count())
          .as("one release there and one for each answer")
          .isEqualTo(7);
    }
  }

  private String milestone(String plan) {
    return maya.get("/api/milestones?planId=" + plan).is(200).at("/items/0/status");
  }

  @Test
  @Proves({"P2-APP-2", "P2-QSO-1"})
  void aStrangersClientAndNobodyLookTheSame() {
    var client = loop.meet("Ben");
    for (var stranger : List.of(paul, hana, cora)) {
      var theirs = stranger.get("/api/clients/" + client);
      var nobodys = stranger.get("/api/clients/" + UUID.randomUUID());
      assertThat(theirs.status()).isEqualTo(nobodys.status());
      assertThat(theirs.text().replaceAll("\"traceId\":\"[^\"]*\"", ""))
          .isEqualTo(nobodys.text().replaceAll("\"traceId\":\"[^\"]*\"", ""));
    }
  }

  @Test
  @Proves({"P2-CON-1", "P2-CON-5"})
  void withoutConsentTheWorkWaitsAndTheReceiverSeesNothing() {
    var client = loop.meet("Cleo");
    var referral = loop.send(loop.draft(loop.choose(client))).id();
    Loop.until(() -> !loop.seenByPrs(referral).at("/attention").isEmpty());
    assertThat(loop.seenByPrs(referral).at("/businessStatus")).isEqualTo("awaiting-disclosure");
    assertThat(loop.seenByIntake(referral).status()).isEqualTo(404);
  }
}
