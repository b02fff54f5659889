package org.handrail.referral.referral;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.handrail.platform.caller.Role;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.TokenIssuer;
import org.handrail.referral.fixtures.Coalition;
import org.handrail.referral.fixtures.DoorServer;
import org.handrail.referral.fixtures.Eventually;
import org.handrail.referral.fixtures.ReferralServiceIT;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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
    UUID referral = coalition.delivered();
    List<Map<String, Object>> answers =
        List.of(
            Map.of("step", "acknowledged"),
            Map.of("step", "accepted", "intakeAt", "2100-02-16T15:00:00Z"),
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

    assertThat(done.at("/intakeAt")).isEqualTo("2100-02-16T15:00:00Z");
    assertThat(texts(done, "/history", "by"))
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
        .answer(draft.id(), Map.of("step", "accepted", "intakeAt", "2100-02-16T15:00:00Z"))
        .isOk();
    coalition.requesterSees(draft.id(), "intake-scheduled");

    JsonNode sending = DOOR.asked().getFirst().body();
    JsonNode answer = DOOR.asked().getLast().body();
    assertThat(shape(sending)).isEqualTo(shape(DoorServer.example("referral.request")));
    assertThat(shape(answer)).isEqualTo(shape(DoorServer.example("answer.request")));
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
  @Proves("P2-APP-2")
  void receiverKnowsNothingBeforeTheDoorReleasedIt() {
    DOOR.down();
    UUID referral = coalition.sent();

    coalition.hana().get("/api/referrals/{id}", referral).send().isNotFound();
    coalition
        .hana()
        .post("/api/referrals/{id}/answers", referral)
        .ifMatch(0)
        .body(Map.of("step", "acknowledged"))
        .send()
        .isNotFound();
    assertThat(inbox()).doesNotContain(referral.toString());
    DOOR.up();
    coalition.clock().advance(Duration.ofMinutes(1));
    coalition.requesterSees(referral, "delivered");
    assertThat(inbox()).contains(referral.toString());
  }

  @Test
  void receiverSeesNothingThatIsTheRequestersOnly() {
    DOOR.denies("consent-missing");
    UUID referral = coalition.sent();
    Answer refused =
        Eventually.get(
            () -> coalition.maya().get("/api/referrals/{id}", referral).send(),
            a -> a.at("/attention").equals("consent-missing"));
    DOOR.denies(question -> false, "");
    coalition.send(refused).isOk();
    coalition.requesterSees(referral, "delivered");

    Answer shown = coalition.hana().get("/api/referrals/{id}", referral).send().isOk();
    assertThat(shown.at("/direction")).isEqualTo("in");
    assertThat(texts(shown, "/history", "step")).containsExactly("delivered");
    assertThat(shown.text())
        .doesNotContain(
            "consent-missing", "demographics", "A quiet place", "clientId", "wayBack", "optionSet");
    assertThat(shown.at("/disclosureId")).isNotEmpty();
    assertThat(texts(shown, "/categories", "")).containsExactly("contact", "referral");
    assertThat(texts(shown, "/allowed", ""))
        .containsExactly("acknowledged", "accepted", "waitlisted", "rejected", "cancelled");
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
    assertThat(texts(refused, "/allowed", ""))
        .containsExactly("sending", "cancelled", "entered-in-error");
    coalition.hana().get("/api/referrals/{id}", referral).send().isNotFound();
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
    assertThat(texts(shown, "/allowed", "")).isEmpty();
    assertThat(shape(DOOR.asked().getLast().body()))
        .isEqualTo(shape(DoorServer.example("cancellation.request")));
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
    DOOR.up();
    coalition.clock().advance(Duration.ofMinutes(1));
    coalition.delivered();

    assertThat(DOOR.asked())
        .extracting(DoorServer.Asked::referral)
        .doesNotContain(referral.toString());
    coalition.hana().get("/api/referrals/{id}", referral).send().isNotFound();
  }

  @Test
  @Proves("P2-MIN-1")
  void asksForNoMoreThanAReferralOfItsKindNeeds() {
    UUID set = coalition.chosen(coalition.client());
    for (String category :
        List.of(
            "entire-record",
            "counseling-notes",
            "legal-proceedings",
            "treatment-record",
            "encounters",
            "emergency-set")) {
      var draft = new HashMap<>(Coalition.draft(set));
      draft.put("optional", List.of(category));
      coalition
          .maya()
          .post("/api/referrals")
          .body(draft)
          .send()
          .isProblem(422, "categories-refused")
          .hasFault("/optional/0", "category-outside-referral");
    }
    var community = new HashMap<>(Coalition.draft(set));
    community.put("purpose", "COC");
    community.put("required", List.of("contact", "plan"));
    coalition
        .maya()
        .post("/api/referrals")
        .body(community)
        .send()
        .hasFault("/required/1", "category-outside-referral")
        .hasFault("/optional/0", "category-outside-referral");
  }

  @Test
  void whoeverSupervisesSeesTheAgencysReferralsAndTakesNoStep() {
    UUID referral = coalition.delivered();
    Api rosa = coalition.as("rosa", "riverbend", Role.SUPERVISOR);
    Answer seen = rosa.get("/api/referrals/{id}", referral).send().isOk();
    assertThat(seen.json().at("/allowed")).isEmpty();
    assertThat(rosa.get("/api/referrals?direction=out&limit=100").send().isOk().text())
        .contains(referral.toString());
    rosa.post("/api/referrals/{id}/sending", referral)
        .ifMatch(seen)
        .send()
        .isProblem(403, "role-not-allowed");
  }

  @Test
  @Proves("P2-APP-2")
  void strangersFindNothingWhateverTheyAsk() {
    UUID referral = coalition.delivered();
    UUID nothing = UUID.randomUUID();
    List<Api> strangers =
        List.of(
            coalition.as("paul", "riverbend", Role.PEER_SPECIALIST),
            coalition.as("rosa", "riverbend", Role.INTAKE_COORDINATOR),
            coalition.as("carl", "cedarhouse", Role.PEER_SPECIALIST, Role.INTAKE_COORDINATOR),
            coalition.as("henry", "harborlight", Role.PEER_SPECIALIST, Role.SUPERVISOR));
    for (Api stranger : strangers) {
      Answer there = stranger.get("/api/referrals/{id}", referral).send().isNotFound();
      Answer notThere = stranger.get("/api/referrals/{id}", nothing).send().isNotFound();
      assertThat(withoutTrace(there)).isEqualTo(withoutTrace(notThere));
      assertThat(stranger.get("/api/referrals?direction=out").send().text())
          .doesNotContain(referral.toString());
    }
    for (UUID id : List.of(referral, nothing)) {
      Api carl = strangers.get(2);
      carl.post("/api/referrals/{id}/sending", id).ifMatch(0).send().isNotFound();
      carl.post("/api/referrals/{id}/correction", id).ifMatch(0).send().isNotFound();
      carl.post("/api/referrals/{id}/cancellation", id).ifMatch(9).body("{}").send().isNotFound();
      carl.post("/api/referrals/{id}/answers", id)
          .ifMatch(0)
          .body(Map.of("step", "accepted"))
          .send()
          .isNotFound();
      // The receiver's side of it is not the requester's, nor the other way round.
      coalition
          .as("hana", "harborlight", Role.PEER_SPECIALIST)
          .post("/api/referrals/{id}/cancellation", id)
          .ifMatch(0)
          .body("{}")
          .send()
          .isNotFound();
      coalition
          .as("maya", "riverbend", Role.INTAKE_COORDINATOR)
          .post("/api/referrals/{id}/answers", id)
          .ifMatch(2)
          .body(Map.of("step", "accepted"))
          .send()
          .isNotFound();
    }
    coalition.maya().get("/api/referrals?direction=out&clientId={id}", nothing).send().isNotFound();
    Api carl = coalition.as("carl", "cedarhouse", Role.PEER_SPECIALIST);
    carl.post("/api/referrals")
        .body(Coalition.draft(coalition.chosen(coalition.client())))
        .send()
        .isNotFound();
  }

  @Test
  void clientAndSupervisorMayReadButNotAct() {
    UUID client = coalition.client();
    coalition.assign("riverbend", client, "ana", "self");
    coalition.assign("riverbend", client, "rosa", "supervisor");
    Answer draft = coalition.drafted(coalition.chosen(client));

    for (Api reader :
        List.of(
            coalition.as("ana", "riverbend", Role.CLIENT),
            coalition.as("rosa", "riverbend", Role.SUPERVISOR))) {
      Answer shown = reader.get("/api/referrals/{id}", draft.id()).send().isOk();
      assertThat(texts(shown, "/allowed", "")).isEmpty();
      reader
          .post("/api/referrals/{id}/sending", draft.id())
          .ifMatch(draft)
          .send()
          .isProblem(403, "role-not-allowed");
      assertThat(reader.get("/api/referrals?direction=out").send().isOk().text())
          .contains(draft.id().toString());
    }
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
        .answer(referral, Map.of("step", "acknowledged", "intakeAt", "2100-02-16T15:00:00Z"))
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
    coalition.answer(referral, Map.of("step", "rejected", "reason", "no-capacity")).hasStatus(409);
  }

  @Test
  void refersOnlyToWhatTheClientChoseAndOnlyToAPartner() {
    UUID set = coalition.present(coalition.client()).isCreated().id();
    coalition
        .maya()
        .post("/api/referrals")
        .body(Coalition.draft(set))
        .send()
        .isProblem(409, "choice-missing");
    coalition
        .maya()
        .post("/api/referrals")
        .body(Coalition.draft(choosing("identification", "identity papers")))
        .send()
        .isProblem(422, "receiver-not-partner");
    coalition
        .maya()
        .post("/api/referrals")
        .body(Coalition.draft(choosing("harm-reduction", "naloxone")))
        .send()
        .isProblem(422, "receiver-not-partner");
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
      seen.addAll(texts(page, "/items", "id"));
      after = page.at("/next").isEmpty() ? "" : "&after=" + page.at("/next");
    } while (!after.isEmpty());

    assertThat(seen).isEqualTo(drafted);
  }

  private UUID choosing(String need, String words) {
    UUID service = coalition.service(words);
    UUID set =
        coalition
            .maya()
            .post("/api/option-sets")
            .body(
                Map.of("clientId", coalition.client(), "need", need, "services", List.of(service)))
            .send()
            .isCreated()
            .id();
    coalition
        .maya()
        .post("/api/option-sets/{id}/choice", set)
        .body(
            Map.of(
                "serviceId", service, "act", Map.of("kind", "phone", "at", "2026-02-13T12:00:00Z")))
        .send()
        .isCreated();
    return set;
  }

  /** All that Harborlight's intake finds, page by page: other tests sent referrals too. */
  private String inbox() {
    var found = new StringBuilder();
    String after = "";
    do {
      Answer page =
          coalition.hana().get("/api/referrals?direction=in&limit=100" + after).send().isOk();
      found.append(page.text());
      after = page.at("/next").isEmpty() ? "" : "&after=" + page.at("/next");
    } while (!after.isEmpty());
    return found.toString();
  }

  private static String withoutTrace(Answer answer) {
    return answer.text().replaceAll("\"traceId\":\"[0-9a-f]+\"", "");
  }

  private static List<String> texts(Answer answer, String pointer, String field) {
    return answer
        .json()
        .at(pointer)
        .valueStream()
        .map(item -> (field.isEmpty() ? item : item.path(field)).asString())
        .toList();
  }

  /** The names and types of what stands in it, all the way down. */
  private static String shape(JsonNode node) {
    if (node.isObject()) {
      var fields = new TreeMap<String, String>();
      node.properties().forEach(p -> fields.put(p.getKey(), shape(p.getValue())));
      return fields.toString();
    }
    return node.getNodeType().toString();
  }
}
