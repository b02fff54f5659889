package org.handrail.client.group;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.client.AtOnce;
import org.handrail.client.Attentions;
import org.handrail.client.ClientService;
import org.handrail.client.encounter.Meetings;
import org.handrail.client.specialist.Roster;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.TokenIssuer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Sign-ins are taken back, sessions called off, and groups end or go to somebody else. */
@HandrailIT
class EndingGroupsIT {
  private final Api api;
  private final TokenIssuer tokens;
  private final ClientService service;
  private final Meetings meetings;
  private final Api sam;
  private final Facilitator tuesdays;

  EndingGroupsIT(Api api, TokenIssuer tokens) {
    this.api = api;
    this.tokens = tokens;
    service = new ClientService(api, tokens);
    meetings = new Meetings(api, tokens);
    sam = meetings.somebodyNew();
    tuesdays = new Facilitator(sam);
  }

  @Test
  @Proves("R17")
  void whoWasTypedTwiceTakesOneChair() {
    var group = tuesdays.begins(1).isCreated();
    var session = tuesdays.meets(group);
    var typed = tuesdays.comes(group, session, "J.B.");
    tuesdays
        .signsIn(group, session, Map.of("alias", "K.", "pledge", true))
        .isProblem(409, "group-full");
    var path = "/api/groups/%s/sessions/%s/sign-ins/%s".formatted(group.id(), session.id(), typed);
    service.paul().delete(path).send().isNotFound();
    sam.delete(path).send().hasStatus(204);
    sam.delete(path).send().isNotFound();
    tuesdays.comes(group, session, "K.");
  }

  @Test
  void aSessionToWhichNobodyCameIsCalledOffAndFreesItsTime() {
    var group = tuesdays.begins(3).isCreated();
    var start = Instant.now().minusSeconds(4000);
    var session = tuesdays.meets(group, start);
    var client = meetings.clientOf(sam);
    var meanwhile = Meetings.starting(start, 30);
    Meetings.records(sam, client, meanwhile).isProblem(409, "time-overlaps");
    Facilitator.callsOff(service.paul(), group, session).isNotFound();
    assertThat(
            Facilitator.callsOff(service.rosaTheSupervisor(), group, session)
                .isOk()
                .at("/cancelledAt"))
        .isNotEmpty();
    Facilitator.callsOff(sam, group, session).isProblem(409, "session-cancelled");
    tuesdays
        .signsIn(group, session, Map.of("alias", "A", "pledge", true))
        .isProblem(409, "session-cancelled");
    Facilitator.puts(sam, group, session, Facilitator.wish(client))
        .isProblem(409, "session-cancelled");
    Meetings.records(sam, client, meanwhile).isCreated();
  }

  @Test
  void aGroupGetsAnotherFacilitatorWithItsSessionsToCome() {
    var group = tuesdays.begins(3).isCreated();
    var past = tuesdays.meets(group);
    tuesdays.comes(group, past, "QZ6");
    var soon = Instant.now().plusSeconds(7 * 86400L);
    var next = tuesdays.meets(group, soon);
    var kim = meetings.somebodyNew();
    Facilitator.handsOn(sam, group, "a-stranger").isProblem(409, "colleague-unknown");
    kim.get("/api/clients").send().isOk();
    var kims = subjectOf(kim);
    Facilitator.handsOn(service.paul(), group, kims).isNotFound();
    var busy = kimHolds(kim, soon);
    var answer = Facilitator.handsOn(sam, group, kims).isProblem(409, "facilitator-unavailable");
    assertThat(answer.text())
        .doesNotContain("You ", "on record", "time-overlaps", next.id().toString(), kims);
    kim.post("/api/groups/{id}/end", busy).send().isOk();

    assertThat(
            Facilitator.handsOn(service.rosaTheSupervisor(), group, kims).isOk().at("/facilitator"))
        .isEqualTo(kims);

    assertThat(Attentions.whom(Attentions.asked("holds-group", group.id()))).isEqualTo(kims);
    assertThat(Facilitator.roster(sam, group, past).isOk().text()).contains("QZ6");
    Facilitator.roster(kim, group, past).isNotFound();
    Facilitator.roster(kim, group, next).isOk();
    Facilitator.roster(sam, group, next).isNotFound();
    // The time is the other's now.
    tuesdays.meets(tuesdays.begins(3).isCreated(), soon);
    kim.post("/api/groups/{id}/sessions", group.id())
        .body(Facilitator.lasting(soon))
        .send()
        .isProblem(409, "time-overlaps");
  }

