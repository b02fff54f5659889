package org.handrail.referral.referral;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.platform.caller.Role;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.Proves;
import org.handrail.referral.fixtures.Coalition;
import org.handrail.referral.fixtures.DoorServer;
import org.handrail.referral.fixtures.Eventually;
import org.handrail.referral.fixtures.ReferralServiceIT;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ReferralServiceIT
class ReferralAccessIT {
  private static final DoorServer DOOR = Coalition.DOOR;

  private final Coalition coalition;

  ReferralAccessIT(Coalition coalition) {
    this.coalition = coalition;
  }

  @BeforeEach
  void atRest() {
    coalition.atRest();
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
    coalition.doorIsBack();
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
    assertThat(Shown.texts(shown, "/history", "step")).containsExactly("delivered");
    assertThat(shown.text())
        .doesNotContain(
            "consent-missing", "demographics", "A quiet place", "clientId", "wayBack", "optionSet");
    assertThat(shown.at("/disclosureId")).isNotEmpty();
    assertThat(Shown.texts(shown, "/categories", "")).containsExactly("contact", "referral");
    assertThat(Shown.texts(shown, "/allowed", ""))
        .containsExactly(
            "acknowledged",
            "accepted",
            "waitlisted",
            "rejected",
            "returned",
            "transfer-proposed",
            "cancelled");
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
      assertThat(Shown.withoutTrace(there)).isEqualTo(Shown.withoutTrace(notThere));
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
      assertThat(Shown.texts(shown, "/allowed", "")).isEmpty();
      reader
          .post("/api/referrals/{id}/sending", draft.id())
          .ifMatch(draft)
          .send()
          .isProblem(403, "role-not-allowed");
      assertThat(
              reader
                  .get("/api/referrals?direction=out&clientId={client}", client)
                  .send()
                  .isOk()
                  .at("/items/0/id"))
          .isEqualTo(draft.id().toString());
    }
  }

  /** All that Harborlight's intake finds, page by page: other tests sent referrals too. */
  private String inbox() {
    return inbox("");
  }

  private String inbox(String narrowed) {
    var found = new StringBuilder();
    String after = "";
    do {
      Answer page =
          coalition
              .hana()
              .get("/api/referrals?direction=in&limit=100" + narrowed + after)
              .send()
              .isOk();
      found.append(page.text());
      after = page.at("/next").isEmpty() ? "" : "&after=" + page.at("/next");
    } while (!after.isEmpty());
    return found.toString();
  }

  @Test
  @Proves("P2-MIN-1")
  void whoIsReleasedTheContactAloneIsNotToldForWhatThePersonIsSent() {
    Answer drafted = coalition.draftedOfContactAlone(coalition.chosen(coalition.client()));
    String service = drafted.at("/service/id");
    coalition.send(drafted).isOk();
    Answer sent = coalition.requesterSees(drafted.id(), "delivered");
    assertThat(sent.at("/service/id")).isEqualTo(service);

    Answer shown = coalition.hana().get("/api/referrals/{id}", drafted.id()).send().isOk();
    assertThat(Shown.texts(shown, "/categories", "")).containsExactly("contact");
    assertThat(shown.at("/service/organization")).isNotEmpty();
    assertThat(shown.text()).doesNotContain(service, sent.at("/service/name"), "urgen");
    assertThat(inbox("")).contains(drafted.id().toString());
    assertThat(inbox("&urgency=urgent")).doesNotContain(drafted.id().toString());
    assertThat(inbox("&urgency=routine")).doesNotContain(drafted.id().toString());
    assertThat(ReferralEventsIT.about(drafted.id().toString(), 3))
        .filteredOn(
            event -> ReferralEventsIT.type(event).equals("org.handrail.referral.delivered.v1"))
        .extracting(event -> new String(event.value(), UTF_8))
        .singleElement()
        .satisfies(told -> assertThat(told).contains("contact").doesNotContain(service, "urgen"));
  }
}
