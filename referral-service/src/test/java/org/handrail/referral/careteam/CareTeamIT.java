package org.handrail.referral.careteam;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.platform.caller.Role;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.Proves;
import org.handrail.referral.fixtures.Coalition;
import org.handrail.referral.fixtures.DoorServer;
import org.handrail.referral.fixtures.ReferralServiceIT;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ReferralServiceIT
class CareTeamIT {
  private final Coalition coalition;

  CareTeamIT(Coalition coalition) {
    this.coalition = coalition;
  }

  @BeforeEach
  void atRest() {
    coalition.atRest();
  }

  @Test
  @Proves("R3")
  void listsWhoKnowsWhatOnWhichConsentAndUntilWhen() {
    UUID client = coalition.client();
    coalition.drafted(coalition.chosen(client));
    assertThat(team(client).json().at("/members")).isEmpty();
    Answer draft = coalition.drafted(coalition.chosen(client));
    coalition.send(draft).isOk();
    Answer sent = coalition.requesterSees(draft.id(), "delivered");

    Answer team = team(client);

    assertThat(team.json().at("/members")).hasSize(1);
    assertThat(team.json().at("/consentsKnown").asBoolean()).isTrue();
    assertThat(team.at("/members/0/agency")).isEqualTo("harborlight");
    assertThat(team.at("/members/0/disclosureId")).isEqualTo(sent.at("/disclosureId"));
    assertThat(team.json().at("/members/0/categories").valueStream().map(c -> c.asString()))
        .containsExactly("contact", "referral");
    assertThat(team.at("/members/0/consent/id"))
        .isEqualTo(DoorServer.consentBehind(sent.at("/disclosureId")).toString());
    assertThat(team.at("/members/0/consent/status")).isEqualTo("active");
    assertThat(team.at("/members/0/consent/until")).isEqualTo("2030-01-01T00:00:00Z");
  }

  @Test
  @Proves("R3")
  void namesOfEachMemberTheConsentThatIsBehindWhatTheyKnow() {
    UUID client = coalition.client();
    coalition.delivered(coalition.chosen(client));
    UUID hillcrests = coalition.present(client).isCreated().id();
    coalition.options().choose(hillcrests, coalition.residential().getLast()).isCreated();
    coalition.delivered(hillcrests);

    Answer team = team(client);

    List<String> agencies =
        team.json().at("/members").valueStream().map(m -> m.path("agency").asString()).toList();
    assertThat(agencies).containsExactlyInAnyOrder("harborlight", "hillcrest");
    assertThat(team.json().at("/members").valueStream())
        .allSatisfy(
            member ->
                assertThat(member.at("/consent/id").asString())
                    .isEqualTo(
                        DoorServer.consentBehind(member.path("disclosureId").asString())
                            .toString()));
  }

  @Test
  void saysSoWhenTheConsentsCannotBeAskedFor() {
    UUID client = coalition.client();
    Answer draft = coalition.drafted(coalition.chosen(client));
    coalition.send(draft).isOk();
    coalition.requesterSees(draft.id(), "delivered");
    Coalition.DOOR.down();

    Answer team = team(client);

    assertThat(team.json().at("/members")).hasSize(1);
    assertThat(team.json().at("/consentsKnown").asBoolean()).isFalse();
    assertThat(team.json().at("/members/0").has("consent")).isFalse();
  }