  @Test
  void whoHandsAGroupOnTwiceByOneKeyHearsTheSameTwice() {
    var group = tuesdays.begins(3).isCreated();
    var kim = meetings.somebodyNew();
    kim.get("/api/clients").send().isOk();
    var kims = subjectOf(kim);
    for (var time : List.of("first", "again")) {
      var answer =
          sam.post("/api/groups/{id}/facilitator", group.id())
              .key("to " + kims)
              .body(Map.of("facilitator", kims))
              .send()
              .isOk();
      assertThat(answer.at("/facilitator")).as(time).isEqualTo(kims);
    }
    Facilitator.handsOn(sam, group, TokenIssuer.subject("paul").value()).isNotFound();
  }

  @Test
  void whyAColleagueCannotHoldItIsForThoseWhoKeepTheRoster() {
    var here = new Roster(api, tokens, "groups-" + UUID.randomUUID().toString().substring(0, 8));
    var pua = here.peer("pua");
    var group = new Facilitator(pua).begins(3).isCreated();
    var kim = here.joins("kim");
    here.peer("kim").post("/api/specialists/" + kim + "/leave").body(Map.of()).send().isCreated();
    Facilitator.handsOn(pua, group, here.subject("kim")).isProblem(409, "facilitator-unavailable");
    Facilitator.handsOn(here.supervisor(), group, here.subject("kim"))
        .isProblem(409, "specialist-unavailable");
  }

  @Test
  void aGroupEndsAndWhatWasToComeIsCalledOff() {
    var group = tuesdays.begins(3).isCreated();
    var soon = Instant.now().plusSeconds(7 * 86400L);
    tuesdays.meets(group, soon);
    service.paul().post("/api/groups/{id}/end", group.id()).send().isNotFound();
    assertThat(sam.post("/api/groups/{id}/end", group.id()).send().isOk().at("/endedAt"))
        .isNotEmpty();
    sam.post("/api/groups/{id}/end", group.id()).send().isProblem(409, "group-ended");
    Facilitator.handsOn(sam, group, TokenIssuer.subject("paul").value())
        .isProblem(409, "group-ended");
    sam.post("/api/groups/{id}/sessions", group.id())
        .body(Facilitator.lasting(soon))
        .send()
        .isProblem(409, "group-ended");
    assertThat(
            sam.get("/api/groups/{id}/sessions", group.id())
                .send()
                .isOk()
                .at("/items/0/cancelledAt"))
        .isNotEmpty();
    tuesdays.meets(tuesdays.begins(3).isCreated(), soon);
  }

  @Test
  @Proves({"R17", "BILL-1"})
  void whoTakesASignInBackLearnsNothingOfWhoHasTheSessionOnTheirRecord() {
    var kim = meetings.somebodyNew();
    var group = tuesdays.begins(3).isCreated();
    var start = Instant.now().minusSeconds(4000);
    var onRecord = tuesdays.meets(group, start);
    var typed = tuesdays.comes(group, onRecord, "J.D.");
    var encounter = puts(kim, group, onRecord).isCreated().at("/encounterId");
    var notOnRecord = tuesdays.meets(group, start.plusSeconds(3600));
    var slip = tuesdays.comes(group, notOnRecord, "J.D.");

    tuesdays.takesBack(group, onRecord, typed).hasStatus(204);
    tuesdays.takesBack(group, notOnRecord, slip).hasStatus(204);

    for (var session : List.of(onRecord, notOnRecord)) {
      for (var who : List.of(sam, service.rosaTheSupervisor())) {
        Facilitator.callsOff(who, group, session).isProblem(409, "session-attended");
      }
    }
    kim.get("/api/encounters/{id}", encounter).send().isOk();
  }

  @Test
  @Proves({"R17", "BILL-1"})
  void aPlaceOnARecordIsNobodyElsesOnceASignInIsTakenBack() {
    var kim = meetings.somebodyNew();
    var group = tuesdays.begins(2).isCreated();
    var session = tuesdays.meets(group);
    var typed = tuesdays.comes(group, session, "J.D.");
    tuesdays.comes(group, session, "K.");
    puts(kim, group, session).isCreated();
    tuesdays.takesBack(group, session, typed).hasStatus(204);
    puts(sam, group, session).isCreated();
    tuesdays.comes(group, session, "L.");
    puts(kim, group, session).isProblem(409, "nobody-else-came");
  }

  @Test
  @Proves({"R17", "BILL-1"})
  void aSessionThatWasAttendedStaysWhereItIsThoughTheSignInWasTakenBack() {
    var kim = meetings.somebodyNew();
    kim.get("/api/clients").send().isOk();
    var kims = subjectOf(kim);
    var group = tuesdays.begins(2).isCreated();
    var soon = Instant.now().plusSeconds(1200);
    var session = tuesdays.meets(group, soon);
    var typed = tuesdays.comes(group, session, "J.D.");
    tuesdays.takesBack(group, session, typed).hasStatus(204);

    Facilitator.handsOn(sam, group, kims).isOk();
    Facilitator.roster(sam, group, session).isOk();
    Facilitator.roster(kim, group, session).isNotFound();
    kim.post("/api/groups/{id}/end", group.id()).send().isOk();
    assertThat(only(group).has("cancelledAt")).isFalse();
  }

  @Test
  @Proves("R17")
  void whoSignsInWhileTheGroupEndsIsInNoSessionThatIsCalledOff() throws Exception {
    var group = tuesdays.begins(2).isCreated();
    var session = tuesdays.meets(group, Instant.now().plusSeconds(1200));
    var answers =
        AtOnce.inThisOrder(
            "group_sign_in",
            () -> tuesdays.signsIn(group, session, Map.of("alias", "QZ5", "pledge", true)),
            () -> sam.post("/api/groups/{id}/end", group.id()).send());
    answers.getFirst().isCreated();
    answers.getLast().isOk();
    assertThat(only(group).has("cancelledAt")).isFalse();
  }

  @Test
  @Proves("R17")
  void whoSignsInWhileTheGroupIsHandedOnIsReadByWhoeverLetThemIn() throws Exception {
    var kim = meetings.somebodyNew();
    kim.get("/api/clients").send().isOk();
    var kims = subjectOf(kim);
    var group = tuesdays.begins(2).isCreated();
    var session = tuesdays.meets(group, Instant.now().plusSeconds(1200));
    var answers =
        AtOnce.inThisOrder(
            "group_sign_in",
            () -> tuesdays.signsIn(group, session, Map.of("alias", "QZ4", "pledge", true)),
            () -> Facilitator.handsOn(sam, group, kims));
    answers.getFirst().isCreated();
    answers.getLast().isOk();
    Facilitator.roster(kim, group, session).isNotFound();
    assertThat(Facilitator.roster(sam, group, session).isOk().text()).contains("QZ4");
  }

  /** A client of theirs wants it on record. */
  private Answer puts(Api who, Answer group, Answer session) {
    return Facilitator.puts(who, group, session, Facilitator.wish(meetings.clientOf(who)));
  }

  private JsonNode only(Answer group) {
    return sam.get("/api/groups/{id}/sessions", group.id()).send().isOk().json().at("/items/0");
  }

  private static String subjectOf(Api peer) {
    return kimsGroup(peer).at("/facilitator");
  }

  private static Answer kimsGroup(Api peer) {
    return peer.post("/api/groups")
        .body(Map.of("name", "Sundays", "agenda", "Walking", "capacity", 3))
        .send()
        .isCreated();
  }

  private static UUID kimHolds(Api kim, Instant at) {
    var group = kimsGroup(kim).id();
    kim.post("/api/groups/{id}/sessions", group).body(Facilitator.lasting(at)).send().isCreated();
    return group;
  }
}