  @Test
  @Proves("R3")
  void clientAndSpecialistShareABoardOnWhichTasksAreTheClientsFirst() {
    UUID client = coalition.client();
    coalition.assign("riverbend", client, "ana", "self");
    Api ana = coalition.as("ana", "riverbend", Role.CLIENT);
    Answer papers =
        add(coalition.maya(), client, Map.of("code", "gather-papers", "words", "Find my ID card"))
            .isCreated();
    assertThat(papers.at("/owner")).isEqualTo("client");
    Answer ride =
        add(
                ana,
                client,
                Map.of(
                    "code", "arrange-ride",
                    "words", "Maya drives me",
                    "owner", "specialist",
                    "dueOn", today().plusDays(3).toString()))
            .isCreated();

    Answer reworded =
        coalition
            .maya()
            .call("PUT", "/api/handoffs/tasks/{id}", ride.id())
            .ifMatch(ride)
            .body(Map.of("words", "Maya drives me at nine", "owner", "specialist"))
            .send()
            .isOk();
    settle(ana, ride, "done").isProblem(412, "version-conflict");
    Answer done = settle(ana, reworded, "done").isOk();
    assertThat(done.at("/state")).isEqualTo("done");
    assertThat(settle(coalition.maya(), done, "open").isOk().at("/state")).isEqualTo("open");

    Answer page = ana.get("/api/handoffs/tasks?clientId={id}&limit=1", client).send().isOk();
    assertThat(page.at("/items/0/words")).isEqualTo("Maya drives me at nine");
    assertThat(
            ana.get("/api/handoffs/tasks?clientId={id}&limit=1&after={n}", client, page.at("/next"))
                .send()
                .isOk()
                .at("/items/0/id"))
        .isEqualTo(papers.id().toString());
  }

  @Test
  void aTaskIsDueWithinAYearAndWhatIsOverdueCanBeReworded() {
    UUID client = coalition.client();
    for (var slip : Map.of("1950-01-01", "in-past", "2199-01-01", "too-far-ahead").entrySet()) {
      due(client, slip.getKey()).isProblem(400, "invalid").hasFault("/dueOn", slip.getValue());
    }
    String soon = today().plusDays(1).toString();
    Answer task = due(client, soon).isCreated();
    coalition.clock().advance(Duration.ofDays(5));
    Answer reworded = reword(task, soon).isOk();
    assertThat(reworded.at("/dueOn")).isEqualTo(soon);
    reword(reworded, today().minusDays(2).toString())
        .isProblem(400, "invalid")
        .hasFault("/dueOn", "in-past");
  }

  private Answer due(UUID client, String day) {
    return add(
        coalition.maya(), client, Map.of("code", "pack", "words", "Warm things", "dueOn", day));
  }

  private Answer reword(Answer task, String day) {
    return coalition
        .maya()
        .call("PUT", "/api/handoffs/tasks/{id}", task.id())
        .ifMatch(task)
        .body(Map.of("words", "Warm things and papers", "owner", "client", "dueOn", day))
        .send();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(coalition.clock().instant(), ZoneOffset.UTC);
  }

  @Test
  void neitherStrangersNorMembersOfTheTeamSeeTheBoard() {
    UUID client = coalition.client();
    Answer draft = coalition.drafted(coalition.chosen(client));
    coalition.send(draft).isOk();
    coalition.requesterSees(draft.id(), "delivered");
    Answer task =
        add(coalition.maya(), client, Map.of("code", "pack", "words", "Warm things")).isCreated();
    Api paul = coalition.as("paul", "riverbend", Role.PEER_SPECIALIST);
    Api hugo = coalition.as("hugo", "harborlight", Role.PEER_SPECIALIST);

    for (Api stranger : List.of(paul, hugo)) {
      stranger.get("/api/referrals/care-team?clientId={id}", client).send().isNotFound();
      stranger.get("/api/handoffs/tasks?clientId={id}", client).send().isNotFound();
      stranger.get("/api/handoffs/tasks/{id}", task.id()).send().isNotFound();
      settle(stranger, task, "done").isNotFound();
      add(stranger, client, Map.of("code", "pack", "words", "x")).isNotFound();
    }
  }

  private Answer team(UUID client) {
    return coalition.maya().get("/api/referrals/care-team?clientId={id}", client).send().isOk();
  }

  private static Answer add(Api by, UUID client, Map<String, String> task) {
    var body = new HashMap<String, Object>(task);
    body.put("clientId", client);
    return by.post("/api/handoffs/tasks").body(body).send();
  }

  private static Answer settle(Api by, Answer task, String state) {
    return by.post("/api/handoffs/tasks/{id}/state", task.id())
        .ifMatch(task)
        .body(Map.of("state", state))
        .send();
  }
}
